package import HelpDesk
package import SwiftExtensions

/// Takes an unowned ticket. Error `ticketTaken` (arguments `owner`, `secondsAgo`) for the loser of a race.
package struct ClaimTicket: RemoteCall {
    package static let method = "ticket.claim"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Gives a ticket to a person, or to nobody. `expectedOwner` is what the caller saw: when somebody
/// else owns it meanwhile the error is `ticketTaken`. Taking another's ticket needs a supervisor, and
/// a `reason` while its owner writes the answer: without one the error is `takeoverNeedsReason`
/// (arguments `holder`, `minutes`).
package struct AssignTicket: RemoteCall {
    package static let method = "ticket.assign"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var to: PersonID?
    package var expectedOwner: PersonID?
    package var reason: String?
    package init(
        ticket: TicketID, to: PersonID?, expectedOwner: PersonID?, reason: String? = nil
    ) {
        self.ticket = ticket
        self.to = to
        self.expectedOwner = expectedOwner
        self.reason = reason
    }
}

/// Waits for a third party. `reviewAt` is at most seven days ahead; error `holdNeedsReview`.
package struct HoldTicket: RemoteCall {
    package static let method = "ticket.hold"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var reason: String
    package var reviewAt: Timestamp
    package init(ticket: TicketID, reason: String, reviewAt: Timestamp) {
        self.ticket = ticket
        self.reason = reason
        self.reviewAt = reviewAt
    }
}

/// Error `ticketDebtOwed` (argument `debts`) while an answer is owed.
package struct ResolveTicket: RemoteCall {
    package static let method = "ticket.resolve"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

package struct ReopenTicket: RemoteCall {
    package static let method = "ticket.reopen"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// "No response needed": the first call makes the owed debts excuse-pending, the second one, with
/// `isConfirmed`, says that the mark was set in Seller Central (helpdesk section 4.2). `isAtOnce`
/// takes both steps in one: the mark is set already, so no sweep comes in between.
/// `isVoid` says instead that these are no buyer messages; a supervisor's act within 6 hours of due.
/// `basis` is the last thread item that the caller has seen: when a debt is about a newer message
/// the error is `staleBasis` (arguments `ticket`, `items`) and nothing moves. Nil means the ticket
/// as it stands.
package struct ExcuseTicket: RemoteCall {
    package static let method = "ticket.excuse"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var basis: EventSequence?
    package var isConfirmed: Bool
    package var isVoid: Bool
    package var isAtOnce: Bool
    package var reason: String
    package init(
        ticket: TicketID, basis: EventSequence? = nil, isConfirmed: Bool, isVoid: Bool = false,
        isAtOnce: Bool = false, reason: String
    ) {
        self.ticket = ticket
        self.basis = basis
        self.isConfirmed = isConfirmed
        self.isVoid = isVoid
        self.isAtOnce = isAtOnce
        self.reason = reason
    }
}

/// Adds a note that only the team sees. `@name` tells that person and has them watch the ticket;
/// `due` asks for a look at a time.
package struct AddNote: RemoteCall {
    package static let method = "ticket.note"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var text: String
    package var due: Timestamp?
    package init(ticket: TicketID, text: String, due: Timestamp? = nil) {
        self.ticket = ticket
        self.text = text
        self.due = due
    }
}
