import SwiftExtensions

/// A value of a query, however it is written: `2024-01-01T00:00:00Z` is `2024-01-01T00:00:00.000Z`.
struct QueryValue: Equatable, CustomStringConvertible {
    var parts: [String]

    init(_ sent: String) {
        parts = sent.split(separator: ",").map { part in
            WireRequest.unescaped(part).map(Self.plain) ?? "(not escaped) \(part)"
        }
    }

    init(_ wanted: Json) {
        parts = (wanted.elements ?? [wanted]).map { element in
            switch element {
            case .text(let text): Self.plain(text)
            case .whole(let number): String(number)
            case .bool(let flag): String(flag)
            default: "\(element)"
            }
        }
    }

    var description: String { parts.joined(separator: ",") }

    private static func plain(_ text: String) -> String {
        guard TextFormat.isValid(text, "date-time"), let instant = Timestamp(iso8601: text) else {
            return text
        }
        return instant.iso8601
    }
}

/// A body, however its times are written.
struct SentBody: Equatable {
    var json: Json

    init(_ json: Json) {
        self.json = Self.plain(json)
    }

    private static func plain(_ json: Json) -> Json {
        switch json {
        case .text(let text):
            guard TextFormat.isValid(text, "date-time"), let instant = Timestamp(iso8601: text)
            else { return json }
            return .text(instant.iso8601)
        case .list(let elements): return .list(elements.map(plain))
        case .object(let members): return .object(members.mapValues(plain))
        case .null, .bool, .whole, .decimal: return json
        }
    }
}
