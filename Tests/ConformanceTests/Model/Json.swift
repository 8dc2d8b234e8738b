import Foundation

/// A JSON value as the models and their examples hold it.
enum Json: Hashable, Sendable {
    case null
    case bool(Bool)
    case whole(Int64)
    case decimal(Double)
    case text(String)
    case list([Json])
    case object([String: Json])

    /// Throws the decoder's error when the bytes are no JSON.
    static func parse(_ data: Data) throws -> Json {
        try JSONDecoder().decode(Json.self, from: data)
    }

    /// The value as it goes over the line; members in the order of their names.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }

    subscript(name: String) -> Json? { members?[name] }

    var members: [String: Json]? {
        if case .object(let members) = self { return members }
        return nil
    }

    var elements: [Json]? {
        if case .list(let elements) = self { return elements }
        return nil
    }

    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    var flag: Bool? {
        if case .bool(let flag) = self { return flag }
        return nil
    }

    var whole: Int? {
        if case .whole(let number) = self { return Int(number) }
        return nil
    }

    var number: Double? {
        switch self {
        case .whole(let number): Double(number)
        case .decimal(let number): number
        default: nil
        }
    }

    /// The texts of a list, or the only text.
    var texts: [String] { elements?.compactMap(\.text) ?? text.map { [$0] } ?? [] }
}

extension Json: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let members = try? container.decode([String: Json].self) {
            self = .object(members)
        } else if let elements = try? container.decode([Json].self) {
            self = .list(elements)
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .whole(number)
        } else {
            self = .decimal(try container.decode(Double.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .whole(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let elements): try container.encode(elements)
        case .object(let members): try container.encode(members)
        }
    }
}
