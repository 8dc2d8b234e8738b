package import HelpDesk
import Store
package import Wire

extension ActOnTickets: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        var seen: Set<TicketID> = []
        let chosen = tickets.filter { seen.insert($0).inserted }
        guard !chosen.isEmpty else { throw DeskError(.bulkEmpty) }
        guard chosen.count <= BulkAct.limit else {
            throw DeskError(.bulkTooMany, ["limit": String(BulkAct.limit)])
        }
        var reply = Reply(done: [], refused: [])
        for ticket in chosen {
            do {
                reply.done.append(try await perform(on: ticket, desk, caller))
            } catch let error as DeskError {
                reply.refused.append(Refusal(ticket: ticket, error: error))
            }
        }
        return reply
    }

    /// Each is the call that somebody would have made for this ticket alone, with its own rights
    /// and its own transaction.
    private func perform(
        on ticket: TicketID, _ desk: Desk, _ caller: Principal
    ) async throws -> TicketRow {
        switch act {
        case .take: try await desk.perform(ClaimTicket(ticket: ticket), as: caller)
        case .assign(let person):
            try await desk.perform(
                AssignTicket(
                    ticket: ticket, to: person,
                    expectedOwner: try await owner(of: ticket, desk, caller)), as: caller)
        case .snooze(let until):
            try await desk.perform(SnoozeTicket(ticket: ticket, until: until), as: caller)
        case .hold(let reason, let reviewAt):
            try await desk.perform(
                HoldTicket(ticket: ticket, reason: reason, reviewAt: reviewAt), as: caller)
        case .resolve: try await desk.perform(ResolveTicket(ticket: ticket), as: caller)
        case .reopen: try await desk.perform(ReopenTicket(ticket: ticket), as: caller)
        case .priority(let priority):
            try await desk.perform(SetPriority(ticket: ticket, priority: priority), as: caller)
        case .tag(let tag):
            try await desk.perform(TagTicket(ticket: ticket, tag: tag), as: caller)
        case .untag(let tag):
            try await desk.perform(TagTicket(ticket: ticket, tag: tag, isOn: false), as: caller)
        case .spam(let isOn):
            try await desk.perform(
                FlagTicket(ticket: ticket, flag: .spam, isOn: isOn), as: caller)
        case .mute(let isOn):
            try await desk.perform(
                FlagTicket(ticket: ticket, flag: .muted, isOn: isOn), as: caller)
        case .watch(let isOn):
            try await desk.perform(WatchTicket(ticket: ticket, isOn: isOn), as: caller)
        case .undo: try await desk.perform(UndoTicket(ticket: ticket), as: caller)
        }
    }

    private func owner(
        of ticket: TicketID, _ desk: Desk, _ caller: Principal
    ) async throws -> PersonID? {
        try await desk.database.read { try $0.visibleTicket(ticket, to: caller).owner }
    }
}
