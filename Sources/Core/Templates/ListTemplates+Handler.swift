package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListTemplates: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let shelf = try await desk.database.read { transaction in
            let visible = try ticket.map { try transaction.visibleTicket($0, to: caller) }
            return try TemplateShelf(visible, caller, at: desk.clock.now, transaction)
        }
        let words = (search ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        return Reply(
            templates: shelf.summaries.filter { summary in
                let template = summary.template
                let text = "\(template.key) \(template.title) \(template.body)".lowercased()
                return words.allSatisfy { text.contains($0) }
            })
    }
}

/// The templates that somebody may use, for a ticket or at all, the best first.
struct TemplateShelf {
    /// Uses older than this say nothing of a template as it is now.
    static let memory: Duration = .days(180)

    private let ticket: Ticket?
    private let question: SuggestionRules.Question?
    private let standing: OrderStanding
    private let templates: [OfferedTemplate]
    private let outcomes: [TemplateKey: TemplateOutcome]
    private let now: Timestamp

    init(
        _ ticket: Ticket?, _ caller: Principal, at now: Timestamp, _ transaction: ReadTransaction
    ) throws {
        self.ticket = ticket
        self.now = now
        let groups = try transaction.groups(of: caller.person)
        templates = try transaction.offeredTemplates().filter { offered in
            let version = offered.version
            guard version.group.map(groups.contains) ?? true else { return false }
            guard let ticket else {
                return version.stores.isEmpty
                    || version.stores.contains { caller.scope.contains($0) }
            }
            return ReplyTemplate(version).applies(to: ticket.store, on: ticket.marketplace)
        }
        outcomes = try transaction.templateOutcomes(
            from: now - Self.memory, to: now - .hours(TemplateOutcome.silenceHours))
        standing = try ticket.map { try transaction.standing(of: $0) } ?? .unknown
        question = try ticket.map { ticket in
            let newest = try transaction.messages(of: ticket.id).last { $0.direction == .inbound }
            return SuggestionRules.Question(
                text: try newest.flatMap { try transaction.messageContent($0.id)?.body } ?? "",
                language: ticket.language, category: ticket.category, orderStatus: nil)
        }
    }

    /// What cannot be used here comes last.
    var summaries: [TemplateSummary] {
        let asked = question?.words ?? []
        return templates.map { summary($0, asked) }.sorted { left, right in
            (left.obstacle == nil ? 0 : 1, -left.rank, left.template.key)
                < (right.obstacle == nil ? 0 : 1, -right.rank, right.template.key)
        }
    }

    private func summary(_ offered: OfferedTemplate, _ asked: Set<String>) -> TemplateSummary {
        let record = offered.version.record
        let outcome = outcomes[record.key]
        let isOverdue = offered.entry.isOverdue(at: now)
        var rank = 0.0
        if let question {
            let worth = SuggestionRules.Worth(
                isForOrderState: offered.version.orderStates.contains(standing),
                isOverdue: isOverdue, outcome: outcome)
            rank =
                SuggestionRules.fit(of: record, record.body, question, asked).score + worth.score
        }
        return TemplateSummary(
            template: record, rank: rank,
            obstacle: ticket == nil ? faulty(offered) : offered.obstacle(standing),
            isOverdue: isOverdue, isBehind: offered.isBehind,
            quiet: outcome.map { TemplateShare($0.quiet, of: $0.uses) })
    }

    /// Without a ticket nobody knows where the order stands.
    private func faulty(_ offered: OfferedTemplate) -> TemplateObstacle? {
        offered.obstacle(offered.version.orderStates.first ?? .unknown)
    }
}
