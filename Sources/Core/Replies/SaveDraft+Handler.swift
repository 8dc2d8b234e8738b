package import HelpDesk
import Store
package import Wire

extension SaveDraft: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        let text = try TextLimits.clean(text, limit: TextLimits.draft)
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            if text.isEmpty {
                try transaction.discardDraft(ticket.id, caller.person)
            } else if try transaction.draft(ticket: ticket.id, person: caller.person)?.text != text
            {
                try transaction.keepDraft(
                    ticket.id, caller.person, basis: basis.bounded(by: ticket), text: text)
            }
            return Done()
        }
    }
}
