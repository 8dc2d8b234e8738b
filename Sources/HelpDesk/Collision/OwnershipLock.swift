/// A group may keep its tickets' answers to their owners (helpdesk section 8.3).
package enum OwnershipLock {
    /// Whose answer it is alone; nil where anybody with the right may send, and for those whom the
    /// lock does not stop: the owner and the group's leads.
    package static func owner(
        of ticket: Ticket, in group: RoutingGroup?, against person: PersonID
    ) -> PersonID? {
        guard let group, group.isActive, group.ownersOnly == true, let owner = ticket.owner,
            owner != person, !group.leads.contains(person)
        else { return nil }
        return owner
    }
}
