import HelpDesk
import SwiftExtensions
import Wire

/// A JSON document put together by hand, with the keys that scripts rely on. What is not there is
/// null, never left out.
enum JSONValue: Encodable, ExpressibleByDictionaryLiteral {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }

    init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ time: Timestamp?) { self = time.map { .text($0.iso8601) } ?? .null }
    /// Numbers that JSON cannot write become null.
    init(_ number: Double?) {
        self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }
    init(_ identifier: some DeskIdentifier) { self = .integer(identifier.rawValue) }
    init(_ name: (some DeskName)?) { self.init(name?.rawValue) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }
}
