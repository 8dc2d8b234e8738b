package import HelpDesk
package import SwiftExtensions

/// A workstation says where its person is: at once when that changes, and every ten seconds. It
/// takes the compose lease, or goes on with it, and lets it go when nothing is written any more.
package struct BeatPresence: RemoteCall, Hashable {
    package static let method = "presence.beat"

    /// What is written at this terminal.
    package struct Writing: Codable, Sendable, Hashable {
        package var ticket: TicketID
        /// `composing`, `drafting` or `noting`.
        package var activity: PresenceActivity
        package var characters: Int
        /// The lease's, once there is one.
        package var token: String?

        package init(
            ticket: TicketID, activity: PresenceActivity, characters: Int, token: String? = nil
        ) {
            self.ticket = ticket
            self.activity = activity
            self.characters = characters
            self.token = token
        }
    }

    package var viewing: TicketID?
    package var writing: Writing?

    package init(viewing: TicketID? = nil, writing: Writing? = nil) {
        self.viewing = viewing
        self.writing = writing
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// What became of the lease; nil when none was asked for.
        package var compose: ComposeAnswer?
        package init(compose: ComposeAnswer?) { self.compose = compose }
    }
}

/// Whether somebody may write the answer on a ticket.
package enum ComposeAnswer: Codable, Sendable, Hashable {
    /// Theirs until a minute after the last word of their workstation.
    case granted(token: String, since: Timestamp)
    case held(ComposeHolder)
}

/// Who writes the answer, for somebody who wanted to.
package struct ComposeHolder: Codable, Sendable, Hashable {
    package var person: PersonID
    package var name: String
    package var since: Timestamp
    /// How much stands there so far; nil where that is not known.
    package var characters: Int?
    /// Why it was taken from the asker, if it was.
    package var reason: String?

    package init(
        person: PersonID, name: String, since: Timestamp, characters: Int? = nil,
        reason: String? = nil
    ) {
        self.person = person
        self.name = name
        self.since = since
        self.characters = characters
        self.reason = reason
    }
}

/// Takes the answer over from whoever writes it. They are told at once and keep their draft; the
/// reason stands in the record. Error `badRequest` without a reason.
package struct TakeOverCompose: RemoteCall {
    package static let method = "compose.take_over"
    package var ticket: TicketID
    package var reason: String
    package init(ticket: TicketID, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var token: String
        package var since: Timestamp
        /// From whom; nil when nobody wrote there any more.
        package var former: PresentPerson?

        package init(token: String, since: Timestamp, former: PresentPerson?) {
            self.token = token
            self.since = since
            self.former = former
        }
    }
}

/// Everybody who is on a ticket within the caller's stores, or on just one.
package struct ListPresence: RemoteCall {
    package static let method = "presence.list"
    package var ticket: TicketID?
    package init(ticket: TicketID? = nil) { self.ticket = ticket }

    package struct Reply: Codable, Sendable, Hashable {
        package var presences: [TicketPresence]
        package init(presences: [TicketPresence]) { self.presences = presences }
    }
}

/// Told to whoever wrote an answer that is another one's now.
package struct ComposeTaken: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var by: String
    package var reason: String
    /// Whether the whole ticket went to somebody else, and not just the answer.
    package var isReassigned: Bool

    package init(ticket: TicketID, by: String, reason: String, isReassigned: Bool) {
        self.ticket = ticket
        self.by = by
        self.reason = reason
        self.isReassigned = isReassigned
    }
}
