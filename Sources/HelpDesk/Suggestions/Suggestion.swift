/// An answer that may fit an open ticket.
package struct Suggestion: Hashable, Sendable, Codable {
    package enum Source: Hashable, Sendable, Codable {
        case template(TemplateKey)
        /// A reply of the team, in a ticket that rests.
        case reply(MessageID, TicketID)
    }

    /// Why it is offered: a code with its values; the sentence is written at the edge.
    package struct Reason: Hashable, Sendable, Codable {
        package enum Code: String, Hashable, Sendable, Codable, CaseIterable {
            /// The buyer's language, and the kind of question.
            case language, category
            /// Words that both have: `words`.
            case words
            /// It speaks of what was ordered.
            case item
            /// The order stands where it stood then.
            case orderState = "order-state"
            /// `count` replies of the team said the same.
            case often
            /// The buyer did not come back.
            case settled
            /// Of `of` uses, after `count` the buyer did not write again within 72 hours.
            case outcome
            /// Nobody looked for too long whether it is still right.
            case overdue
            /// Values are missing: `names`.
            case missing
        }

        package var code: Code
        package var arguments: [String: String]

        package init(_ code: Code, _ arguments: [String: String] = [:]) {
            self.code = code
            self.arguments = arguments
        }
    }

    package var source: Source
    package var title: String
    /// Ready for this ticket; what is missing stands there as `{{name}}`.
    package var text: String
    /// Higher is better; comparable within one list only.
    package var score: Double
    package var reasons: [Reason]

    package init(
        source: Source, title: String, text: String, score: Double, reasons: [Reason]
    ) {
        self.source = source
        self.title = title
        self.text = text
        self.score = score
        self.reasons = reasons
    }
}

/// How the uses of a template ended.
package struct TemplateOutcome: Hashable, Sendable {
    /// Sent replies that were begun with it, long enough ago to tell.
    package var uses: Int
    /// After how many of them the buyer did not write again within 72 hours.
    package var quiet: Int

    package init(uses: Int, quiet: Int) {
        self.uses = uses
        self.quiet = quiet
    }

    /// Fewer uses say nothing (helpdesk section 10.5).
    package static let leastUses = 20
    /// How long a buyer's silence is waited for.
    package static let silenceHours: Int64 = 72

    /// The lower end of the share's 95 % interval; nil below `leastUses`.
    package var surely: Double? {
        uses < Self.leastUses ? nil : ShareInterval.wilson(quiet, of: uses)?.low
    }
}
