/// Flags and priority of a ticket (helpdesk sections 5.1 and 5.2).
package enum MarkRules {
    /// Sets or takes away a flag. Nil when nothing changes. Throws `ticketStateRefused` for spam on
    /// a ticket that is done.
    package static func flag(
        _ flag: TicketFlags, isOn: Bool, on ticket: Ticket
    ) throws(DeskError) -> FlagChange? {
        guard ticket.flags.contains(flag) != isOn else { return nil }
        if flag == .spam, isOn, ticket.state == .resolved || ticket.state == .closed {
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "spam"])
        }
        var flags = ticket.flags
        if isOn { flags.insert(flag) } else { flags.remove(flag) }
        return FlagChange(ticket: ticket.id, from: ticket.flags, to: flags)
    }

    /// Nil when it has that priority.
    package static func priority(
        _ priority: TicketPriority, on ticket: Ticket
    ) -> PriorityChange? {
        guard ticket.priority != priority else { return nil }
        return PriorityChange(ticket: ticket.id, from: ticket.priority, to: priority)
    }
}

package struct FlagChange: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var from: TicketFlags
    package var to: TicketFlags

    package init(ticket: TicketID, from: TicketFlags, to: TicketFlags) {
        self.ticket = ticket
        self.from = from
        self.to = to
    }
}

package struct PriorityChange: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var from: TicketPriority
    package var to: TicketPriority

    package init(ticket: TicketID, from: TicketPriority, to: TicketPriority) {
        self.ticket = ticket
        self.from = from
        self.to = to
    }
}
