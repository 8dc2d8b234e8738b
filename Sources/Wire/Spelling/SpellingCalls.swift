package import HelpDesk

/// The words of a text that the dictionary of its language does not know, each as a finding that
/// only advises. Never an error for want of a dictionary: `dictionary` is then nil.
package struct CheckSpelling: RemoteCall {
    package static let method = "spelling.check"
    package var ticket: TicketID
    package var text: String
    /// Nil for the language that the text is in.
    package var language: LanguageCode?
    package init(ticket: TicketID, text: String, language: LanguageCode? = nil) {
        self.ticket = ticket
        self.text = text
        self.language = language
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var language: LanguageCode
        /// The dictionary's name, such as `de_DE`; nil when none is for this language.
        package var dictionary: String?
        package var findings: [Finding]
        package init(language: LanguageCode, dictionary: String?, findings: [Finding]) {
            self.language = language
            self.dictionary = dictionary
            self.findings = findings
        }
    }
}

/// What the caller keeps for their own letters: snippets, or words that are spelled right.
package struct ListOwnWords: RemoteCall {
    package static let method = "word.list"
    package var kind: OwnWord.Kind
    package init(kind: OwnWord.Kind) { self.kind = kind }

    package struct Reply: Codable, Sendable, Hashable {
        package var words: [OwnWordContent]
        package init(words: [OwnWordContent]) { self.words = words }
    }
}

/// Keeps one, in place of an earlier one of that name. Errors: `badRequest`, `ownWordsTooMany`.
package struct KeepOwnWord: RemoteCall {
    package static let method = "word.keep"
    package typealias Reply = ListOwnWords.Reply
    package var kind: OwnWord.Kind
    package var word: OwnWordContent
    package init(kind: OwnWord.Kind, word: OwnWordContent) {
        self.kind = kind
        self.word = word
    }
}

/// Forgets one. Error `ownWordNotFound`.
package struct DropOwnWord: RemoteCall {
    package static let method = "word.drop"
    package typealias Reply = ListOwnWords.Reply
    package var kind: OwnWord.Kind
    package var name: String
    package init(kind: OwnWord.Kind, name: String) {
        self.kind = kind
        self.name = name
    }
}
