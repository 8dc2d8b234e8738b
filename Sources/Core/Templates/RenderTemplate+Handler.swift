package import HelpDesk
import Store
package import Wire

extension RenderTemplate: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let found = try transaction.template(template).flatMap { record in
                let scoped = ReplyTemplate(record, settings: desk.settings)
                return scoped.applies(to: ticket.store, on: ticket.marketplace) ? record : nil
            }
            guard let record = found else {
                throw DeskError(.templateNotFound, ["template": template.rawValue])
            }
            let filled = try TemplateValues(
                ticket, language: record.language, caller: caller, desk: desk, transaction)
            do {
                let text = try ReplyTemplate(record, settings: desk.settings)
                    .render(filled.values, today: filled.today)
                return Reply(text: text.text, missing: text.missing)
            } catch let problem as TemplateProblem {
                throw DeskError(
                    .templateInvalid,
                    ["template": template.rawValue, "reason": problem.code.rawValue],
                    detail: problem.detail)
            }
        }
    }
}
