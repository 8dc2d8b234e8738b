/// Which line of a TOML file each key stands on, for faults that name the line.
///
/// It reads headers and the beginnings of lines only; a file that is no TOML never comes so far.
struct RuleFileLines: Sendable {
    private var lines: [String: Int] = [:]
    let text: String

    init(_ text: String) {
        self.text = text
        var header = ""
        var counts: [String: Int] = [:]
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.hasPrefix("[[") {
                let name = String(line.dropFirst(2).prefix { $0 != "]" })
                counts[name, default: 0] += 1
                header = "\(name)[\(counts[name] ?? 1)]"
                lines[header] = number
                if lines[name] == nil { lines[name] = number }
            } else if line.hasPrefix("[") {
                header = String(line.dropFirst().prefix { $0 != "]" })
                lines[header] = number
            } else if let key = Self.key(of: line) {
                let name = header.isEmpty ? key : "\(header).\(key)"
                if lines[name] == nil { lines[name] = number }
            }
        }
    }

    /// The line of a key, or of the nearest table around it.
    func line(of key: String) -> Int? {
        var key = Substring(key)
        while true {
            if let line = lines[String(key)] { return line }
            guard let dot = key.lastIndex(of: ".") else { return nil }
            key = key[..<dot]
        }
    }

    /// The first line from a key's on that holds `text`; the key's own without one.
    func line(of key: String, holding text: String?) -> Int? {
        guard let first = line(of: key), let text else { return line(of: key) }
        let rows = self.text.split(separator: "\n", omittingEmptySubsequences: false)
        let place = rows.indices.dropFirst(first - 1).first { rows[$0].contains(text) }
        return place.map { $0 + 1 } ?? first
    }

    private static func key(of line: Substring) -> String? {
        let name = line.prefix { $0.isLetter || $0.isNumber || "-_.\"".contains($0) }
        let rest = line.dropFirst(name.count).drop { $0 == " " }
        return name.isEmpty || rest.first != "=" ? nil : String(name.filter { $0 != "\"" })
    }
}
