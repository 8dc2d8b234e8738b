/// The words of a letter that a dictionary may know, and where they stand.
package enum SpellingWords {
    package struct Word: Hashable, Sendable {
        package var text: String
        /// UTF-8 offsets in the letter.
        package var range: Range<Int>

        package init(_ text: String, _ range: Range<Int>) {
            self.text = text
            self.range = range
        }
    }

    /// No dictionary holds longer ones, and a paste may.
    private static let longest = 40
    /// More words than any letter has; a pasted book is not proofread.
    private static let most = 4000

    /// Words in Latin letters. Left out is what no dictionary can judge: what holds digits, open
    /// slots of templates, addresses and links, capitals alone (models, carriers), single letters.
    package static func of(_ text: String) -> [Word] {
        var words: [Word] = []
        var start = 0
        var token = ""
        var isInSlot = false
        var offset = 0
        func close() {
            defer { token = "" }
            guard !token.isEmpty, words.count < most else { return }
            if token.hasPrefix("{{") { isInSlot = true }
            let wasInSlot = isInSlot
            if token.contains("}}") { isInSlot = false }
            guard !wasInSlot else { return }
            words += parts(of: token, at: start)
        }
        for character in text {
            if character.isWhitespace {
                close()
            } else {
                if token.isEmpty { start = offset }
                token.append(character)
            }
            offset += character.utf8.count
        }
        close()
        return words
    }

    /// The words between two blanks; none of an address, a link or a number.
    private static func parts(of token: String, at start: Int) -> [Word] {
        guard !token.contains(where: { $0.isNumber || "@/\\_{}".contains($0) }),
            !hasInnerDot(token)
        else { return [] }
        var words: [Word] = []
        var word = ""
        var first = start
        var offset = start
        func close() {
            defer { word = "" }
            let bare = trimmed(word)
            guard isWord(bare.text) else { return }
            let begin = first + bare.dropped
            words.append(Word(bare.text, begin..<begin + bare.text.utf8.count))
        }
        for character in token {
            if isLatin(character) || isJoint(character) {
                if word.isEmpty { first = offset }
                word.append(character)
            } else {
                close()
            }
            offset += character.utf8.count
        }
        close()
        return words
    }

    private static func hasInnerDot(_ token: String) -> Bool {
        var rest = Substring(token)
        while let last = rest.last, !isLatin(last) { rest.removeLast() }
        return rest.contains(".")
    }

    private static func isWord(_ word: String) -> Bool {
        (2...longest).contains(word.count) && word.contains(where: \.isLowercase)
    }

    /// Apostrophes within a word are part of it, hyphens part two.
    private static func isJoint(_ character: Character) -> Bool {
        character == "'" || character == "\u{2019}"
    }

    private static func isLatin(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return character.isLetter && scalar.value < 0x250
    }

    private static func trimmed(_ word: String) -> (text: String, dropped: Int) {
        var rest = Substring(word)
        var dropped = 0
        while let first = rest.first, isJoint(first) {
            dropped += first.utf8.count
            rest.removeFirst()
        }
        while let last = rest.last, isJoint(last) { rest.removeLast() }
        return (String(rest), dropped)
    }
}

/// Dictionaries by the names that spelling programs give them, such as `de_DE`.
package enum SpellingDictionaries {
    /// The one for a language on a marketplace; nil when none of `names` is for it.
    package static func choice(
        _ language: LanguageCode, on marketplace: MarketplaceCode?, of names: Set<String>
    ) -> String? {
        let short = String(language.rawValue.prefix { $0 != "-" })
        guard short.utf8.count == 2 else { return nil }
        let wanted = preferred(short, marketplace) + [short]
        if let found = wanted.first(where: names.contains) { return found }
        return names.filter { $0.hasPrefix(short + "_") }.min()
    }

    private static func preferred(
        _ language: String, _ marketplace: MarketplaceCode?
    ) -> [String] {
        switch (language, marketplace?.rawValue) {
        case ("en", "UK"): ["en_GB", "en_US"]
        case ("en", "CA"): ["en_CA", "en_US"]
        case ("en", _): ["en_US", "en_GB"]
        case ("fr", "CA"): ["fr_CA", "fr_FR"]
        default: ["\(language)_\(language.uppercased())"]
        }
    }
}

extension Finding {
    /// The rule of a word that no dictionary knows; it never keeps a letter back.
    package static let spellingRule = "SPL-01"

    /// A word that the dictionary does not know, with its first guess.
    package static func misspelled(
        _ word: SpellingWords.Word, guesses: [String]
    ) -> Finding {
        var finding = Finding(
            rule: spellingRule, category: "spelling", severity: .advise,
            start: word.range.lowerBound, end: word.range.upperBound, text: word.text)
        finding.suggestion = guesses.first
        finding.arguments = [
            "word": word.text, "guesses": guesses.prefix(4).joined(separator: ", "),
        ]
        return finding
    }
}
