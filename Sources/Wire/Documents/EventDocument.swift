import FoundationEssentials
package import HelpDesk
import SwiftExtensions

/// One event as `deskhand ticket log` prints it: `sequence`, `at`, `actor`, `event` and `facts`.
///
/// Names are in snake case and times in ISO 8601. An event of an area carries both names, such as
/// `account.report_requested`. `facts` holds the fields of the event; where it has no names for them
/// the first is `id` and the next is `value`.
package struct EventDocument: Encodable, Sendable {
    private let tree: JSONTree

    /// Throws when the event cannot be written as JSON, which would be a mistake of ours.
    package init(_ record: EventRecord) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        if let key = Timestamp.isWrittenForPeople { encoder.userInfo[key] = true }
        let whole = try JSONDecoder().decode(JSONTree.self, from: try encoder.encode(record))
        guard case .object(var fields) = whole else {
            tree = whole
            return
        }
        let (name, facts) = Self.unwrapped(fields["event"] ?? .null)
        fields["event"] = .text(name)
        fields["facts"] = facts
        if let actor = fields["actor"] {
            let (kind, who) = Self.unwrapped(actor)
            fields["actor"] = .object([kind: who])
        }
        tree = .object(fields)
    }

    package func encode(to encoder: any Encoder) throws { try tree.encode(to: encoder) }

    /// Swift writes a case with one value as `{"name":{"_0":value}}`.
    private static func unwrapped(_ tree: JSONTree) -> (name: String, facts: JSONTree) {
        guard case .object(let outer) = tree, outer.count == 1, let (name, inner) = outer.first,
            case .object(let values) = inner
        else { return ("", tree) }
        guard values.count == 1, let only = values["_0"] else {
            return (name, .object(named(values)))
        }
        guard case .object(let nested) = only, nested.count == 1,
            case .object(let deeper)? = nested.first?.value,
            deeper.isEmpty || deeper.keys.contains("_0")
        else { return (name, only) }
        let (rest, facts) = unwrapped(only)
        return ("\(name).\(rest)", facts)
    }

    private static func named(_ values: [String: JSONTree]) -> [String: JSONTree] {
        var named = values
        for (bare, name) in [("_0", "id"), ("_1", "value")] {
            guard let value = named.removeValue(forKey: bare) else { continue }
            named[name] = value
        }
        return named
    }
}

/// JSON of any shape.
private enum JSONTree: Codable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
