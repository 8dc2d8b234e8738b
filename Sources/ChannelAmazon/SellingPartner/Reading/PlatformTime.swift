import SwiftExtensions

/// Times as reports and some answers write them: with or without seconds, offset or a zone's name.
enum PlatformTime {
    /// RFC 3339 and its shorter forms, such as `2026-11-18T23:59Z`.
    static func timestamp(_ text: String) -> Timestamp? {
        if let time = Timestamp(iso8601: text) { return time }
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 6, parts[1].hasSuffix("Z") else {
            return nil
        }
        return Timestamp(iso8601: "\(parts[0])T\(parts[1].dropLast()):00Z")
    }
}
