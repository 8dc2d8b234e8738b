package import HelpDesk
package import SwiftExtensions

/// Parks a ticket until an instant. Error `snoozeTooLong` (argument `latest`) past the last safe
/// one while an answer is owed, `snoozeNoRoom` when there is none.
package struct SnoozeTicket: RemoteCall {
    package static let method = "ticket.snooze"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var until: Timestamp
    package init(ticket: TicketID, until: Timestamp) {
        self.ticket = ticket
        self.until = until
    }
}

/// Takes up the hold or snooze that a buyer's message interrupted.
package struct RestoreTicket: RemoteCall {
    package static let method = "ticket.restore"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Takes the caller's last change of a ticket's state back: for ten minutes, and while nobody else
/// has acted on it.
package struct UndoTicket: RemoteCall {
    package static let method = "ticket.undo"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Makes two tickets of one buyer one. Without `survivor` the older lives on; answers with it.
package struct MergeTickets: RemoteCall {
    package static let method = "ticket.merge"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var with: TicketID
    package var survivor: TicketID?
    package init(ticket: TicketID, with other: TicketID, survivor: TicketID? = nil) {
        self.ticket = ticket
        with = other
        self.survivor = survivor
    }
}

/// Takes a merge back; `ticket` is the one that was merged away. Answers with it.
package struct UnmergeTicket: RemoteCall {
    package static let method = "ticket.unmerge"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Makes messages a ticket of their own; answers with the new one.
package struct SplitTicket: RemoteCall {
    package static let method = "ticket.split"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var messages: [MessageID]
    package init(ticket: TicketID, messages: [MessageID]) {
        self.ticket = ticket
        self.messages = messages
    }
}

/// Makes or takes away a link from `ticket` to another one.
package struct LinkTickets: RemoteCall {
    package static let method = "ticket.link"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var to: TicketID
    package var kind: LinkKind
    package var isOn: Bool
    package init(ticket: TicketID, to: TicketID, kind: LinkKind, isOn: Bool = true) {
        self.ticket = ticket
        self.to = to
        self.kind = kind
        self.isOn = isOn
    }
}

/// Says that the buyers of two tickets are one person with two aliases of one seller account, or that
/// they are not after all; tickets that were merged meanwhile stay so.
package struct LinkBuyers: RemoteCall {
    package static let method = "ticket.link-buyers"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var with: TicketID
    package var isOn: Bool
    package var reason: String
    package init(ticket: TicketID, with other: TicketID, isOn: Bool = true, reason: String) {
        self.ticket = ticket
        with = other
        self.isOn = isOn
        self.reason = reason
    }
}

/// Says what kind a message is that came in. A buyer's message gets its debt, from the instant when
/// the platform took it; what is none loses it, close to its deadline only by two people. Errors
/// `messageNotFound`, `kindRefused`, `secondPerson`.
package struct CorrectKind: RemoteCall {
    package static let method = "message.kind"
    package typealias Reply = TicketRow
    package var message: MessageID
    package var kind: MessageKind
    package var reason: String
    package init(message: MessageID, kind: MessageKind, reason: String) {
        self.message = message
        self.kind = kind
        self.reason = reason
    }
}

package struct SetPriority: RemoteCall {
    package static let method = "ticket.priority"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var priority: TicketPriority
    package init(ticket: TicketID, priority: TicketPriority) {
        self.ticket = ticket
        self.priority = priority
    }
}

/// Marks spam, which ends no clock; silences personal notices; names a buyer who matters; keeps
/// everything from erasure (`supervise`); or takes a rehearsal's ticket out of every figure
/// (`drill`).
package struct FlagTicket: RemoteCall {
    package enum Flag: String, Codable, Sendable, CaseIterable {
        case spam, muted, vip, drill
        case legalHold = "legal-hold"
    }

    package static let method = "ticket.flag"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var flag: Flag
    package var isOn: Bool
    package init(ticket: TicketID, flag: Flag, isOn: Bool) {
        self.ticket = ticket
        self.flag = flag
        self.isOn = isOn
    }
}

/// Has the caller told of notes and buyers' messages, or no longer.
package struct WatchTicket: RemoteCall {
    package static let method = "ticket.watch"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var isOn: Bool
    package init(ticket: TicketID, isOn: Bool) {
        self.ticket = ticket
        self.isOn = isOn
    }
}

/// One act on each of up to 500 tickets, each judged for itself.
package struct ActOnTickets: RemoteCall {
    package static let method = "ticket.bulk"
    package var tickets: [TicketID]
    package var act: BulkAct
    package init(tickets: [TicketID], act: BulkAct) {
        self.tickets = tickets
        self.act = act
    }

    package struct Refusal: Codable, Sendable, Hashable {
        package var ticket: TicketID
        package var error: DeskError
        package init(ticket: TicketID, error: DeskError) {
            self.ticket = ticket
            self.error = error
        }
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var done: [TicketRow]
        package var refused: [Refusal]
        package init(done: [TicketRow], refused: [Refusal]) {
            self.done = done
            self.refused = refused
        }
    }
}
