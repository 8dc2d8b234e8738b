package import SwiftExtensions

/// One person's claim to write the answer on a ticket (helpdesk section 8.2).
package struct ComposeLease: Hashable, Sendable {
    /// A client that says nothing for this long has lost it.
    package static let silence: Duration = .seconds(60)
    /// A client whose connection broke may come back within this time.
    package static let grace: Duration = .minutes(2)

    package var ticket: TicketID
    package var person: PersonID
    /// Shown by the holder's client to go on after its connection broke.
    package var token: String
    /// The connection that holds it.
    package var session: String
    package var since: Timestamp
    package var heardAt: Timestamp
    /// When the connection ended; nil while it stands.
    package var lostAt: Timestamp?

    package init(
        ticket: TicketID, person: PersonID, token: String, session: String, since: Timestamp
    ) {
        self.ticket = ticket
        self.person = person
        self.token = token
        self.session = session
        self.since = since
        heardAt = since
    }

    /// The instant from which on it holds nobody back any more.
    package var endsAt: Timestamp {
        lostAt.map { $0 + Self.grace } ?? heardAt + Self.silence
    }

    package func isLive(at now: Timestamp) -> Bool { now < endsAt }
}

/// The lease was taken from somebody who wrote; the record keeps it.
package struct ComposeTakeover: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var from: PersonID
    /// Who writes now; nil when the ticket was given to somebody else and nobody writes.
    package var to: PersonID?
    package var reason: String

    package init(ticket: TicketID, from: PersonID, to: PersonID?, reason: String) {
        self.ticket = ticket
        self.from = from
        self.to = to
        self.reason = reason
    }
}
