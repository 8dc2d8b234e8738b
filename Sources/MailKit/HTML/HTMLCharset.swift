/// The charset that an HTML part declares in its own head, for mails that name none outside.
enum HTMLCharset {
    static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        var rest = head[...]
        while let found = rest.firstRange(of: "charset=") {
            let name = rest[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
                .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
            if !name.isEmpty { return String(name) }
            rest = rest[found.upperBound...]
        }
        return nil
    }
}
