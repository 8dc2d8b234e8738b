package import HelpDesk
import Store
package import Wire

extension ListTemplates: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (records, asked): ([TemplateRecord], Ticket?) = try await desk.database.read {
            transaction in
            let visible = try ticket.map { try transaction.visibleTicket($0, to: caller) }
            return (try transaction.templates(), visible)
        }
        let words = (search ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        let summaries = records.filter { record in
            let text = "\(record.key) \(record.title) \(record.body)".lowercased()
            return words.allSatisfy { text.contains($0) }
                && fits(ReplyTemplate(record, settings: desk.settings), asked, caller)
        }
        .map { TemplateSummary(template: $0, rank: asked.map($0.rank(for:)) ?? 0) }
        return Reply(
            templates: summaries.sorted { left, right in
                (-left.rank, left.template.key) < (-right.rank, right.template.key)
            })
    }

    private func fits(_ template: ReplyTemplate, _ ticket: Ticket?, _ caller: Principal) -> Bool {
        if let ticket { return template.applies(to: ticket.store, on: ticket.marketplace) }
        return template.stores.isEmpty || template.stores.contains { caller.scope.contains($0) }
    }
}

extension TemplateRecord {
    /// The buyer's language counts more than the kind of question: a letter in the wrong language
    /// helps nobody.
    fileprivate func rank(for ticket: Ticket) -> Double {
        let mine = language.rawValue.prefix { $0 != "-" }
        let wanted = ticket.language.rawValue.prefix { $0 != "-" }
        // A letter that says something was cancelled is wrong for everybody who did not ask for it.
        let isUnasked = category == .cancelRequest && ticket.category != .cancelRequest
        return (mine == wanted ? 2 : 0) + (category == ticket.category ? 1 : 0)
            - (isUnasked ? 1 : 0)
    }
}
