package import HelpDesk
import Store
package import Wire

extension SaveDraft: DeskCall {
    private static let longestDraft = 200_000

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        guard text.utf8.count <= Self.longestDraft else {
            throw DeskError(.badRequest, ["field": "text", "limit": String(Self.longestDraft)])
        }
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            if text.isEmpty {
                try transaction.discardDraft(ticket.id, caller.person)
            } else if try transaction.draft(ticket: ticket.id, person: caller.person)?.text != text
            {
                try transaction.keepDraft(ticket.id, caller.person, basis: basis, text: text)
            }
            return Done()
        }
    }
}
