package import HelpDesk
import Store
package import Wire

extension ListTemplates: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (records, asked, question): ([TemplateRecord], Ticket?, String) =
            try await desk.database.read { transaction in
                let visible = try ticket.map { try transaction.visibleTicket($0, to: caller) }
                let newest = try visible.flatMap { visible in
                    try transaction.messages(of: visible.id).last { $0.direction == .inbound }
                }
                return (
                    try transaction.templates(), visible,
                    try newest.flatMap { try transaction.messageContent($0.id)?.body } ?? ""
                )
            }
        let words = (search ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        let fitting = records.filter { record in
            let text = "\(record.key) \(record.title) \(record.body)".lowercased()
            return words.allSatisfy { text.contains($0) }
                && fits(ReplyTemplate(record, settings: desk.settings), asked, caller)
        }
        let summaries = Self.ranked(fitting, for: asked, question)
        return Reply(
            templates: summaries.sorted { left, right in
                (-left.rank, left.template.key) < (-right.rank, right.template.key)
            })
    }

    private static func ranked(
        _ records: [TemplateRecord], for ticket: Ticket?, _ text: String
    ) -> [TemplateSummary] {
        guard let ticket else { return records.map { TemplateSummary(template: $0, rank: 0) } }
        let question = SuggestionRules.Question(
            text: text, language: ticket.language, category: ticket.category, orderStatus: nil)
        let asked = question.words
        return records.map { record in
            TemplateSummary(
                template: record,
                rank: SuggestionRules.fit(of: record, record.body, question, asked).score)
        }
    }

    private func fits(_ template: ReplyTemplate, _ ticket: Ticket?, _ caller: Principal) -> Bool {
        if let ticket { return template.applies(to: ticket.store, on: ticket.marketplace) }
        return template.stores.isEmpty || template.stores.contains { caller.scope.contains($0) }
    }
}
