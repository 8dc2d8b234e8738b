/// A body with one thing wrong that its schema forbids.
struct BodyDamage {
    var name: String
    var body: Json

    static func all(of body: Json, _ schema: Json, _ model: ApiModel) -> [BodyDamage] {
        damages(of: body, schema, model, at: JsonPlace()).map { place, name, value in
            BodyDamage(name: "\(place) \(name)", body: body.replacing(place, with: value))
        }
    }

    private static func damages(
        of value: Json, _ unresolved: Json, _ model: ApiModel, at place: JsonPlace
    ) -> [(JsonPlace, String, Json?)] {
        let schema = model.resolved(unresolved)
        var damages: [(JsonPlace, String, Json?)] = []
        if schema["type"] != nil { damages.append((place, "retyped", value.retyped)) }
        if schema["enum"] != nil { damages.append((place, "not in the enum", .text("NO_SUCH"))) }
        switch value {
        case .text:
            if let most = schema["maxLength"]?.whole {
                damages.append((place, "too long", .text(String(repeating: "é", count: most + 1))))
            }
            if let least = schema["minLength"]?.whole, least > 0 {
                damages.append((place, "too short", .text("")))
            }
            if schema["format"]?.text == "date-time" {
                damages.append((place, "no time", .text("yesterday")))
            }
        case .list(let elements):
            if let most = (schema["maxItems"] ?? schema["maxLength"])?.whole,
                let first = elements.first
            {
                let many = Array(repeating: first, count: most + 1)
                damages.append((place, "too many", .list(many)))
            }
            if let least = (schema["minItems"] ?? schema["minLength"])?.whole, least > 0 {
                damages.append((place, "too few", .list([])))
            }
            for (index, element) in elements.enumerated() {
                damages += self.damages(
                    of: element, schema["items"] ?? .object([:]), model, at: place.element(index))
            }
        case .object(let members):
            damages += inObject(members, schema, model, at: place)
        case .null, .bool, .whole, .decimal: break
        }
        return damages
    }

    private static func inObject(
        _ members: [String: Json], _ schema: Json, _ model: ApiModel, at place: JsonPlace
    ) -> [(JsonPlace, String, Json?)] {
        var damages: [(JsonPlace, String, Json?)] = []
        let properties = schema["properties"]?.members ?? [:]
        for name in schema["required"]?.texts ?? [] where members[name] != nil {
            damages.append((place.member(name), "missing", nil))
        }
        if !properties.isEmpty, schema["additionalProperties"] == nil, schema["allOf"] == nil {
            damages.append((place.member("stranger"), "unknown", .text("?")))
        }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            guard let property = properties[name] else { continue }
            damages += self.damages(of: member, property, model, at: place.member(name))
        }
        return damages
    }
}
