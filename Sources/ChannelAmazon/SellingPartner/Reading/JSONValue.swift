/// A JSON value that remembers where it stood, so that a record which cannot be understood is kept
/// byte for byte. Numbers stay as written.
struct JSONValue: Sendable {
    indirect enum Content: Sendable {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([(key: String, value: JSONValue)])
    }

    var content: Content
    /// Place of the value in the document that was parsed.
    var range: Range<Int>

    /// The first member with this name; nil for absent ones, for null, and when this is no object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content,
            let member = members.first(where: { $0.key == key })
        else { return nil }
        if case .null = member.value.content { return nil }
        return member.value
    }

    var isObject: Bool {
        if case .object = content { return true }
        return false
    }

    var text: String? {
        if case .string(let text) = content { return text }
        return nil
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = content { return elements }
        return nil
    }

    var flag: Bool? {
        if case .bool(let flag) = content { return flag }
        return nil
    }

    /// The number when it is a whole one of a size that counts of real things have; sums of a few
    /// such numbers cannot overflow.
    var whole: Int? {
        guard case .number(let digits) = content, let number = Int(digits) else { return nil }
        return WholeNumbers.sensible.contains(number) ? number : nil
    }

    /// How many there are of something: a whole number that is not negative.
    var quantity: Int? { whole.flatMap { $0 >= 0 ? $0 : nil } }

    /// A number, whole or not.
    var decimal: Double? {
        if case .number(let digits) = content { return Double(digits) }
        return nil
    }
}

/// What a whole number of the platform may be; anything else is damage.
enum WholeNumbers {
    static let sensible = -1_000_000_000...1_000_000_000
}
