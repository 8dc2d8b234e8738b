/// Takes out of strangers' words what could steer a screen: controls and direction marks.
enum SafeText {
    /// One line, spaces run together, at most `limit` characters.
    static func line(_ text: String, limit: Int = 400) -> String {
        let spaced = text.unicodeScalars.lazy.map { isBreak($0) ? " " : $0 }.filter {
            !isUnsafe($0)
        }
        let clean = String(String.UnicodeScalarView(spaced))
        let words = clean.split { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
        return String(words.joined(separator: " ").prefix(limit))
    }

    /// Many lines with LF ends, no blanks at line ends, no empty lines around, at most two between.
    static func body(_ text: String) -> String {
        let scalars = text.replacing("\r\n", with: "\n").unicodeScalars.compactMap(kept)
        let clean = String(String.UnicodeScalarView(scalars))
        var lines: [Substring] = []
        for line in clean.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = trimmedEnd(line)
            if trimmed.isEmpty, lines.suffix(2).count == 2, lines.suffix(2).allSatisfy(\.isEmpty) {
                continue
            }
            lines.append(trimmed)
        }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if let first = lines.first { lines[0] = first.drop { $0 == " " || $0 == "\t" } }
        return lines.joined(separator: "\n")
    }

    private static func trimmedEnd(_ line: Substring) -> Substring {
        var line = line
        while let last = line.last, last == " " || last == "\t" || last == "\u{A0}" {
            line.removeLast()
        }
        return line
    }

    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A, 0x09: scalar
        case 0x0D, 0x85, 0x2028, 0x2029, 0x0B, 0x0C: "\n"
        default: isUnsafe(scalar) ? nil : scalar
        }
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
