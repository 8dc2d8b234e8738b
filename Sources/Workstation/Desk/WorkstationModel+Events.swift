import HelpDesk
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func pushed(_ event: PushedEvent) -> [Effect] {
        switch event {
        case .ticketChanged(let row):
            let known = thread?.row.ticket.lastItem
            wallChanged()
            apply(row)
            let hasNewItem = thread?.ticket == row.id && known != row.ticket.lastItem
            if hasNewItem, composer?.ticket == row.id { say(ComposerStrings.newerItems, .warning) }
            return inbox.refetchSoon(now: now) + reloadThread(row.id)
        case .countsChanged(let counts):
            wallChanged()
            return countsCame(counts)
        case .outboxChanged(let view): return outboxChanged(view)
        case .dispatchChanged(let view): return dispatchChanged(view)
        case .orderChanged(let order, let store):
            guard let shown = thread?.detail?.order?.order, shown.id == order, shown.store == store
            else { return [] }
            return thread.map { reloadThread($0.ticket) } ?? []
        case .syncChanged(let changed):
            merge(changed)
            return []
        case .engineChanged(let news): return engineChanged(news)
        case .broadcastsChanged: return broadcastsChanged()
        case .requestsChanged: return requestsChanged()
        case .presenceChanged(let news): return presenceChanged(news)
        case .composeTaken(let taken): return composeTaken(taken)
        case .goodbye:
            say(DeskStrings.coreStops, .warning)
            return []
        }
    }

    private mutating func outboxChanged(_ view: OutboxView) -> [Effect] {
        outbox.changed(view)
        if undo?.what == .reply(view.id), view.item.state != .queued { undo = nil }
        if view.item.author == me?.person {
            switch view.item.state {
            case .failed, .bounced, .unknown:
                say(TicketStrings.deliveryProblem(number(view.item.ticket)), .error)
                return [.bell] + reloadThread(view.item.ticket)
            default: break
            }
        }
        // What keeps it back is told to whoever asks for the list.
        let isToReview = view.item.state == .held && layer == .outbox
        return reloadThread(view.item.ticket) + (isToReview ? OutboxPane.fetch : [])
    }

    /// Shown again where it stands: in its ticket's thread and beside its order.
    private mutating func dispatchChanged(_ view: DispatchView) -> [Effect] {
        outbox.changed(view)
        let facts = view.dispatch
        var effects: [Effect] = []
        if case .message(view.id, _) = undo?.what, facts.state != .queued { undo = nil }
        if facts.author == me?.person, facts.state == .refused || facts.state == .unknown {
            say(DispatchStrings.needsYou(facts.order.rawValue), .error)
            effects = [.bell]
        }
        guard let thread else { return effects }
        let isHere =
            facts.ticket == thread.ticket
            || (thread.row.ticket.order == facts.order && thread.row.ticket.store == facts.store)
        return effects + (isHere ? reloadThread(thread.ticket) : [])
    }

    private mutating func merge(_ changed: [SyncHealth]) {
        for entry in changed {
            if let index = health.firstIndex(where: {
                $0.store == entry.store && $0.kind == entry.kind
            }) {
                health[index] = entry
            } else {
                health.append(entry)
            }
        }
    }
}
