extension ApiModel {
    /// The places in `value` that its schema requires, under parts that are there.
    func requiredPlaces(
        in value: Json, _ unresolved: Json, at place: JsonPlace = JsonPlace()
    ) -> [JsonPlace] {
        let schema = resolved(unresolved)
        var places: [JsonPlace] = []
        for part in schema["allOf"]?.elements ?? [] {
            places += requiredPlaces(in: value, part, at: place)
        }
        switch value {
        case .object(let members):
            for name in schema["required"]?.texts ?? [] where members[name] != nil {
                places.append(place.member(name))
            }
            for (name, property) in (schema["properties"]?.members ?? [:]).sorted(by: {
                $0.key < $1.key
            }) {
                guard let member = members[name] else { continue }
                places += requiredPlaces(in: member, property, at: place.member(name))
            }
        case .list(let elements):
            guard let items = schema["items"] else { break }
            for (index, element) in elements.enumerated() {
                places += requiredPlaces(in: element, items, at: place.element(index))
            }
        default: break
        }
        return places
    }
}

extension Json {
    /// Another value of the same kind; nil for what has no leaf to change.
    var altered: Json? {
        switch self {
        case .text(let text):
            // Times stay times and amounts amounts, so that a reader cannot refuse the change.
            if TextFormat.isValid(text, "date-time") { return .text("2001-02-03T04:05:06Z") }
            if TextFormat.isValid(text, "date") { return .text("2001-02-03") }
            return .text(Double(text) == nil ? text + "x" : text + "7")
        case .whole(let number): return .whole(number + 1)
        case .decimal(let number): return .decimal(number + 1)
        case .bool(let flag): return .bool(!flag)
        case .null, .list, .object: return nil
        }
    }

    /// A value of another kind.
    var retyped: Json {
        switch self {
        case .whole, .decimal, .bool, .null: .text("seven")
        case .text, .list, .object: .whole(7)
        }
    }
}
