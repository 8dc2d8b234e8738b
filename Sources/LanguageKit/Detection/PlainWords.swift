/// Leaves out of a text what has no language: links, addresses, numbers, codes.
enum PlainWords {
    static func only(in text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).lazy
            .filter { !isCode($0) }
            .joined(separator: " ")
    }

    private static func isCode(_ word: Substring) -> Bool {
        if word.contains("@") || word.contains("://") || word.hasPrefix("www.") { return true }
        let scalars = word.unicodeScalars
        guard scalars.allSatisfy(\.isASCII) else { return false }
        return scalars.contains { ("0"..."9").contains($0) }
    }
}
