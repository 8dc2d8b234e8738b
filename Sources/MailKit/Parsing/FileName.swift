/// The names of attachments, which come from strangers and end up in folders and on screens.
package enum FileName {
    /// The last path component without controls, direction marks, characters that shells and file
    /// systems mind, or leading dots; at most 120 characters, the extension kept.
    package static func cleaned(_ claimed: String) -> String {
        let line = CleanText.line(claimed, limit: 4096)
        let last = line.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let safe = last.map { unsafe.contains($0) ? "_" : $0 }
        let words = String(safe).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = words.drop { $0 == "." || $0 == "~" || $0 == "-" || $0 == " " }
        return shortened(String(name))
    }

    private static let unsafe: Set<Character> = ["<", ">", ":", "\"", "|", "?", "*", "`", "$"]

    private static func shortened(_ name: String, to limit: Int = 120) -> String {
        guard name.count > limit else { return name }
        guard let dot = name.lastIndex(of: "."), name[dot...].count <= 12 else {
            return String(name.prefix(limit))
        }
        let tail = name[dot...]
        return String(name[..<dot].prefix(limit - tail.count)) + tail
    }
}
