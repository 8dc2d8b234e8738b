import HelpDesk
import Store

extension EventSequence {
    /// What an author can have seen of a ticket at most: clients may claim anything.
    func bounded(by ticket: Ticket) -> EventSequence { min(max(self, .zero), ticket.lastItem) }
}

extension ReadTransaction {
    /// Throws `staleBasis` (arguments `ticket`, `items`) when something stands in the thread, or is
    /// on its way, that the item's author has not seen. An author who sent past newer items knew of
    /// the replies that were queued before.
    func checkBasis(of item: OutboxItem) throws {
        let isKnowing = item.override?.rules.contains(LintOverride.staleBasisRule) ?? false
        let isKnown = { (other: OutboxID?) in
            guard let other else { return false }
            return isKnowing && other < item.id
        }
        let items = ReplyGate.unseen(
            try items(of: item.ticket, after: item.basis), after: item.basis, author: item.author
        ).filter { !isKnown($0.outbox) }
        let waiting = try outbox(of: item.ticket).filter {
            $0.id != item.id && $0.state.isLive && !isKnown($0.id)
        }
        let count = items.count + waiting.count
        guard count == 0 else {
            throw DeskError(
                .staleBasis,
                ["ticket": String(item.ticket.rawValue), "items": String(count)])
        }
    }
}
