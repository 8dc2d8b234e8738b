/// Something that a person keeps for their own letters. What it says is content.
package struct OwnWord: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A short name that a key turns into a text.
        case snippet
        /// A word that the spelling checker leaves alone.
        case spelling
    }

    package var id: OwnWordID
    package var person: PersonID
    package var kind: Kind
    /// Of name and text, one a line; keyed, as one word could be guessed from a plain digest.
    package var digest: String

    package init(id: OwnWordID, person: PersonID, kind: Kind, digest: String) {
        self.id = id
        self.person = person
        self.kind = kind
        self.digest = digest
    }
}

/// A snippet's name and text, or a word of the spelling checker with an empty text.
package struct OwnWordContent: Hashable, Sendable, Codable {
    package var name: String
    package var text: String

    package init(name: String, text: String = "") {
        self.name = name
        self.text = text
    }

    package var digested: String { "\(name)\n\(text)" }
}

package struct OwnWordID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}
