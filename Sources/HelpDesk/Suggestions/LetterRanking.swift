/// What the words of templates weigh beside each other: a word that many letters of one language
/// hold tells little of any of them.
package struct LetterRanking: Sendable {
    private struct Letter: Sendable {
        var title: Set<String>
        var words: Set<String>
    }

    private var letters: [TemplateKey: Letter] = [:]
    private var counts: [String: [String: Int]] = [:]
    private var totals: [String: Int] = [:]

    /// Whole letters are read; longer ones are no letters.
    private static let longest = 3000
    /// A few letters are no sample of what every letter says.
    private static let leastLetters = 50
    private static let commonness = 10.0
    private static let wordShare = 0.4
    private static let mostWords = 1.5
    private static let itemShare = 0.3
    private static let mostItem = 0.6
    /// A word below this stands in too many letters to be a reason.
    private static let telling = 0.25

    package init(_ templates: [TemplateRecord]) {
        for template in templates {
            let title = TellingWords(template.title).keys
            let body = TellingWords(Self.withoutSlots(template.body), longest: Self.longest).keys
            let words = title.union(body)
            letters[template.key] = Letter(title: title, words: words)
            let language = Self.short(template.language)
            totals[language, default: 0] += 1
            for word in words { counts[language, default: [:]][word, default: 0] += 1 }
        }
    }

    /// How well a template fits a question, and why; `relevance` leaves out the language, which says
    /// nothing of what is asked.
    package struct Fit: Hashable, Sendable {
        package var score: Double
        package var relevance: Double
        package var reasons: [Suggestion.Reason]
    }

    package func fit(of record: TemplateRecord, _ question: SuggestionRules.Question) -> Fit {
        guard Self.short(record.language) == Self.short(question.language) else {
            let isKind = record.category == question.category
            return Fit(score: isKind ? 0.5 : 0, relevance: 0, reasons: [])
        }
        var reasons = [Suggestion.Reason(.language)]
        var relevance = 0.0
        let kind = kindShare(of: record, question)
        if kind > 0 {
            relevance += kind
            if question.certainty >= 0.5 { reasons.append(Suggestion.Reason(.category)) }
        }
        let asked = question.telling
        let weights = self.weights(of: asked.keys, in: record)
        relevance += min(Self.mostWords, Self.sum(weights) * Self.wordShare)
        let common = asked.written(weights.filter { $0.value >= Self.telling }.keys)
        if !common.isEmpty { reasons.append(.words(common)) }
        let item = self.weights(of: question.itemKeys.subtracting(asked.keys), in: record)
            .filter { $0.value >= 0.5 }
        if !item.isEmpty {
            relevance += min(Self.mostItem, Self.sum(item) * Self.itemShare)
            reasons.append(Suggestion.Reason(.item))
        }
        // A letter that says something was cancelled is wrong for whoever did not ask for it.
        if record.category == .cancelRequest, question.category != .cancelRequest { relevance -= 1 }
        return Fit(score: 2 + relevance, relevance: relevance, reasons: reasons)
    }

    /// "Other" is a question that nobody could place, and no kind that two letters share. Questions
    /// about a product are of one kind and about a hundred things.
    private func kindShare(
        of record: TemplateRecord, _ question: SuggestionRules.Question
    ) -> Double {
        guard record.category == question.category else { return 0 }
        switch record.category {
        case .other: return 0
        case .productUsage, .preSaleQuestion: return 0.4 * question.certainty
        default: return 0.8 * question.certainty
        }
    }

    /// What the words that a letter holds weigh; those of its title count twice.
    private func weights(of keys: Set<String>, in record: TemplateRecord) -> [String: Double] {
        guard let letter = letters[record.key] else { return [:] }
        let language = Self.short(record.language)
        let total = Double(max(totals[language] ?? 0, Self.leastLetters))
        var weights: [String: Double] = [:]
        for key in keys.intersection(letter.words) {
            let share = Double(counts[language]?[key] ?? 0) / total
            let weight = 1 / (1 + Self.commonness * share)
            weights[key] = letter.title.contains(key) ? weight * 2 : weight
        }
        return weights
    }

    /// In a fixed order: sums of fractions must not depend on a dictionary's.
    private static func sum(_ weights: [String: Double]) -> Double {
        weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }

    private static func short(_ language: LanguageCode) -> String {
        String(language.rawValue.prefix { $0 != "-" })
    }

    /// The names of variables are no words of the letter.
    private static func withoutSlots(_ text: String) -> String {
        guard text.contains("{{") else { return text }
        let parts = text.split(separator: "{{", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            guard index > 0, let end = part.firstRange(of: "}}") else { return String(part) }
            return " " + part[end.upperBound...]
        }.joined()
    }
}

extension Suggestion.Reason {
    static func words(_ words: [String]) -> Suggestion.Reason {
        Suggestion.Reason(.words, ["words": words.prefix(5).joined(separator: ", ")])
    }
}
