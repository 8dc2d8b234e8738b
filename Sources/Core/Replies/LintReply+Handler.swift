package import HelpDesk
import Store
package import Wire

extension LintReply: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let text = try TextLimits.clean(text, limit: TextLimits.reply)
        if let typedFor {
            let order = try await desk.database.read { transaction in
                let ticket = try transaction.visibleTicket(ticket, to: caller)
                return try transaction.order(typedFor, store: ticket.store)?.order
            }
            guard let order else {
                throw DeskError(.orderNotFound, ["order": typedFor.rawValue])
            }
            return Reply(findings: try await desk.dispatchFindings(in: text, about: order))
        }
        let reading = try await desk.database.read { transaction in
            try transaction.reading(
                for: transaction.visibleTicket(ticket, to: caller), template: template,
                version: templateVersion,
                caller: caller, desk: desk)
        }
        try await desk.refreshOutdated(reading)
        return Reply(findings: desk.judge(text, by: reading))
    }
}
