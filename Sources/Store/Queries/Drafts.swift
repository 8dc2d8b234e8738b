import GRDB
package import HelpDesk
package import SwiftExtensions

/// A kept draft with its words.
package struct StoredDraft: Hashable, Sendable {
    package var ticket: TicketID
    package var person: PersonID
    package var text: String
    /// Newest thread item the author had on screen.
    package var basis: EventSequence
    package var savedAt: Timestamp
}

extension ReadTransaction {
    /// A person's draft on a ticket.
    package func draft(ticket: TicketID, person: PersonID) throws -> (
        text: String, basis: EventSequence, savedAt: Timestamp
    )? {
        try drafts("draft.ticket = ? AND draft.person = ?", [ticket.rawValue, person.rawValue])
            .first.map { ($0.text, $0.basis, $0.savedAt) }
    }

    /// A person's drafts, newest first.
    package func drafts(of person: PersonID) throws -> [StoredDraft] {
        try drafts("draft.person = ? ORDER BY draft.saved_at DESC", [person.rawValue])
    }

    private func drafts(_ condition: String, _ values: [Binding]) throws -> [StoredDraft] {
        try db.all(
            """
            SELECT draft.ticket, draft.person, draft_content.text, draft.basis, draft.saved_at
            FROM draft JOIN draft_content USING (ticket, person) WHERE \(condition)
            """, values
        ) { fields in
            StoredDraft(
                ticket: try fields.id(), person: try fields.id(), text: try fields.text(),
                basis: try fields.id(), savedAt: try fields.time())
        }
    }
}
