/// Words from outside, made fit to keep and show.
enum PlatformText {
    /// The text without control characters and without marks that turn the writing direction; line
    /// breaks and tabs become spaces; at most `limit` characters.
    static func cleaned(_ text: String, limit: Int = 2000) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit * 4) {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F...0x9F: continue
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: scalars.append(scalar)
            }
        }
        return String(String(scalars).prefix(limit))
    }

    /// A platform's error words for logs and panes: cleaned, short, without anything that looks
    /// like an address or a token.
    static func errorWords(_ text: String) -> String {
        cleaned(text, limit: 240).split(separator: " ").map { word in
            if word.contains("@") { return "[address]" }
            let lowered = word.lowercased()
            if lowered.contains("atza|") || lowered.contains("atzr|") || word.count > 80 {
                return "[hidden]"
            }
            return String(word)
        }
        .joined(separator: " ")
    }
}
