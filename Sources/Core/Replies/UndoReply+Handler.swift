package import HelpDesk
import Store
package import Wire

extension UndoReply: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> DraftView {
        try await desk.act(as: caller) { transaction in
            let item = try transaction.visibleOutboxItem(item, to: caller)
            guard item.author == caller.person else { throw DeskError(.notAllowed) }
            guard item.state == .queued || item.state == .held else {
                throw DeskError(.outboxTooLate, ["state": item.state.rawValue])
            }
            let text = try transaction.withdraw(item, evidence: "taken-back")
            return DraftView(
                ticket: item.ticket, text: text, basis: item.basis, savedAt: transaction.now,
                files: try transaction.draftFiles(ticket: item.ticket, person: item.author))
        }
    }
}

extension WriteTransaction {
    /// Takes an item out of the outbox; its text is the author's draft again, unless the author has
    /// begun another one, which then stays.
    func withdraw(_ item: OutboxItem, evidence: String) throws -> String {
        let text = try outboxContent(item.id)?.body ?? ""
        try record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: item.state, to: .withdrawn, at: now, evidence: evidence)))
        try returnFiles(of: item)
        if try draft(ticket: item.ticket, person: item.author) == nil, !text.isEmpty {
            try keepDraft(item.ticket, item.author, basis: item.basis, text: text)
        }
        return text
    }
}
