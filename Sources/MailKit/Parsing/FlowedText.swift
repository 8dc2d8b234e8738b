/// Text whose writer's program broke its lines softly (RFC 3676), with the lines whole again.
enum FlowedText {
    /// Joins lines that end in a blank with the next of the same quotation depth. `deletesSpace`
    /// takes that blank away, for languages that write none.
    static func joined(_ text: String, deletesSpace: Bool) -> String {
        var lines: [String] = []
        var open: (depth: Int, text: String)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let (depth, words) = parted(line)
            var whole = String(words)
            if let before = open {
                if before.depth == depth, words != "-- " {
                    whole = before.text + whole
                } else {
                    lines.append(written(before.depth, before.text))
                }
                open = nil
            }
            if words.hasSuffix(" "), words != "-- " {
                open = (depth, deletesSpace ? String(whole.dropLast()) : whole)
            } else {
                lines.append(written(depth, whole))
            }
        }
        if let open { lines.append(written(open.depth, open.text)) }
        return lines.joined(separator: "\n")
    }

    /// The quotation depth, and the words without the blank that only shields their beginning.
    private static func parted(_ line: Substring) -> (depth: Int, words: Substring) {
        let words = line.drop { $0 == ">" }
        let depth = line.count - words.count
        return (depth, words.hasPrefix(" ") && words != "-- " ? words.dropFirst() : words)
    }

    private static func written(_ depth: Int, _ words: String) -> String {
        depth == 0 ? words : String(repeating: ">", count: depth) + " " + words
    }
}
