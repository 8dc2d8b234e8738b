/// Puts answers in order for one ticket. Weights are starting values; what counts is their order:
/// a letter in the wrong language helps nobody, one about another question little.
package enum SuggestionRules {
    /// How many of each kind are shown.
    package static let shown = 3
    /// Two replies above this are one answer said twice.
    private static let sameAnswer = 0.6

    /// What is asked.
    package struct Question: Hashable, Sendable {
        package var text: String
        package var language: LanguageCode
        package var category: InquiryCategory
        package var orderStatus: OrderStatus?

        package init(
            text: String, language: LanguageCode, category: InquiryCategory,
            orderStatus: OrderStatus?
        ) {
            self.text = text
            self.language = language
            self.category = category
            self.orderStatus = orderStatus
        }

        /// The words that tell what it is about.
        package var words: Set<String> {
            WordingClusters.Text(text, language: language).words
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

        package init(
            message: MessageID, ticket: TicketID, title: String, text: String,
            language: LanguageCode, category: InquiryCategory, orderStatus: OrderStatus?,
            match: Double, words: [String], isReopened: Bool
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
        }
    }

    /// The best templates, best first.
    package static func best(_ templates: [Template], for question: Question) -> [Suggestion] {
        let asked = question.words
        return first(templates.map { suggestion($0, question, asked) })
    }

    private static func suggestion(
        _ template: Template, _ question: Question, _ asked: Set<String>
    ) -> Suggestion {
        var (score, reasons) = fit(of: template.record, template.text, question, asked)
        score += template.worth.score
        reasons += template.worth.reasons
        if !template.missing.isEmpty {
            score -= 0.5
            reasons.append(
                Suggestion.Reason(.missing, ["names": template.missing.joined(separator: ", ")]))
        }
        return Suggestion(
            source: .template(template.record.key), title: template.record.title,
            text: template.text, score: score, reasons: reasons)
    }

    /// How well a template fits a question by its language, its category and its words, and why.
    /// `asked` are the question's words, `text` the template's, filled in or not.
    package static func fit(
        of record: TemplateRecord, _ text: String, _ question: Question, _ asked: Set<String>
    ) -> (score: Double, reasons: [Suggestion.Reason]) {
        var reasons: [Suggestion.Reason] = []
        var score = 0.0
        guard sameLanguage(record.language, question.language) else {
            return (record.category == question.category ? 0.5 : 0, reasons)
        }
        score += 2
        reasons.append(Suggestion.Reason(.language))
        // "Other" is a question that nobody could place, and no kind that two letters share.
        if record.category == question.category, question.category != .other {
            score += 1
            reasons.append(Suggestion.Reason(.category))
        } else if record.category == .cancelRequest {
            // A letter that says something was cancelled is wrong for whoever did not ask for it.
            score -= 1
        }
        let told = WordingClusters.Text(
            "\(record.title)\n\(withoutSlots(text))", language: record.language)
        let common = asked.intersection(told.words).sorted()
        if !common.isEmpty {
            score += min(1, Double(common.count) / Double(max(3, asked.count)))
            reasons.append(words(common))
        }
        return (score, reasons)
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

    /// The best replies, best first; like ones stand for each other.
    package static func best(_ replies: [Reply], for question: Question) -> [Suggestion] {
        var groups: [(reply: Reply, wording: ReplyWording, score: Double, count: Int)] = []
        let rated = replies.filter { sameLanguage($0.language, question.language) }
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

    private static func score(_ reply: Reply, _ question: Question) -> Double {
        reply.match + (reply.category == question.category ? 0.3 : 0)
            + (isSameState(reply, question) ? 0.2 : 0) - (reply.isReopened ? 0.4 : 0)
    }

    private static func isSameState(_ reply: Reply, _ question: Question) -> Bool {
        question.orderStatus.map { reply.orderStatus == $0 } ?? false
    }

    private static func suggestion(
        _ reply: Reply, _ question: Question, _ score: Double, _ count: Int
    ) -> Suggestion {
        var reasons: [Suggestion.Reason] = []
        if !reply.words.isEmpty { reasons.append(words(reply.words)) }
        if reply.category == question.category { reasons.append(Suggestion.Reason(.category)) }
        if isSameState(reply, question) { reasons.append(Suggestion.Reason(.orderState)) }
        if count > 1 {
            reasons.append(Suggestion.Reason(.often, ["count": String(count)]))
        }
        if !reply.isReopened { reasons.append(Suggestion.Reason(.settled)) }
        return Suggestion(
            source: .reply(reply.message, reply.ticket), title: reply.title, text: reply.text,
            score: score, reasons: reasons)
    }

    private static func words(_ words: [String]) -> Suggestion.Reason {
        Suggestion.Reason(.words, ["words": words.prefix(5).joined(separator: ", ")])
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
