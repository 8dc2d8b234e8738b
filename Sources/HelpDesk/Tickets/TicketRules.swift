package import SwiftExtensions

/// How tickets move (helpdesk section 5). Every function is pure; nil means "nothing changes".
package enum TicketRules {
    /// Longest wait for a third party without looking again.
    package static let longestHold: Duration = .days(7)
    /// A ticket on which the buyer stays silent is resolved after this long.
    package static let resolveAfter: Duration = .days(7)
    /// A resolved ticket is archived after this long.
    package static let closeAfter: Duration = .days(14)
    /// A message on a ticket resolved longer ago opens a new one that follows it.
    package static let followUpAfter: Duration = .days(30)
    /// A subject joins a thread only this far back (section 3.4, rule 5).
    package static let subjectWindow: Duration = .days(14)

    /// A buyer message arrived (section 5.3). Only a message with substance counts as a reopening;
    /// one that merely thanks reopens, because its debt runs, but starts no cycle (section 3.3).
    package static func buyerMessage(
        on ticket: Ticket, isCourtesy: Bool
    ) -> TicketStateChange? {
        switch ticket.state {
        case .new, .open:
            nil
        case .pending, .hold, .snoozed:
            TicketStateChange(
                ticket: ticket.id, from: ticket.state, to: .open,
                suspends: ticket.interruptedRest)
        case .resolved, .closed:
            TicketStateChange(
                ticket: ticket.id, from: ticket.state, to: .open, startsCycle: !isCourtesy)
        }
    }

    /// What was settled is owed again, so somebody must see it (invariant I3).
    package static func debtReturned(on ticket: Ticket) -> TicketStateChange? {
        switch ticket.state {
        case .new, .open: nil
        case .pending, .hold, .snoozed, .resolved, .closed:
            TicketStateChange(
                ticket: ticket.id, from: ticket.state, to: .open,
                suspends: ticket.interruptedRest)
        }
    }

    /// Whether a message on `ticket` belongs to a new ticket that follows it (section 5.6).
    package static func needsFollowUp(
        _ ticket: Ticket, order: OrderID?, at now: Timestamp
    ) -> Bool {
        if let resolvedAt = ticket.resolvedAt, ticket.state == .resolved || ticket.state == .closed,
            now - resolvedAt > followUpAfter
        {
            return true
        }
        guard let known = ticket.order, let order else { return false }
        return known != order
    }

    /// The transport took a reply. The state that its author chose applies unless an answer is
    /// still owed, which only a message that came in between can cause; no ticket rests while a
    /// case waits.
    package static func replyAccepted(
        on ticket: Ticket, wanted: TicketState, isSettled: Bool
    ) -> TicketStateChange? {
        let allowed: TicketState =
            switch wanted {
            case .resolved where isSettled && ticket.openCases > 0: .pending
            case .resolved, .pending: isSettled ? wanted : .open
            case .hold where ticket.state == .hold: .hold
            default: .open
            }
        guard allowed != ticket.state else { return nil }
        return TicketStateChange(ticket: ticket.id, from: ticket.state, to: allowed)
    }

    /// A person takes or is given the ticket; a new one is then open.
    package static func assigned(_ ticket: Ticket) -> TicketStateChange? {
        guard ticket.state == .new else { return nil }
        return TicketStateChange(ticket: ticket.id, from: .new, to: .open)
    }

    /// Waits for a third party. Throws `holdNeedsReview` and `ticketStateRefused`.
    package static func hold(
        _ ticket: Ticket, reason: String, reviewAt: Timestamp, at now: Timestamp
    ) throws(DeskError) -> TicketStateChange {
        guard ticket.state != .resolved, ticket.state != .closed else {
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "hold"])
        }
        let isInRange = reviewAt > now && reviewAt <= now + longestHold
        guard isInRange, reason.contains(where: { !$0.isWhitespace }) else {
            let days = longestHold.wholeMilliseconds / Duration.days(1).wholeMilliseconds
            throw DeskError(.holdNeedsReview, ["days": String(days)])
        }
        return TicketStateChange(
            ticket: ticket.id, from: ticket.state, to: .hold, holdReason: reason,
            reviewAt: reviewAt)
    }

    /// Believed done. Throws `ticketDebtOwed` while an answer is owed or an excuse unconfirmed: the
    /// way out is to answer or to excuse (invariant I3), `ticketCaseOpen` while a case waits for
    /// somebody, and `ticketStateRefused` when it is done.
    package static func resolve(
        _ ticket: Ticket, debts: [Debt]
    ) throws(DeskError) -> TicketStateChange {
        guard ticket.openCases == 0 else {
            throw DeskError(.ticketCaseOpen, ["cases": String(ticket.openCases)])
        }
        guard ticket.state != .resolved, ticket.state != .closed else {
            throw DeskError(
                .ticketStateRefused, ["state": ticket.state.rawValue, "to": "resolved"])
        }
        let unsettled = debts.count { $0.isUnsettled }
        guard unsettled == 0 else {
            throw DeskError(.ticketDebtOwed, ["debts": String(unsettled)])
        }
        return TicketStateChange(ticket: ticket.id, from: ticket.state, to: .resolved)
    }

    /// A person brings a ticket back. A closed one needs a right of its own.
    package static func reopen(
        _ ticket: Ticket, by caller: Principal
    ) throws(DeskError) -> TicketStateChange {
        switch ticket.state {
        case .new, .open:
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "open"])
        case .closed where !caller.may(.reopenClosed):
            throw DeskError(.notAllowed, ["needs": Verb.reopenClosed.rawValue])
        case .pending, .hold, .snoozed, .resolved, .closed:
            return TicketStateChange(ticket: ticket.id, from: ticket.state, to: .open)
        }
    }

    /// The time to look again has come; the reason stays on the record (section 5.5).
    package static func reviewDue(_ ticket: Ticket, at now: Timestamp) -> TicketStateChange? {
        guard ticket.state == .hold, let reviewAt = ticket.reviewAt, reviewAt <= now else {
            return nil
        }
        return TicketStateChange(
            ticket: ticket.id, from: .hold, to: .open, holdReason: ticket.holdReason)
    }

    /// The buyer stayed silent (section 5.5); never from open, hold or snoozed, and not while the
    /// ticket or its order has an open case (`cases`) or a note asks for a look.
    package static func silence(
        _ ticket: Ticket, debts: [Debt], cases: [DeskCase] = [], hasDueNote: Bool = false,
        at now: Timestamp
    ) -> TicketStateChange? {
        guard ticket.state == .pending, ticket.lastActivityAt + resolveAfter <= now,
            ticket.openCases == 0, !debts.contains(where: { $0.isUnsettled }),
            !cases.contains(where: { $0.state == .open }), !hasDueNote
        else { return nil }
        return TicketStateChange(ticket: ticket.id, from: .pending, to: .resolved)
    }

    /// Archives what has been resolved long enough.
    package static func archive(_ ticket: Ticket, at now: Timestamp) -> TicketStateChange? {
        guard ticket.state == .resolved, let resolvedAt = ticket.resolvedAt,
            resolvedAt + closeAfter <= now
        else { return nil }
        return TicketStateChange(ticket: ticket.id, from: .resolved, to: .closed)
    }
}
