package import HelpDesk
package import SwiftExtensions

/// Says whether somebody works: the caller, or another person by whoever keeps the roster. Going
/// away gives up the tickets that cannot wait.
package struct SetPresence: RemoteCall {
    package static let method = "presence.set"
    package typealias Reply = AgentView
    package var presence: AgentPresence
    package var until: Timestamp?
    package var person: PersonID?
    package init(presence: AgentPresence, until: Timestamp? = nil, person: PersonID? = nil) {
        self.presence = presence
        self.until = until
        self.person = person
    }
}

/// The owner begins with a ticket, so that it does not go back to the queue. Asking again, or as
/// somebody else, changes nothing.
package struct AcceptTicket: RemoteCall {
    package static let method = "ticket.accept"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// The owner gives a ticket back to the queue and does not get it again in this cycle.
/// Error `ticketNotYours`.
package struct ReturnTicket: RemoteCall {
    package static let method = "ticket.return"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Why a ticket is with somebody, or with nobody: the newest decisions first.
/// Error `notRouted` when there is none.
package struct ExplainRouting: RemoteCall {
    package static let method = "routing.explain"
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }

    package struct Reply: Codable, Sendable, Hashable {
        package var decisions: [DecisionView]
        /// Names of all people whom the decisions are about.
        package var names: [PersonName]
        /// Who gave the ticket back in this cycle, in order.
        package var returnedBy: [PersonID]
        package init(decisions: [DecisionView], names: [PersonName], returnedBy: [PersonID]) {
            self.decisions = decisions
            self.names = names
            self.returnedBy = returnedBy
        }
    }

    package struct PersonName: Codable, Sendable, Hashable {
        package var person: PersonID
        package var name: String
        package init(person: PersonID, name: String) {
            self.person = person
            self.name = name
        }
    }
}

/// Something promised to a buyer, in the caller's words.
package struct HandOverPromise: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var words: String
    package init(ticket: TicketID, words: String) {
        self.ticket = ticket
        self.words = words
    }
}

/// Puts what the caller leaves behind on a list for the next shift: answers owed, holds, snoozes and
/// promises. Error `handOverEmpty` when there is nothing.
package struct OfferHandOver: RemoteCall {
    package static let method = "handover.offer"
    package typealias Reply = HandOverView
    package var promises: [HandOverPromise]
    package init(promises: [HandOverPromise] = []) { self.promises = promises }
}

/// The newest lists, as far as the caller sees their tickets.
package struct ListHandOvers: RemoteCall {
    package static let method = "handover.list"
    /// Only lists with lines that nobody took over.
    package var openOnly: Bool
    package init(openOnly: Bool = true) { self.openOnly = openOnly }

    package struct Reply: Codable, Sendable, Hashable {
        package var lists: [HandOverView]
        package init(lists: [HandOverView]) { self.lists = lists }
    }
}

/// The caller takes one line over and becomes the ticket's owner. Errors `handOverNotFound`,
/// `handOverLineSettled`.
package struct AcceptHandOverLine: RemoteCall {
    package static let method = "handover.accept"
    package typealias Reply = TicketRow
    package var list: HandOverID
    package var ticket: TicketID
    package init(list: HandOverID, ticket: TicketID) {
        self.list = list
        self.ticket = ticket
    }
}
