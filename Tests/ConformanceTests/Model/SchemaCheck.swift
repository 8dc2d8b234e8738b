/// A rule of a model that a value breaks.
struct Violation: Hashable, Sendable, CustomStringConvertible {
    var place: String
    var rule: String

    var description: String { "\(place): \(rule)" }
}

/// Holds values against the schemas of a model (the part of JSON Schema that Swagger 2.0 has).
struct SchemaCheck {
    let model: ApiModel
    /// Whether members that the schema does not name are wrong; so it is for what we send.
    var isStrict = false
    private(set) var violations: [Violation] = []

    init(_ model: ApiModel, isStrict: Bool = false) {
        self.model = model
        self.isStrict = isStrict
    }

    /// What is wrong with `value`.
    static func violations(
        of value: Json, against schema: Json, in model: ApiModel, at place: String,
        isStrict: Bool = false
    ) -> [Violation] {
        var check = SchemaCheck(model, isStrict: isStrict)
        check.check(value, schema, place)
        return check.violations
    }

    private mutating func complain(_ place: String, _ rule: String) {
        violations.append(Violation(place: place, rule: rule))
    }

    private mutating func check(_ value: Json, _ unresolved: Json, _ place: String) {
        let schema = model.resolved(unresolved)
        for part in schema["allOf"]?.elements ?? [] { check(value, part, place) }
        if let type = schema["type"]?.text, !value.isOf(type) {
            complain(place, "type \(type)")
            return
        }
        if let allowed = schema["enum"]?.elements, !allowed.contains(value) {
            complain(place, "enum")
        }
        switch value {
        case .text(let text): check(text, schema, place)
        case .whole, .decimal: checkNumber(value.number ?? 0, schema, place)
        case .list(let elements): checkList(elements, schema, place)
        case .object(let members): checkObject(members, schema, place)
        case .null, .bool: break
        }
    }

    private mutating func check(_ text: String, _ schema: Json, _ place: String) {
        // Lengths are those of code points.
        let length = text.unicodeScalars.count
        if let least = schema["minLength"]?.whole, length < least { complain(place, "minLength") }
        if let most = schema["maxLength"]?.whole, length > most { complain(place, "maxLength") }
        if let pattern = schema["pattern"]?.text, !TextFormat.matches(text, pattern) {
            complain(place, "pattern")
        }
        if let format = schema["format"]?.text, !TextFormat.isValid(text, format) {
            complain(place, "format \(format)")
        }
    }

    private mutating func checkNumber(_ number: Double, _ schema: Json, _ place: String) {
        if let least = schema["minimum"]?.number, number < least { complain(place, "minimum") }
        if let most = schema["maximum"]?.number, number > most { complain(place, "maximum") }
    }

    /// Some models write the limits of a list as those of a text.
    private mutating func checkList(_ elements: [Json], _ schema: Json, _ place: String) {
        if let least = (schema["minItems"] ?? schema["minLength"])?.whole, elements.count < least {
            complain(place, "minItems")
        }
        if let most = (schema["maxItems"] ?? schema["maxLength"])?.whole, elements.count > most {
            complain(place, "maxItems")
        }
        guard let items = schema["items"] else { return }
        for (index, element) in elements.enumerated() {
            check(element, items, "\(place)[\(index)]")
        }
    }

    private mutating func checkObject(_ members: [String: Json], _ schema: Json, _ place: String) {
        for name in schema["required"]?.texts ?? [] where members[name] == nil {
            complain("\(place).\(name)", "required")
        }
        let known = schema["properties"]?.members ?? [:]
        let others = schema["additionalProperties"]
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if let property = known[name] {
                check(member, property, "\(place).\(name)")
            } else if let others, others.flag == nil {
                check(member, others, "\(place).\(name)")
            } else if others?.flag == false
                || isStrict && others == nil && !known.isEmpty
                    && schema["allOf"] == nil
            {
                complain("\(place).\(name)", "unknown")
            }
        }
    }
}

extension Json {
    fileprivate func isOf(_ type: String) -> Bool {
        switch (type, self) {
        case ("string", .text), ("boolean", .bool), ("array", .list), ("object", .object),
            ("integer", .whole), ("number", .whole), ("number", .decimal):
            true
        default: false
        }
    }
}
