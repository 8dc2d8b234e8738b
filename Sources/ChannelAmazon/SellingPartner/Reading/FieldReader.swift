import SwiftExtensions

/// Why a record cannot be used: the path of the field and what is wrong with it.
struct FieldProblem: Error, Hashable, CustomStringConvertible {
    enum Kind: String {
        case missing, retyped, unreadable
    }
    var path: String
    var kind: Kind

    var description: String { "\(path): \(kind.rawValue)" }
}

/// Reads an object's members. Required ones throw when they are missing or of another type;
/// optional ones of another type count as absent and are noted.
struct FieldReader {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, path: String) throws(FieldProblem) {
        guard value.isObject else { throw FieldProblem(path: path, kind: .retyped) }
        self.value = value
        self.path = path
    }

    func requiredText(_ name: String, limit: Int = 2000) throws(FieldProblem) -> String {
        let text = try required(name, \.text)
        let cleaned = PlatformText.cleaned(text, limit: limit)
        guard !cleaned.isEmpty else { throw problem(name, .unreadable) }
        return cleaned
    }

    func requiredWhole(_ name: String) throws(FieldProblem) -> Int { try required(name, \.whole) }

    func requiredQuantity(_ name: String) throws(FieldProblem) -> Int {
        try required(name, \.quantity)
    }

    /// Absent counts as none; anything but a quantity makes the record useless, because a number
    /// that is only guessed sells what is not there.
    func quantityOrNone(_ name: String) throws(FieldProblem) -> Int {
        value[name] == nil ? 0 : try requiredQuantity(name)
    }

    func requiredFlag(_ name: String) throws(FieldProblem) -> Bool { try required(name, \.flag) }

    func requiredTime(_ name: String) throws(FieldProblem) -> Timestamp {
        let text = try required(name, \.text)
        guard let time = Timestamp(iso8601: text) else { throw problem(name, .unreadable) }
        return time
    }

    func requiredList(_ name: String) throws(FieldProblem) -> [JSONValue] {
        try required(name, \.elements)
    }

    func requiredObject(_ name: String) throws(FieldProblem) -> FieldReader {
        guard let member = value[name] else { throw problem(name, .missing) }
        return try FieldReader(member, path: "\(path).\(name)")
    }

    func text(_ name: String, _ drift: inout DriftNotes, limit: Int = 2000) -> String? {
        let text = optional(name, \.text, &drift).map { PlatformText.cleaned($0, limit: limit) }
        return text?.isEmpty == true ? nil : text
    }

    func whole(_ name: String, _ drift: inout DriftNotes) -> Int? {
        optional(name, \.whole, &drift)
    }

    func quantity(_ name: String, _ drift: inout DriftNotes) -> Int? {
        optional(name, \.quantity, &drift)
    }

    func time(_ name: String, _ drift: inout DriftNotes) -> Timestamp? {
        optional(name, { $0.text.flatMap(Timestamp.init(iso8601:)) }, &drift)
    }

    func list(_ name: String, _ drift: inout DriftNotes) -> [JSONValue] {
        optional(name, \.elements, &drift) ?? []
    }

    func object(_ name: String, _ drift: inout DriftNotes) -> FieldReader? {
        optional(name, { try? FieldReader($0, path: "\(path).\(name)") }, &drift)
    }

    private func required<Result>(
        _ name: String, _ read: (JSONValue) -> Result?
    ) throws(FieldProblem) -> Result {
        guard let member = value[name] else { throw problem(name, .missing) }
        guard let result = read(member) else { throw problem(name, .retyped) }
        return result
    }

    private func optional<Result>(
        _ name: String, _ read: (JSONValue) -> Result?, _ drift: inout DriftNotes
    ) -> Result? {
        guard let member = value[name] else { return nil }
        guard let result = read(member) else {
            drift.note("\(path).\(name) (retyped)")
            return nil
        }
        return result
    }

    private func problem(_ name: String, _ kind: FieldProblem.Kind) -> FieldProblem {
        FieldProblem(path: "\(path).\(name)", kind: kind)
    }
}

/// Differences from the models that do no harm, counted by field.
struct DriftNotes {
    var counts: [String: Int] = [:]

    mutating func note(_ field: String) {
        counts[field, default: 0] += 1
    }
}
