package import HelpDesk
import SwiftExtensions

/// Somebody on a ticket, as `--json` prints it; keys are a stable interface.
package struct PresenceDocument: Codable, Sendable, Hashable {
    package var person: String
    /// `composing`, `silent` (holds the answer, line lost), `drafting`, `noting` or `viewing`.
    package var activity: String
    package var since: String
    package var characters: Int?

    package init(_ present: PresentPerson) {
        person = present.name
        activity = present.activity.rawValue
        since = present.since.iso8601
        characters = present.characters
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(person, forKey: .person)
        try container.encode(activity, forKey: .activity)
        try container.encode(since, forKey: .since)
        try container.encode(characters, forKey: .characters)
    }
}

/// An answer of the last two minutes, as `ticket reply --json` prints it.
package struct AnswerDocument: Codable, Sendable, Hashable {
    package var ticket: Int64
    /// Nil for somebody in Seller Central.
    package var by: String?
    package var at: String
    package var body: String

    package init(_ answer: RecentAnswer) {
        ticket = answer.ticket.rawValue
        by = answer.authorName
        at = answer.at.iso8601
        body = answer.body
    }
}
