/// The fields that the models know, as a tree; counting what lies outside shows drift early.
indirect enum RecordShape: Sendable {
    /// A value that is not looked into.
    case leaf
    case object([String: RecordShape])
    case list(RecordShape)

    /// An object whose members are all leaves.
    static func leaves(_ names: String...) -> RecordShape {
        .object(Dictionary(names.map { ($0, .leaf) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Adds the fields of `value` that the shape does not hold to `counts`.
    func count(_ value: JSONValue, path: String, into counts: inout [String: Int]) {
        switch (self, value.content) {
        case (.object(let known), .object(let members)):
            for (key, member) in members {
                let name = "\(path).\(PlatformText.cleaned(key, limit: 60))"
                guard let shape = known[key] else {
                    if counts.count < 200 || counts[name] != nil { counts[name, default: 0] += 1 }
                    continue
                }
                shape.count(member, path: name, into: &counts)
            }
        case (.list(let shape), .array(let elements)):
            for element in elements { shape.count(element, path: path, into: &counts) }
        default:
            break
        }
    }
}
