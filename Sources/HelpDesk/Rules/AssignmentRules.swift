/// Who may take or give a ticket (helpdesk sections 5.2 and 16).
package enum AssignmentRules {
    /// Takes an unowned ticket. Nil when the caller owns it already.
    /// Throws `ticketTaken` for the loser of a race and `ticketStateRefused` for an archived one.
    package static func claim(
        _ ticket: Ticket, by person: PersonID
    ) throws(DeskError) -> TicketAssignment? {
        guard ticket.state != .closed else {
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "open"])
        }
        guard let owner = ticket.owner else {
            return TicketAssignment(ticket: ticket.id, from: nil, to: person, cause: .claim)
        }
        guard owner == person else { throw DeskError(.ticketTaken) }
        return nil
    }

    /// Gives a ticket to a person or to nobody. `expected` is the owner that the caller saw.
    /// Throws `ticketTaken` when somebody else owns it meanwhile, `notAllowed` when an agent
    /// would take another's ticket.
    package static func assign(
        _ ticket: Ticket, to person: PersonID?, expected: PersonID?, by caller: Principal
    ) throws(DeskError) -> TicketAssignment? {
        guard ticket.state != .closed else {
            throw DeskError(.ticketStateRefused, ["state": ticket.state.rawValue, "to": "open"])
        }
        guard ticket.owner != person else { return nil }
        guard ticket.owner == expected else { throw DeskError(.ticketTaken) }
        let isOthers = ticket.owner != nil && ticket.owner != caller.person
        guard caller.may(.assign, isOthers ? .stores : .own) else {
            throw DeskError(.notAllowed, ["needs": Verb.assign.rawValue])
        }
        return TicketAssignment(
            ticket: ticket.id, from: ticket.owner, to: person,
            cause: person == nil ? .release : .assign)
    }
}
