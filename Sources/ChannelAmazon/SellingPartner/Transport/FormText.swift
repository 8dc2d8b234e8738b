/// Percent-encoding as URLs and forms want it: everything but RFC 3986's unreserved characters.
enum FormText {
    /// `name=value` pairs joined by `&`.
    static func encoded(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(escaped($0))=\(escaped($1))" }.joined(separator: "&")
    }

    /// A list parameter: its items are escaped, the commas between them are not.
    static func list(_ items: [String]) -> String {
        items.map(escaped).joined(separator: ",")
    }

    /// One value or path segment.
    static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if isUnreserved(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
