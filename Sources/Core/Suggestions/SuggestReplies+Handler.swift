package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension SuggestReplies: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let material = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            return try SuggestionMaterial(ticket, caller, desk, transaction)
        }
        return Reply(
            templates: SuggestionRules.best(material.templates, for: material.questions),
            replies: SuggestionRules.dealt(
                zip(material.questions, material.replies).map { SuggestionRules.best($1, for: $0) })
        )
    }
}

/// What is put in order for a ticket.
struct SuggestionMaterial {
    let questions: [SuggestionRules.Question]
    let templates: [SuggestionRules.Template]
    /// For each question its own.
    let replies: [[SuggestionRules.Reply]]

    private static let mostReplies = 40

    init(
        _ ticket: Ticket, _ caller: Principal, _ desk: Desk, _ transaction: ReadTransaction
    ) throws {
        let order = try ticket.order.flatMap {
            try transaction.order($0, store: ticket.store)?.order
        }
        questions = try transaction.questions(of: ticket, order)
        // Filling in every letter is work for nothing where nothing is asked.
        templates =
            questions.isEmpty
            ? []
            : try Self.templates(ticket, OrderStanding(order), caller, desk, transaction)
        replies = try questions.map {
            try Self.replies(ticket, order, $0, caller, desk, transaction)
        }
    }

    private static func templates(
        _ ticket: Ticket, _ standing: OrderStanding, _ caller: Principal, _ desk: Desk,
        _ transaction: ReadTransaction
    ) throws -> [SuggestionRules.Template] {
        let now = desk.clock.now
        let outcomes = try transaction.templateOutcomes(
            from: now - TemplateShelf.memory, to: now - .hours(TemplateOutcome.silenceHours))
        let groups = try transaction.groups(of: caller.person)
        var values: [LanguageCode: TemplateValues] = [:]
        return try transaction.offeredTemplates().compactMap { offered in
            let version = offered.version
            let template = ReplyTemplate(version)
            guard template.applies(to: ticket.store, on: ticket.marketplace),
                version.group.map(groups.contains) ?? true, offered.obstacle(standing) == nil
            else { return nil }
            let known =
                try values[version.language]
                ?? TemplateValues(
                    ticket, language: version.language, caller: caller, desk: desk, transaction)
            values[version.language] = known
            guard let text = try? template.render(known.values, today: known.today) else {
                return nil
            }
            return SuggestionRules.Template(
                record: version.record, text: text.text, missing: text.missing,
                worth: SuggestionRules.Worth(
                    isForOrderState: version.orderStates.contains(standing),
                    isOverdue: offered.entry.isOverdue(at: now),
                    outcome: outcomes[version.key]))
        }
    }

    private static func replies(
        _ ticket: Ticket, _ order: Order?, _ question: SuggestionRules.Question,
        _ caller: Principal, _ desk: Desk, _ transaction: ReadTransaction
    ) throws -> [SuggestionRules.Reply] {
        let asked = question.words
        let hits = try transaction.similarQuestions(
            words: asked, except: ticket.id, scope: caller.scope, limit: mostReplies)
        guard let best = hits.first?.score, best > 0 else { return [] }
        let new = try transaction.letterCase(of: ticket, order, signer: caller.displayName)
        let name = caller.may(.readPII) ? new.buyerName : PersonMask.givenName(of: new.buyerName)
        let greeting = Greeting.text(to: name, in: question.language)
        return try hits.compactMap { hit -> SuggestionRules.Reply? in
            guard let message = try transaction.message(hit.question),
                let source = try transaction.ticket(hit.ticket),
                let text = try transaction.messageContent(hit.reply)?.body,
                let words = try transaction.messageContent(hit.question)?.body
            else { return nil }
            let known = try source.order.flatMap {
                try transaction.order($0, store: source.store)?.order
            }
            let author = try transaction.message(hit.reply)?.author
            let old = try transaction.letterCase(
                of: source, known,
                signer: author.flatMap { try transaction.person($0)?.displayName } ?? "")
            return SuggestionRules.Reply(
                message: hit.reply, ticket: hit.ticket,
                title: CleanText.clean(words).collapsed(limit: 80),
                text: BorrowedReply.text(text, from: old, to: new, greeting: greeting),
                language: source.language, category: message.category,
                orderStatus: known?.status, match: hit.score / best,
                words: question.common(with: words), isReopened: hit.isReopened,
                isSameItem: order?.holdsItem(of: known) == true)
        }
    }
}

extension ReadTransaction {
    /// What letters of a ticket name.
    fileprivate func letterCase(
        of ticket: Ticket, _ order: Order?, signer: String
    ) throws -> BorrowedReply.Case {
        BorrowedReply.Case(
            buyerName: try ticket.buyer.flatMap { try buyerContent($0)?.name.collapsed() } ?? "",
            orders: ticket.order.map { [$0.rawValue] } ?? [],
            trackingNumbers: order?.packages.compactMap(\.trackingNumber) ?? [], alias: signer)
    }
}
