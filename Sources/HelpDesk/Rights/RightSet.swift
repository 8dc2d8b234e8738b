/// What a role allows: verbs, each with its breadth. What is not in the set is not allowed.
package struct RightSet: Hashable, Sendable {
    package private(set) var breadths: [Verb: Breadth]

    package init(_ breadths: [Verb: Breadth] = [:]) {
        self.breadths = breadths
    }

    package static let everything = RightSet(
        Dictionary(uniqueKeysWithValues: Verb.allCases.map { ($0, .all) }))

    package subscript(verb: Verb) -> Breadth? {
        get { breadths[verb] }
        set { breadths[verb] = newValue }
    }

    package func allows(_ verb: Verb, _ breadth: Breadth = .own) -> Bool {
        breadths[verb].map { $0 >= breadth } ?? false
    }

    /// Both sets together, the wider breadth of each verb.
    package func union(_ other: RightSet) -> RightSet {
        RightSet(breadths.merging(other.breadths, uniquingKeysWith: max))
    }

    /// `verb:breadth` for each right, in the order of the verbs' words.
    package var words: [String] {
        breadths.map { "\($0.rawValue):\($1.rawValue)" }.sorted()
    }

    /// Reads one `verb:breadth`; nil for words that no version of the desk knows.
    package static func right(_ word: String) -> (Verb, Breadth)? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let verb = Verb(rawValue: String(parts[0])),
            let breadth = Breadth(rawValue: String(parts[1]))
        else { return nil }
        return (verb, breadth)
    }
}

extension RightSet: Codable {
    /// Words that this version does not know allow nothing here, so they are left out.
    package init(from decoder: any Decoder) throws {
        let words = try decoder.singleValueContainer().decode([String].self)
        self.init(
            Dictionary(words.compactMap(Self.right), uniquingKeysWith: { min($0, $1) }))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(words)
    }
}
