import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// Writes a decision down and carries it out: the owner changes, a new ticket opens, and the
    /// time to begin with it runs.
    func apply(_ decision: RoutingDecision, to ticket: Ticket, due: Timestamp?) throws {
        try record(.routing(.decided(decision)))
        if decision.cause == .arrived { try mark(ticket, decision) }
        guard decision.chosen != ticket.owner else { return }
        try apply(
            TicketAssignment(
                ticket: ticket.id, from: ticket.owner, to: decision.chosen, cause: .route))
        guard decision.chosen != nil else { return }
        try apply(TicketRules.assigned(ticket))
        try schedule(
            .acceptTimer, for: ticket.id, at: AcceptTimer.end(assignedAt: now, due: due))
    }

    /// What the rules say of a new ticket's priority and tags; a tag that nobody registered is
    /// left out. Later on people may have said otherwise, and their word stands.
    private func mark(_ ticket: Ticket, _ decision: RoutingDecision) throws {
        if decision.priority != ticket.priority {
            try record(
                .life(
                    .priorityChanged(
                        PriorityChange(
                            ticket: ticket.id, from: ticket.priority, to: decision.priority))))
        }
        guard !decision.tags.isEmpty else { return }
        let (registry, known) = (try tagRegistry(), try tags(of: ticket.id))
        for tag in decision.tags {
            guard let name = try? TagRules.resolve(tag, registry: registry, mayMakeUp: false),
                !known.contains(name)
            else { continue }
            try record(.life(.tagged(ticket.id, name)))
        }
    }

    /// A ticket goes back to the queue, and its owner does not get it again in this cycle.
    func giveBack(_ ticket: Ticket, cause: ReturnCause) throws {
        guard let owner = ticket.owner else { return }
        try record(
            .routing(
                .returned(
                    TicketReturn(
                        ticket: ticket.id, person: owner, cycle: ticket.cycle, cause: cause))))
        try apply(TicketAssignment(ticket: ticket.id, from: owner, to: nil, cause: .giveBack))
    }

    /// The time to begin is over: whoever did nothing loses the ticket again.
    func acceptTimeOver(_ id: TicketID) throws {
        guard let ticket = try ticket(id), let owner = ticket.owner,
            ticket.state == .new || ticket.state == .open,
            let latest = try latestDecision(of: id), latest.decision.chosen == owner
        else { return }
        let end = AcceptTimer.end(assignedAt: latest.at, due: ticket.routingDue)
        guard end <= now else { return try schedule(.acceptTimer, for: id, at: end) }
        let hasBegun = try hasBegun(
            id, person: owner, cycle: ticket.cycle, after: latest.sequence)
        if !hasBegun { try giveBack(ticket, cause: .timeout) }
    }
}
