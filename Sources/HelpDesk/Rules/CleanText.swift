/// Text that people wrote, without what could deceive its reader or break a mail.
package enum CleanText {
    /// The text without control characters (tab and line feed stay; other line ends become line
    /// feeds) and without the marks that turn the direction of writing.
    package static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSuspect) else { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            if isReturn {
                result.append("\n")
            } else if !isSuspect(scalar), !(isAfterReturn && scalar == "\n") {
                result.append(scalar)
            }
            isAfterReturn = isReturn
        }
        return String(result)
    }

    private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// How much a person may write at once, in UTF-8 bytes.
package enum TextLimits {
    package static let reply = 20_000
    package static let note = 200_000
    package static let draft = 200_000

    /// The text cleaned. Throws `badRequest` (argument `limit`) when it is longer than `limit`.
    package static func clean(_ text: String, limit: Int) throws(DeskError) -> String {
        guard text.utf8.count <= limit else {
            throw DeskError(.badRequest, ["field": "text", "limit": String(limit)])
        }
        return CleanText.clean(text)
    }
}
