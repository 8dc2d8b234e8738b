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

    /// The pairs of a query by name, unescaped; of several with one name the first counts.
    static func pairs(_ query: String) -> [String: String] {
        var found: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = unescaped(parts[0])
            if found[name] == nil { found[name] = parts.count > 1 ? unescaped(parts[1]) : "" }
        }
        return found
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
