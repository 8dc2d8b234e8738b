package import HelpDesk
import Store
package import Wire

extension LintReply: DeskCall {
    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            return Reply(findings: try desk.findings(in: text, for: ticket, transaction))
        }
    }
}
