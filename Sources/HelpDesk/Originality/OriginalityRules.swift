package import SwiftExtensions

/// A reply that has been sent before.
package struct EarlierReply: Hashable, Sendable {
    package var wording: ReplyWording
    package var at: Timestamp
    package var ticket: TicketID

    package init(wording: ReplyWording, at: Timestamp, ticket: TicketID) {
        self.wording = wording
        self.at = at
        self.ticket = ticket
    }
}

/// What a reply is compared with before it is queued (helpdesk section 10.7).
package struct OriginalityContext: Hashable, Sendable {
    /// Ours in this ticket, and to this buyer within `OriginalityRules.memory`.
    package var toBuyer: [EarlierReply]
    /// The author's last ones, whoever got them; at most `OriginalityRules.ownReplies`.
    package var byAuthor: [EarlierReply]
    package var ticket: TicketID
    /// The template that the reply was begun with, filled in; nil for own words.
    package var template: ReplyWording?
    /// The buyer's newest message and its language.
    package var question: String
    package var language: LanguageCode

    package init(
        ticket: TicketID, toBuyer: [EarlierReply] = [], byAuthor: [EarlierReply] = [],
        template: ReplyWording? = nil, question: String = "",
        language: LanguageCode = .undetermined
    ) {
        self.ticket = ticket
        self.toBuyer = toBuyer
        self.byAuthor = byAuthor
        self.template = template
        self.question = question
        self.language = language
    }
}

/// Warns of mechanical replies before a buyer gets one. Thresholds are starting values.
package enum OriginalityRules {
    /// How far back a reply to the same buyer counts.
    package static let memory: Duration = .days(180)
    /// How many of the author's replies are looked at.
    package static let ownReplies = 50

    private static let alike = 0.8
    private static let same = 0.95
    private static let worn = 0.9
    /// Fewer replies show no habit.
    private static let leastReplies = 10

    /// What is wrong with a reply's originality, in the order of the text.
    package static func findings(
        in text: String, _ wording: ReplyWording, _ context: OriginalityContext
    ) -> [Finding] {
        guard wording.length >= ReplyWording.shortest else { return [] }
        let repeated = repetition(wording, context)
        return [repeated ?? habit(text, wording, context), unanswered(text, wording, context)]
            .compactMap { $0 }.sorted { $0.start < $1.start }
    }

    /// ORI-01, or ORI-02 for the third time in one ticket, which needs a lead.
    private static func repetition(
        _ wording: ReplyWording, _ context: OriginalityContext
    ) -> Finding? {
        let rated = context.toBuyer.map { ($0, wording.likeness(to: $0.wording)) }
        let before = rated.filter { $0.0.ticket == context.ticket && $0.1 >= same }
        guard let newest = rated.filter({ $0.1 >= alike }).max(by: { $0.0.at < $1.0.at })
        else { return nil }
        let isThird = before.count >= 2
        var finding = Finding(
            rule: isThird ? "ORI-02" : "ORI-01", category: "originality",
            severity: isThird ? .block : .warn, start: 0, end: 0, text: "")
        finding.arguments = [
            "day": String(newest.0.at.iso8601.prefix(10)),
            "percent": String(Int((newest.1 * 100).rounded(.down))),
            "count": String(before.count),
        ]
        return finding
    }

    /// ORI-03: this author has been sending the same letter. Points at the sentence worn most.
    private static func habit(
        _ text: String, _ wording: ReplyWording, _ context: OriginalityContext
    ) -> Finding? {
        let own = context.byAuthor.filter { $0.wording.length >= ReplyWording.shortest }
        guard own.count >= leastReplies else { return nil }
        let alike = own.count { wording.likeness(to: $0.wording) >= worn }
        guard alike * 5 > own.count * 2 else { return nil }
        var uses: [String: Int] = [:]
        for reply in own {
            for sentence in Set(reply.wording.sentences.map(\.text)) {
                uses[sentence, default: 0] += 1
            }
        }
        let longest = wording.sentences.max { left, right in
            (uses[left.text] ?? 0, left.text.utf8.count, right.range.lowerBound)
                < (uses[right.text] ?? 0, right.text.utf8.count, left.range.lowerBound)
        }
        guard let sentence = longest, let count = uses[sentence.text] else { return nil }
        return finding(
            "ORI-03", .advise, sentence.range, in: text,
            ["count": String(count), "of": String(own.count)])
    }

    /// ORI-04: a template as it stands, and a question that none of its sentences touches.
    private static func unanswered(
        _ text: String, _ wording: ReplyWording, _ context: OriginalityContext
    ) -> Finding? {
        guard let template = context.template, wording.likeness(to: template) >= same else {
            return nil
        }
        let told = WordingClusters.Text(text, language: context.language).words
        for question in QuestionSentences.of(context.question) {
            let asked = WordingClusters.Text(question, language: context.language).words
            guard asked.count >= 2, asked.isDisjoint(with: told) else { continue }
            var found = finding("ORI-04", .advise, 0..<0, in: text, [:])
            found.arguments = ["question": CleanText.clean(question).collapsed(limit: 80)]
            return found
        }
        return nil
    }

    private static func finding(
        _ rule: String, _ severity: Severity, _ range: Range<Int>, in text: String,
        _ arguments: [String: String]
    ) -> Finding {
        let bytes = Array(text.utf8)[range]
        var finding = Finding(
            rule: rule, category: "originality", severity: severity, start: range.lowerBound,
            end: range.upperBound, text: String(decoding: bytes, as: UTF8.self))
        finding.arguments = arguments
        return finding
    }
}

/// The questions of a letter.
enum QuestionSentences {
    static func of(_ letter: String) -> [String] {
        letter.split(separator: "\n").filter { !$0.hasPrefix(">") }.flatMap { line in
            SentenceCut.sentences(of: line).map { String(line[$0]) }
                .filter { $0.hasSuffix("?") || $0.hasSuffix("？") || $0.hasSuffix("か。") }
        }
    }
}
