package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RenderTemplate: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
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
                try transaction.keepFacts(
                    facts(of: text, record.language, transaction.now), ticket: ticket.id,
                    person: caller.person)
                return Reply(text: text.text, missing: text.missing)
            } catch let problem as TemplateProblem {
                throw DeskError(
                    .templateInvalid,
                    ["template": template.rawValue, "reason": problem.code.rawValue],
                    detail: problem.detail)
            }
        }
    }

    /// What has to be compared again before the letter leaves (helpdesk section 10.3).
    private func facts(
        of text: RenderedTemplate, _ language: LanguageCode, _ now: Timestamp
    ) -> [FilledFact] {
        text.filled.filter { FilledFact.isFact($0.key) }.map { variable, value in
            FilledFact(variable: variable, text: value, language: language, filledAt: now)
        }
    }
}
