package import SwiftExtensions

/// What somebody does on a ticket at this moment, the most telling first (helpdesk section 8.1).
package enum PresenceActivity: String, Codable, Sendable, CaseIterable, Comparable {
    /// Holds the compose lease and writes the answer.
    case composing
    /// Holds the lease, but nothing was heard for a while: a broken line or a stopped terminal.
    case silent
    /// Writes beside whoever holds the lease, and cannot send while they do.
    case drafting
    /// Writes a note.
    case noting
    case viewing

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether a text is being written, whatever becomes of it.
    package var isWriting: Bool { self != .viewing }

    /// Whether the answer to the buyer is theirs to send.
    package var holdsLease: Bool { self == .composing || self == .silent }
}

/// Somebody who is on a ticket.
package struct PresentPerson: Codable, Sendable, Hashable {
    package var person: PersonID
    package var name: String
    package var activity: PresenceActivity
    package var since: Timestamp
    /// How much is written so far, in characters; nil for those who only read.
    package var characters: Int?

    package init(
        person: PersonID, name: String, activity: PresenceActivity, since: Timestamp,
        characters: Int? = nil
    ) {
        self.person = person
        self.name = name
        self.activity = activity
        self.since = since
        self.characters = characters
    }
}

/// Everybody on one ticket, writers first; nobody when all have gone. It is advice, never on record.
package struct TicketPresence: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var store: StoreID
    package var people: [PresentPerson]

    package init(ticket: TicketID, store: StoreID, people: [PresentPerson]) {
        self.ticket = ticket
        self.store = store
        self.people = people
    }

    /// Whose answer it is, if anybody writes one.
    package var holder: PresentPerson? { people.first { $0.activity.holdsLease } }
}
