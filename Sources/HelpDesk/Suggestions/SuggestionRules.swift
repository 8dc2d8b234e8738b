/// Puts answers in order for one ticket. Weights are starting values; what counts is their order:
/// a letter in the wrong language helps nobody, one about another question little.
package enum SuggestionRules {
    /// How many of each kind are shown.
    package static let shown = 3
    /// Two replies above this are one answer said twice.
    private static let sameAnswer = 0.6

    /// What is asked.
    package struct Question: Hashable, Sendable {
        package var language: LanguageCode
        package var category: InquiryCategory
        /// How sure the category is, 0 to 1.
        package var certainty: Double
        package var orderStatus: OrderStatus?
        /// The words that tell what it is about.
        let telling: TellingWords
        /// Words of what was ordered.
        let itemKeys: Set<String>

        /// `items` are titles of what was ordered; `names` are people's, and tell nothing.
        package init(
            text: String, language: LanguageCode, category: InquiryCategory,
            orderStatus: OrderStatus?, certainty: Double = 1, items: [String] = [],
            names: [String] = []
        ) {
            self.language = language
            self.category = category
            self.certainty = certainty
            self.orderStatus = orderStatus
            telling = TellingWords(text, names: names)
            itemKeys = items.reduce(into: []) { $0.formUnion(TellingWords($1).keys) }
        }

        /// The words that tell what it is about, as `WordingClusters.Text` writes them.
        package var words: Set<String> { telling.keys }

        /// Its words that another message has too, as they are written here.
        package func common(with other: String) -> [String] {
            telling.written(telling.keys.intersection(TellingWords(other).keys))
        }
    }

    /// A template with its values filled in.
    package struct Template: Hashable, Sendable {
        package var record: TemplateRecord
        package var text: String
        package var missing: [String]
        package var worth: Worth

        package init(
            record: TemplateRecord, text: String, missing: [String], worth: Worth = Worth()
        ) {
            self.record = record
            self.text = text
            self.missing = missing
            self.worth = worth
        }
    }

    /// What a template is worth whatever is asked.
    package struct Worth: Hashable, Sendable {
        /// It was written for an order that stands as this one does.
        package var isForOrderState: Bool
        /// Somebody should have looked by now whether it is still right.
        package var isOverdue: Bool
        package var outcome: TemplateOutcome?

        package init(
            isForOrderState: Bool = false, isOverdue: Bool = false,
            outcome: TemplateOutcome? = nil
        ) {
            self.isForOrderState = isForOrderState
            self.isOverdue = isOverdue
            self.outcome = outcome
        }

        package var score: Double {
            (isForOrderState ? 0.4 : 0) - (isOverdue ? 0.3 : 0) + (outcome?.surely ?? 0) * 0.5
        }

        var reasons: [Suggestion.Reason] {
            var reasons: [Suggestion.Reason] = []
            if isForOrderState { reasons.append(Suggestion.Reason(.orderState)) }
            if let outcome, outcome.surely != nil {
                reasons.append(
                    Suggestion.Reason(
                        .outcome,
                        ["count": String(outcome.quiet), "of": String(outcome.uses)]))
            }
            if isOverdue { reasons.append(Suggestion.Reason(.overdue)) }
            return reasons
        }
    }

    /// A reply of the team to a question like this one.
    package struct Reply: Hashable, Sendable {
        package var message: MessageID
        package var ticket: TicketID
        package var title: String
        package var text: String
        package var language: LanguageCode
        package var category: InquiryCategory
        package var orderStatus: OrderStatus?
        /// BM25 of its question, as a share of the best hit's.
        package var match: Double
        package var words: [String]
        package var isReopened: Bool
        /// Its order holds what this one holds.
        package var isSameItem: Bool

        package init(
            message: MessageID, ticket: TicketID, title: String, text: String,
            language: LanguageCode, category: InquiryCategory, orderStatus: OrderStatus?,
            match: Double, words: [String], isReopened: Bool, isSameItem: Bool = false
        ) {
            self.message = message
            self.ticket = ticket
            self.title = title
            self.text = text
            self.language = language
            self.category = category
            self.orderStatus = orderStatus
            self.match = match
            self.words = words
            self.isReopened = isReopened
            self.isSameItem = isSameItem
        }
    }

    /// Below it, a template is no answer to a question.
    private static let leastRelevance = 0.6

    /// The best templates for what is asked, best first; with several questions, the best of each
    /// before the next of any. None where nothing fits.
    package static func best(
        _ templates: [Template], for questions: [Question]
    ) -> [Suggestion] {
        let ranking = LetterRanking(templates.map(\.record))
        return dealt(
            questions.map { question in
                first(templates.compactMap { suggestion($0, question, ranking) })
            })
    }

    package static func best(_ templates: [Template], for question: Question) -> [Suggestion] {
        best(templates, for: [question])
    }

    /// One of each list in turn, none twice.
    package static func dealt(_ lists: [[Suggestion]]) -> [Suggestion] {
        var seen: Set<Suggestion.Source> = []
        let turns = (0..<shown).flatMap { turn in
            lists.compactMap { $0.indices.contains(turn) ? $0[turn] : nil }
        }
        return Array(turns.filter { seen.insert($0.source).inserted }.prefix(shown))
    }

    private static func suggestion(
        _ template: Template, _ question: Question, _ ranking: LetterRanking
    ) -> Suggestion? {
        let fit = ranking.fit(of: template.record, question)
        guard fit.relevance >= leastRelevance else { return nil }
        var score = fit.score + template.worth.score
        var reasons = fit.reasons + template.worth.reasons
        if !template.missing.isEmpty {
            score -= 0.5
            reasons.append(
                Suggestion.Reason(.missing, ["names": template.missing.joined(separator: ", ")]))
        }
        return Suggestion(
            source: .template(template.record.key), title: template.record.title,
            text: template.text, score: score, reasons: reasons)
    }

    /// The best replies, best first; like ones stand for each other.
    package static func best(_ replies: [Reply], for question: Question) -> [Suggestion] {
        var groups: [(reply: Reply, wording: ReplyWording, score: Double, count: Int)] = []
        let rated = replies.filter { sameLanguage($0.language, question.language) }
            .filter { isLike($0, question) }
            .map { ($0, score($0, question)) }
            .sorted { ($1.1, $0.0.message) < ($0.1, $1.0.message) }
        for (reply, score) in rated {
            let wording = ReplyWording(reply.text)
            let twin = groups.firstIndex { $0.wording.likeness(to: wording) >= sameAnswer }
            if let twin {
                groups[twin].count += 1
            } else {
                groups.append((reply, wording, score, 1))
            }
        }
        return first(
            groups.map { group in
                // What the team said often has been weighed before.
                let often = min(0.3, Double(group.count - 1) * 0.1)
                return suggestion(group.reply, question, group.score + often, group.count)
            })
    }

    /// One word in common proves nothing by itself.
    private static func isLike(_ reply: Reply, _ question: Question) -> Bool {
        if reply.words.count >= 2 { return true }
        let isKind = reply.category == question.category && question.category != .other
        return reply.words.count == 1 && (isKind || reply.isSameItem)
    }

    private static func score(_ reply: Reply, _ question: Question) -> Double {
        reply.match + (reply.category == question.category ? 0.3 : 0)
            + (isSameState(reply, question) ? 0.2 : 0) + (reply.isSameItem ? 0.3 : 0)
            - (reply.isReopened ? 0.4 : 0)
    }

    private static func isSameState(_ reply: Reply, _ question: Question) -> Bool {
        question.orderStatus.map { reply.orderStatus == $0 } ?? false
    }

    private static func suggestion(
        _ reply: Reply, _ question: Question, _ score: Double, _ count: Int
    ) -> Suggestion {
        var reasons: [Suggestion.Reason] = []
        if !reply.words.isEmpty { reasons.append(.words(reply.words)) }
        if reply.isSameItem { reasons.append(Suggestion.Reason(.item)) }
        if reply.category == question.category, question.category != .other {
            reasons.append(Suggestion.Reason(.category))
        }
        if isSameState(reply, question) { reasons.append(Suggestion.Reason(.orderState)) }
        if count > 1 {
            reasons.append(Suggestion.Reason(.often, ["count": String(count)]))
        }
        if !reply.isReopened { reasons.append(Suggestion.Reason(.settled)) }
        return Suggestion(
            source: .reply(reply.message, reply.ticket), title: reply.title, text: reply.text,
            score: score, reasons: reasons)
    }

    private static func first(_ suggestions: [Suggestion]) -> [Suggestion] {
        let sorted = suggestions.enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }
        return sorted.prefix(shown).map(\.element)
    }

    private static func sameLanguage(_ one: LanguageCode, _ other: LanguageCode) -> Bool {
        one.rawValue.prefix { $0 != "-" } == other.rawValue.prefix { $0 != "-" }
    }
}
