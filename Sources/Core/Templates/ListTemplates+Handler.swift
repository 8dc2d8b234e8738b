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
        return Reply(
            templates: shelf.summaries.filter { summary in
                let template = summary.template
                return TemplateSearch.finds(
                    search ?? "", in: template.key, template.title, template.body)
            })
    }
}

/// The templates that somebody may use, for a ticket or at all, the best first.
struct TemplateShelf {
    /// Uses older than this say nothing of a template as it is now.
    static let memory: Duration = .days(180)

    private let ticket: Ticket?
    private let questions: [SuggestionRules.Question]
    private let ranking: LetterRanking
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
        questions =
            try ticket.map { ticket in
                let order = try ticket.order.flatMap {
                    try transaction.order($0, store: ticket.store)?.order
                }
                return try transaction.questions(of: ticket, order)
            } ?? []
        ranking = LetterRanking(questions.isEmpty ? [] : templates.map(\.version.record))
    }

    /// What cannot be used here comes last.
    var summaries: [TemplateSummary] {
        templates.map(summary).sorted { left, right in
            (left.obstacle == nil ? 0 : 1, -left.rank, left.template.key)
                < (right.obstacle == nil ? 0 : 1, -right.rank, right.template.key)
        }
    }

    private func summary(_ offered: OfferedTemplate) -> TemplateSummary {
        let record = offered.version.record
        let outcome = outcomes[record.key]
        let isOverdue = offered.entry.isOverdue(at: now)
        var rank = 0.0
        if ticket != nil {
            let worth = SuggestionRules.Worth(
                isForOrderState: offered.version.orderStates.contains(standing),
                isOverdue: isOverdue, outcome: outcome)
            // A question that is less urgent yields to one that is more.
            let fits = questions.enumerated().map { index, question in
                ranking.fit(of: record, question).score - 0.25 * Double(index)
            }
            rank = (fits.max() ?? 0) + worth.score
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
