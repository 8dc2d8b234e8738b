package import HelpDesk
import Store
package import Wire

extension LintReply: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let text = try TextLimits.clean(text, limit: TextLimits.reply)
        let context = try await desk.database.read { transaction in
            try transaction.lintContext(for: transaction.visibleTicket(ticket, to: caller))
        }
        return Reply(findings: desk.lintText(text, context))
    }
}
