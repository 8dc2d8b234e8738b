package import HelpDesk
package import SwiftExtensions

/// An answer that a buyer got a moment ago, or is about to get (helpdesk section 8.5).
package struct RecentAnswer: Codable, Sendable, Hashable {
    package var mark: AnswerMark
    package var ticket: TicketID
    /// Nil for somebody in the platform's own inbox, whom the desk does not know.
    package var author: PersonID?
    package var authorName: String?
    package var at: Timestamp
    package var body: String

    package init(
        mark: AnswerMark, ticket: TicketID, author: PersonID?, authorName: String?,
        at: Timestamp, body: String
    ) {
        self.mark = mark
        self.ticket = ticket
        self.author = author
        self.authorName = authorName
        self.at = at
        self.body = body
    }
}
