package import SwiftExtensions

/// Parking a ticket (helpdesk sections 5.1, 5.3 and 5.5).
extension TicketRules {
    /// A snoozed ticket that owes an answer wakes at least this long before the answer should leave.
    package static let snoozeLead: Duration = .minutes(60)
    /// Longest snooze of a ticket that owes nothing.
    package static let longestSnooze: Duration = .days(365)

    /// The last instant until which the ticket may sleep. An excuse that nobody confirmed counts as
    /// owed: it falls back.
    package static func latestWake(debts: [Debt], at now: Timestamp) -> Timestamp {
        latestWake(earliestDue: debts.filter(\.isUnsettled).map(\.platformDue).min(), at: now)
    }

    /// The same, from the earliest platform deadline of what is unsettled.
    fileprivate static func latestWake(earliestDue: Timestamp?, at now: Timestamp) -> Timestamp {
        let limit = now + longestSnooze
        return earliestDue.map { min($0 - PlatformClock.margin - snoozeLead, limit) } ?? limit
    }

    /// Parks the ticket until `wakeAt`, or parks it anew. Throws `snoozeTooLong` past the last safe
    /// instant, `snoozeNoRoom` when there is none, and `ticketStateRefused` for one that is done.
    package static func snooze(
        _ ticket: Ticket, until wakeAt: Timestamp, debts: [Debt], at now: Timestamp
    ) throws(DeskError) -> TicketStateChange {
        guard ticket.state != .resolved, ticket.state != .closed else {
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "snoozed"])
        }
        guard wakeAt > now else { throw DeskError(.badRequest, ["field": "until"]) }
        let latest = latestWake(debts: debts, at: now)
        guard latest > now else {
            let due = debts.filter(\.isUnsettled).map(\.platformDue).min() ?? now
            throw DeskError(.snoozeNoRoom, ["due": due.iso8601])
        }
        guard wakeAt <= latest else {
            throw DeskError(.snoozeTooLong, ["latest": latest.iso8601])
        }
        return TicketStateChange(
            ticket: ticket.id, from: ticket.state, to: .snoozed, wakeAt: wakeAt)
    }

    /// The time to wake has come; nil while there is time left.
    package static func wake(_ ticket: Ticket, at now: Timestamp) -> TicketStateChange? {
        guard ticket.state == .snoozed, let wakeAt = ticket.wakeAt, wakeAt <= now else {
            return nil
        }
        return TicketStateChange(ticket: ticket.id, from: .snoozed, to: .open)
    }

    /// Takes up the hold or snooze that a buyer's message interrupted. Throws `nothingSuspended`
    /// when there is none or its time has passed, and what `hold` and `snooze` throw.
    package static func restore(
        _ ticket: Ticket, _ suspension: Suspension?, debts: [Debt], at now: Timestamp
    ) throws(DeskError) -> TicketStateChange {
        guard let suspension, suspension.until > now else {
            throw DeskError(.nothingSuspended, ["ticket": String(ticket.id.rawValue)])
        }
        guard suspension.state == .hold else {
            return try snooze(ticket, until: suspension.until, debts: debts, at: now)
        }
        return try hold(
            ticket, reason: suspension.reason ?? "", reviewAt: suspension.until, at: now)
    }
}

extension Ticket {
    /// The last instant until which the ticket may sleep, by what its row shows.
    package func latestWake(at now: Timestamp) -> Timestamp {
        TicketRules.latestWake(
            earliestDue: [nextDue, tickDue].compactMap { $0 }.min(), at: now)
    }
}
