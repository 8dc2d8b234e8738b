import HelpDesk
import Store

extension WriteTransaction {
    /// The owner whose answer it is alone, as far as the ticket's group says so.
    func lockedOwner(of ticket: Ticket, against person: PersonID) throws -> PersonID? {
        guard let group = ticket.group else { return nil }
        return OwnershipLock.owner(of: ticket, in: try routingBook().group(group), against: person)
    }

    /// Throws `composeHeld` while somebody else writes the answer, and `ownersOnly` where it is the
    /// owner's alone and the caller has not taken it over (helpdesk sections 8.2, 8.3 and 8.7).
    func checkCompose(on ticket: Ticket, for caller: Principal, in desk: Desk) throws {
        try desk.checkLease(on: ticket.id, for: caller)
        guard let owner = try lockedOwner(of: ticket, against: caller.person),
            !desk.onTickets.hasTakenOver(ticket.id, by: caller.person, at: now)
        else { return }
        throw DeskError(.ownersOnly, ["owner": try person(owner)?.displayName ?? ""])
    }
}
