package import SwiftExtensions

/// What happened to people's rights, and what people saw by them.
package enum RightsEvent: Hashable, Sendable, Codable {
    case roleSaved(RoleVersion)
    case requestMade(GuardedRequest)
    case requestSettled(GuardedSettlement)
    case signedIn(SignIn)
    case signedOut(SignOut)
    case signInRefused(SignInRefusal)
    /// A ticket with a buyer's data stood on somebody's screen: once a person, ticket and day.
    case looked(TicketLook)
    case unmasked(Unmasking)
    case accessReviewed(AccessReview)
    /// Somebody said for another person whether they work.
    case presenceSet(PresenceOrder)
}

package struct PresenceOrder: Hashable, Sendable, Codable {
    package var person: PersonID
    package var presence: AgentPresence
    package var until: Timestamp?

    package init(person: PersonID, presence: AgentPresence, until: Timestamp? = nil) {
        self.person = person
        self.presence = presence
        self.until = until
    }
}

package struct SignIn: Hashable, Sendable, Codable {
    package var person: PersonID
    /// The program, such as `deskhand`.
    package var client: String
    /// Where the terminal stands as far as its host says; nil for this machine.
    package var origin: String?
    /// Who really sits there: root and the core's own account may act for another user.
    package var actingUser: String?
    /// Other places where the same person is signed in at this moment.
    package var alsoAt: [String]

    package init(
        person: PersonID, client: String, origin: String? = nil, actingUser: String? = nil,
        alsoAt: [String] = []
    ) {
        self.person = person
        self.client = client
        self.origin = origin
        self.actingUser = actingUser
        self.alsoAt = alsoAt
    }
}

package struct SignOut: Hashable, Sendable, Codable {
    package var person: PersonID
    package var origin: String?

    package init(person: PersonID, origin: String? = nil) {
        self.person = person
        self.origin = origin
    }
}

package struct SignInRefusal: Hashable, Sendable, Codable {
    package var unixUser: String
    package var code: DeskError.Code

    package init(unixUser: String, code: DeskError.Code) {
        self.unixUser = unixUser
        self.code = code
    }
}

package struct TicketLook: Hashable, Sendable, Codable {
    package var person: PersonID
    package var ticket: TicketID
    package var store: StoreID

    package init(person: PersonID, ticket: TicketID, store: StoreID) {
        self.person = person
        self.ticket = ticket
        self.store = store
    }
}

/// A field of a buyer that was shown whole; never the value itself.
package struct Unmasking: Hashable, Sendable, Codable {
    package var person: PersonID
    package var ticket: TicketID
    package var store: StoreID
    package var field: MaskedField
    package var reason: String

    package init(
        person: PersonID, ticket: TicketID, store: StoreID, field: MaskedField, reason: String
    ) {
        self.person = person
        self.ticket = ticket
        self.store = store
        self.field = field
        self.reason = reason
    }
}

/// Somebody read the list of who may do what and signed it off.
package struct AccessReview: Hashable, Sendable, Codable {
    package var by: PersonID
    package var at: Timestamp
    /// SHA-256 of the list as it was printed.
    package var digest: String
    package var people: Int

    package init(by: PersonID, at: Timestamp, digest: String, people: Int) {
        self.by = by
        self.at = at
        self.digest = digest
        self.people = people
    }
}
