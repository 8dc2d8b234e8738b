import CGMime
import SwiftExtensions

/// Headers of a GMime object as values.
enum HeaderReading {
    /// The headers, decoded, and what was doubtful about them.
    static func headers(of object: UnsafeMutablePointer<GMimeObject>, _ limits: MailLimits)
        -> (headers: MailHeaders, warnings: [MailWarning])
    {
        var warnings: [MailWarning] = []
        let headers = raw(of: object, limit: limits.headerCount).map { name, bytes in
            // What lies far beyond the limit need not be decoded to be cut.
            let reading = EncodedWordReader.decode(Array(bytes.prefix(limits.headerBytes * 4)))
            for charset in reading.doubtful {
                let warning = MailWarning.badCharset(CleanText.line(charset, limit: 40))
                if !warnings.contains(warning) { warnings.append(warning) }
            }
            return MailHeader(
                name: CleanText.line(name, limit: 200),
                value: trimmed(CleanText.line(reading.text, limit: limits.headerBytes)))
        }
        return (MailHeaders(headers), warnings)
    }

    /// Names and undecoded values, in order.
    static func raw(of object: UnsafeMutablePointer<GMimeObject>, limit: Int) -> [(
        name: String, value: [UInt8]
    )] {
        guard let list = g_mime_object_get_header_list(object) else { return [] }
        let count = min(Int(g_mime_header_list_get_count(list)), limit)
        return (0..<count).compactMap { index in
            guard let header = g_mime_header_list_get_header_at(list, CInt(index)),
                let name = GMimeLibrary.text(g_mime_header_get_name(header))
            else { return nil }
            return (name, GMimeLibrary.bytes(of: g_mime_header_get_raw_value(header)))
        }
    }

    private static func trimmed(_ value: String) -> String {
        guard value.first == " " || value.last == " " else { return value }
        let scalars = value.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0 != " " }),
            let last = scalars.lastIndex(where: { $0 != " " })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Nil for a missing date and for years in which nobody sent us mail.
    static func date(_ date: OpaquePointer?) -> Timestamp? {
        guard let date else { return nil }
        let seconds = Int64(g_date_time_to_unix(date))
        guard (0..<4_102_444_800).contains(seconds) else { return nil }
        return Timestamp(seconds: seconds)
    }

    /// The date behind the last semicolon of a trace header (RFC 5321 section 4.4).
    static func stamp(_ trace: String) -> Timestamp? {
        guard let cut = trace.lastIndex(of: ";") else { return nil }
        let found = g_mime_utils_header_decode_date(String(trace[cut...].dropFirst()))
        defer { if let found { g_date_time_unref(found) } }
        return date(found)
    }

    /// The ids between angle brackets; without any bracket the words themselves. At most 100.
    static func messageIDs(_ value: String?) -> [String] {
        guard let value else { return [] }
        guard value.utf8.contains(UInt8(ascii: "<")) else {
            return value.split(separator: " ").filter { $0.contains("@") }.prefix(100).map(
                String.init)
        }
        return value.split(separator: "<").dropFirst(value.hasPrefix("<") ? 0 : 1).prefix(100)
            .compactMap { piece in
                guard let end = piece.firstIndex(of: ">") else { return nil }
                let id = piece[..<end].filter { !$0.isWhitespace }
                return id.isEmpty ? nil : String(id)
            }
    }
}
