package import SwiftExtensions

/// When two tickets may become one, and one two again (helpdesk section 11.3).
package enum MergeRules {
    /// How long a merge can be taken back.
    package static let window: Duration = .days(7)

    /// The one that lives on unless somebody chooses: the older.
    package static func survivor(of one: Ticket, _ other: Ticket) -> Ticket {
        (one.openedAt, one.id) <= (other.openedAt, other.id) ? one : other
    }

    /// Throws `mergeSelf`, `mergeMerged`, `mergeOtherAccount` or `mergeOtherBuyer`. Buyers are the
    /// same by their alias, or because somebody linked the two.
    package static func check(
        _ source: Ticket, into survivor: Ticket, linkedBuyers: Set<BuyerID>
    ) throws(DeskError) {
        guard source.id != survivor.id else { throw DeskError(.mergeSelf) }
        for ticket in [source, survivor] where ticket.mergedInto != nil {
            throw DeskError(.mergeMerged, ["ticket": String(ticket.id.rawValue)])
        }
        guard source.store == survivor.store else { throw DeskError(.mergeOtherAccount) }
        guard let one = source.buyer, let other = survivor.buyer,
            one == other || linkedBuyers.contains(other)
        else { throw DeskError(.mergeOtherBuyer) }
    }

    /// What becomes of the survivor: whatever needs somebody makes it work again.
    package static func opening(
        _ survivor: Ticket, source: Ticket, moved debts: [Debt]
    ) -> TicketStateChange? {
        let isLive = source.state != .resolved && source.state != .closed
        let isWork = source.state == .new || source.state == .open
        let needsSomebody =
            debts.contains(where: \.isUnsettled) || source.openCases > 0 || isWork
        switch survivor.state {
        case .new, .open: return nil
        case .resolved, .closed: guard needsSomebody || isLive else { return nil }
        case .pending, .hold, .snoozed: guard needsSomebody else { return nil }
        }
        return TicketStateChange(
            ticket: survivor.id, from: survivor.state, to: .open,
            suspends: survivor.interruptedRest)
    }

    /// Whether a merge at `merged` may be taken back, given the later events of both sides. Throws
    /// `unmergeTooLate` or `unmergeChanged`.
    package static func checkUnmerge(
        mergedAt merged: Timestamp, since events: [EventRecord], at now: Timestamp
    ) throws(DeskError) {
        guard now - merged <= window else {
            let days = window.wholeMilliseconds / Duration.days(1).wholeMilliseconds
            throw DeskError(.unmergeTooLate, ["days": String(days)])
        }
        guard !events.contains(where: { isChange($0.event) }) else {
            throw DeskError(.unmergeChanged)
        }
    }

    /// A change of state, a reply that went out, or items that moved once more.
    private static func isChange(_ event: DeskEvent) -> Bool {
        switch event {
        case .ticketStateChanged, .life(.stateUndone), .life(.itemsMoved), .life(.mergedInto):
            true
        case .messageAdded(let message): message.direction == .outbound
        default: false
        }
    }

    /// Walks from a merged ticket to the one that lives on. Nil for a loop or a dead end: the
    /// caller then works on the original and raises an alarm (section 5.3).
    package static func survivor<Failure: Error>(
        of ticket: Ticket, next: (TicketID) throws(Failure) -> Ticket?
    ) throws(Failure) -> Ticket? {
        var seen: Set<TicketID> = [ticket.id]
        var place = ticket
        while let target = place.mergedInto {
            guard seen.insert(target).inserted, let found = try next(target) else { return nil }
            place = found
        }
        return place
    }
}
