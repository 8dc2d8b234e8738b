package import HelpDesk
package import SwiftExtensions

/// What the caller may do at this moment.
package struct ShowMyRights: RemoteCall {
    package static let method = "rights.mine"
    package typealias Reply = Principal
    package init() {}
}

/// Every change of people, roles and requests, and who came and went; newest first.
package struct ListRightsHistory: RemoteCall {
    package static let method = "rights.history"

    package enum Part: String, Codable, Sendable, CaseIterable {
        case people, roles, requests, sessions, unmasked, reviews
    }

    /// Nil means all parts.
    package var part: Part?
    /// Only what stands before this place in the record.
    package var before: EventSequence?
    /// 1 to 500.
    package var limit: Int

    package init(part: Part? = nil, before: EventSequence? = nil, limit: Int = 100) {
        self.part = part
        self.before = before
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var entries: [RightsEntry]
        package init(entries: [RightsEntry]) { self.entries = entries }
    }
}

/// One line of the history of rights.
package struct RightsEntry: Codable, Sendable, Hashable {
    package var sequence: EventSequence
    package var at: Timestamp
    /// Who did it; a part of the core goes by its own name.
    package var actor: String
    /// The word of the event, such as `role-saved`.
    package var kind: String
    /// Whom or what it is about: a Unix user, a role, a request.
    package var subject: String
    package var changes: [PersonChange]
    package var reason: String?
    /// The other person of an act of two.
    package var second: String?

    package init(
        sequence: EventSequence, at: Timestamp, actor: String, kind: String, subject: String,
        changes: [PersonChange] = [], reason: String? = nil, second: String? = nil
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.kind = kind
        self.subject = subject
        self.changes = changes
        self.reason = reason
        self.second = second
    }
}

/// What a person could have seen in a period: the stores in reach, the tickets that stood on the
/// screen, the fields that were unmasked and the files that were opened. Everybody may ask about
/// themselves; error `personNotFound`.
package struct ShowSeen: RemoteCall {
    package static let method = "rights.seen"
    package var unixUser: String
    package var from: Timestamp
    package var to: Timestamp

    package init(unixUser: String, from: Timestamp, to: Timestamp) {
        self.unixUser = unixUser
        self.from = from
        self.to = to
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var person: PersonID
        /// Scopes that held at some time of the period, in order.
        package var scopes: [StoreScope]
        package var tickets: [SeenTicket]
        package var unmasked: [SeenField]
        /// Files of buyers that were opened or saved.
        package var files: Int
        /// Whether there was more than the answer holds.
        package var isCut: Bool

        package init(
            person: PersonID, scopes: [StoreScope], tickets: [SeenTicket], unmasked: [SeenField],
            files: Int, isCut: Bool
        ) {
            self.person = person
            self.scopes = scopes
            self.tickets = tickets
            self.unmasked = unmasked
            self.files = files
            self.isCut = isCut
        }
    }
}

package struct SeenTicket: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var store: StoreID
    package var firstAt: Timestamp
    /// On how many days.
    package var days: Int

    package init(ticket: TicketID, store: StoreID, firstAt: Timestamp, days: Int) {
        self.ticket = ticket
        self.store = store
        self.firstAt = firstAt
        self.days = days
    }
}

package struct SeenField: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var field: MaskedField
    package var at: Timestamp
    package var reason: String

    package init(ticket: TicketID, field: MaskedField, at: Timestamp, reason: String) {
        self.ticket = ticket
        self.field = field
        self.at = at
        self.reason = reason
    }
}

/// Who may do what, for the quarterly review.
package struct ListAccess: RemoteCall {
    package static let method = "rights.access"
    package init() {}
}

/// Signs the list off as it stands; `digest` is the one that `ListAccess` gave. Error
/// `requestOver` when the list has changed since.
package struct ReviewAccess: RemoteCall {
    package static let method = "rights.review_access"
    package typealias Reply = AccessList
    package var digest: String
    package init(digest: String) { self.digest = digest }
}

extension ListAccess { package typealias Reply = AccessList }

package struct AccessList: Codable, Sendable, Hashable {
    package var people: [AccessLine]
    package var digest: String
    package var lastReview: AccessReview?
    /// When the next review is due.
    package var dueAt: Timestamp?

    package init(
        people: [AccessLine], digest: String, lastReview: AccessReview?, dueAt: Timestamp?
    ) {
        self.people = people
        self.digest = digest
        self.lastReview = lastReview
        self.dueAt = dueAt
    }
}

package struct AccessLine: Codable, Sendable, Hashable {
    package var person: Person
    package var rights: [String]
    /// Whether the configuration lets this user do everything.
    package var isConfigured: Bool
    package var lastSignIn: Timestamp?
    /// Places where the person is signed in now; more than one is a shared account or a mistake.
    package var places: [String]

    package init(
        person: Person, rights: [String], isConfigured: Bool, lastSignIn: Timestamp?,
        places: [String]
    ) {
        self.person = person
        self.rights = rights
        self.isConfigured = isConfigured
        self.lastSignIn = lastSignIn
        self.places = places
    }
}

/// Shows one field of a ticket's buyer whole. The reason and the field go on record, the value
/// does not.
package struct UnmaskField: RemoteCall {
    package static let method = "rights.unmask"
    package var ticket: TicketID
    package var field: MaskedField
    package var reason: String

    package init(ticket: TicketID, field: MaskedField, reason: String) {
        self.ticket = ticket
        self.field = field
        self.reason = reason
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// Nil when the desk does not know it.
        package var value: String?
        package init(value: String?) { self.value = value }
    }
}
