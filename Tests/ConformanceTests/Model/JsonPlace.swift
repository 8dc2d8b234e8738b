/// A way from a document's root to one of its values.
struct JsonPlace: Hashable, Sendable, CustomStringConvertible {
    enum Step: Hashable, Sendable {
        case member(String)
        case element(Int)
    }

    var steps: [Step] = []

    func member(_ name: String) -> JsonPlace { JsonPlace(steps: steps + [.member(name)]) }
    func element(_ index: Int) -> JsonPlace { JsonPlace(steps: steps + [.element(index)]) }

    /// `orders[0].orderId`.
    var description: String { text { "[\($0)]" } }

    /// The place in any element of its lists: `orders[].orderId`.
    var pattern: String { text { _ in "[]" } }

    private func text(_ index: (Int) -> String) -> String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .member(let name): text += text.isEmpty ? name : ".\(name)"
            case .element(let number): text += index(number)
            }
        }
    }
}

extension Json {
    /// The value at a place, if there is one.
    subscript(place: JsonPlace) -> Json? {
        place.steps.reduce(Optional(self)) { value, step in
            switch step {
            case .member(let name): value?[name]
            case .element(let index):
                value?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
        }
    }

    /// The document with another value at a place; nil takes a member away.
    func replacing(_ place: JsonPlace, with value: Json?) -> Json {
        replacing(place.steps[...], with: value) ?? .null
    }

    private func replacing(_ steps: ArraySlice<JsonPlace.Step>, with value: Json?) -> Json? {
        guard let step = steps.first else { return value }
        switch (step, self) {
        case (.member(let name), .object(var members)):
            members[name] = (members[name] ?? .null).replacing(steps.dropFirst(), with: value)
            return .object(members)
        case (.element(let index), .list(var elements)) where elements.indices.contains(index):
            elements[index] =
                elements[index].replacing(steps.dropFirst(), with: value) ?? .null
            return .list(elements)
        default:
            return self
        }
    }

    /// The places of all objects, the outermost first.
    func objects(at place: JsonPlace = JsonPlace()) -> [JsonPlace] {
        switch self {
        case .object(let members):
            [place]
                + members.sorted { $0.key < $1.key }.flatMap { $1.objects(at: place.member($0)) }
        case .list(let elements):
            elements.enumerated().flatMap { $1.objects(at: place.element($0)) }
        default: []
        }
    }
}
