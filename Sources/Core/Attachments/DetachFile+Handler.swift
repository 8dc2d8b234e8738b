package import HelpDesk
import Store
package import Wire

extension DetachFile: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let files = try transaction.draftFiles(ticket: ticket.id, person: caller.person)
            let kept = files.filter { digest != nil && $0.file.digest != digest }
            try transaction.keepDraftFiles(ticket.id, caller.person, kept)
            return Reply(files: kept)
        }
    }
}
