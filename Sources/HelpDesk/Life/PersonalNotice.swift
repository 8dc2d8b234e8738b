package struct NoticeID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Something that one person is told about a ticket; it has no effect on any clock (helpdesk
/// section 11.6).
package struct PersonalNotice: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// A note calls the person by name.
        case mention
        /// A note on a ticket that the person watches.
        case note
        /// A buyer wrote on a ticket that the person watches.
        case buyer
        /// A note's time to look has come.
        case noteDue = "note-due"
    }

    package var id: NoticeID
    package var person: PersonID
    package var ticket: TicketID
    package var kind: Kind
    package var message: MessageID?

    package init(
        id: NoticeID, person: PersonID, ticket: TicketID, kind: Kind, message: MessageID?
    ) {
        self.id = id
        self.person = person
        self.ticket = ticket
        self.kind = kind
        self.message = message
    }
}

package enum NoticeRules {
    /// Who is told of a note, and why: those it names before those who watch; never its author, and
    /// nobody about a muted ticket.
    package static func note(
        on ticket: Ticket, mentioned: [PersonID], watchers: [PersonID], author: PersonID
    ) -> [(person: PersonID, kind: PersonalNotice.Kind)] {
        guard !ticket.flags.contains(.muted) else { return [] }
        var told: Set<PersonID> = [author]
        var found: [(PersonID, PersonalNotice.Kind)] = []
        for person in mentioned where told.insert(person).inserted {
            found.append((person, .mention))
        }
        for person in watchers where told.insert(person).inserted { found.append((person, .note)) }
        return found
    }

    /// Who is told that a buyer wrote, or that a note's time has come.
    package static func others(on ticket: Ticket, _ people: [PersonID]) -> [PersonID] {
        guard !ticket.flags.contains(.muted) else { return [] }
        var told: Set<PersonID> = []
        return people.filter { told.insert($0).inserted }
    }
}
