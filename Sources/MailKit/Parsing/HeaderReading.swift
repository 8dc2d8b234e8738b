import CGMime
import SwiftExtensions

/// Headers of a GMime object as values.
enum HeaderReading {
    static func headers(of object: UnsafeMutablePointer<GMimeObject>, _ limits: MailLimits)
        -> MailHeaders
    {
        guard let list = g_mime_object_get_header_list(object) else { return MailHeaders() }
        let count = min(Int(g_mime_header_list_get_count(list)), limits.headerCount)
        return MailHeaders(
            (0..<count).compactMap { index in
                g_mime_header_list_get_header_at(list, CInt(index)).flatMap { header($0, limits) }
            })
    }

    private static func header(_ header: UnsafeMutablePointer<GMimeHeader>, _ limits: MailLimits)
        -> MailHeader?
    {
        guard let name = GMimeLibrary.text(g_mime_header_get_name(header)) else { return nil }
        let value = GMimeLibrary.text(g_mime_header_get_value(header)) ?? ""
        return MailHeader(
            name: CleanText.line(name, limit: 200),
            value: trimmed(CleanText.line(value, limit: limits.headerBytes)))
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
