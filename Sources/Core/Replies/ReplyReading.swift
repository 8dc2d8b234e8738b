import Compliance
import HelpDesk
import Store
import SwiftExtensions

/// All that a reply is judged by, read in one transaction; the judging itself keeps nobody waiting.
struct ReplyReading {
    var lint: LintContext
    /// What templates filled in, each with what they would fill in now.
    var facts: [(fact: FilledFact, now: String?)]
    /// Of the text that a draft was translated from.
    var originals: [FilledFact]
    var known: FactLock.Case
    var toBuyer: [SentText]
    var byAuthor: [SentText]
    var ticket: TicketID
    var store: StoreID
    var order: OrderID?
    /// The letter's template as it would be filled in now.
    var template: String?
    /// The version of the template; nil without one.
    var templateVersion: Int?
    var question: String
    var language: LanguageCode
    /// What a machine wrote for this letter.
    var machine: MachineDraftMark?
    /// The desk asked the platform for the letter's order too long ago for these variables.
    var outdated: [FilledFact]
}

extension ReadTransaction {
    private static let mostRepliesToBuyer = 40

    /// What `caller`'s reply to `ticket` is judged by. `template` is the one it was begun
    /// with, `files` are the names of those that go with it.
    func reading(
        for ticket: Ticket, template: TemplateKey?, version: Int? = nil, files: [String] = [],
        caller: Principal, desk: Desk
    ) throws -> ReplyReading {
        let order = try ticket.order.flatMap { try self.order($0, store: ticket.store)?.order }
        let buyer = try ticket.buyer.flatMap { try buyerContent($0)?.name } ?? ""
        let question = try askingMessages(of: ticket.id)
            .compactMap { try messageContent($0.id)?.body }.joined(separator: "\n\n")
        let filled = try filledFacts(ticket: ticket.id, person: caller.person)
        let parcels = order?.packages.compactMap { $0.trackingNumber } ?? []
        let letter = try template.flatMap { try begun($0, version) }
        return ReplyReading(
            lint: try desk.lintContext(for: ticket, files: files, self),
            facts: try currentFacts(of: ticket, caller, desk),
            originals: filled.filter { $0.variable == FilledFact.original },
            known: FactLock.Case(
                trackingNumbers: parcels, total: order?.total, buyerName: buyer),
            toBuyer: try replies(
                toBuyerOf: ticket, since: desk.clock.now - OriginalityRules.memory,
                limit: Self.mostRepliesToBuyer),
            byAuthor: try replies(by: caller.person, limit: OriginalityRules.ownReplies),
            ticket: ticket.id, store: ticket.store, order: ticket.order,
            template: letter.flatMap { try? self.filled($0, ticket, caller, desk).text },
            templateVersion: letter?.number, question: question, language: ticket.language,
            machine: try machineDraft(ticket: ticket.id, person: caller.person),
            outdated: try outdated(filled, of: ticket, desk))
    }

    /// The facts of a person's letter, each with the value that it would be filled with now.
    func currentFacts(
        of ticket: Ticket, _ caller: Principal, _ desk: Desk
    ) throws -> [(fact: FilledFact, now: String?)] {
        let facts = try filledFacts(ticket: ticket.id, person: caller.person)
            .filter { $0.variable != FilledFact.original }
        var values: [LanguageCode: TemplateValues] = [:]
        return try facts.map { fact in
            let known =
                try values[fact.language]
                ?? TemplateValues(
                    ticket, language: fact.language, caller: caller, desk: desk, self)
            values[fact.language] = known
            return (
                fact,
                ReplyTemplate.text(
                    of: fact.variable, known.values, today: known.today, language: fact.language)
            )
        }
    }

    /// Values of an order that was asked for longer ago than they last; only where the platform can
    /// be asked again.
    private func outdated(
        _ facts: [FilledFact], of ticket: Ticket, _ desk: Desk
    ) throws -> [FilledFact] {
        guard let number = ticket.order, desk.ports.orders[ticket.store] != nil,
            let known = try order(number, store: ticket.store)
        else { return [] }
        let age = desk.clock.now - known.refreshedAt
        return facts.filter { fact in
            FilledFact.longestAge(of: fact.variable).map { age > $0 } ?? false
        }
    }

    /// The version that a letter was begun with; the one in use where nobody says which. Throws
    /// `libraryNeverOffered` for one that no second person ever approved (helpdesk section 10.1).
    private func begun(_ key: TemplateKey, _ number: Int?) throws -> TemplateVersion? {
        guard let number else { return try offeredTemplate(key)?.version }
        guard let stored = try templateVersion(key, number), stored.wasOffered else {
            throw DeskError(
                .libraryNeverOffered, ["name": key.rawValue, "number": String(number)])
        }
        return stored.version
    }
}

extension Desk {
    /// Has the platform asked again for what is too old to be quoted.
    func refreshOutdated(_ reading: ReplyReading) async throws {
        guard !reading.outdated.isEmpty, let order = reading.order else { return }
        try await askForOrder(order, of: reading.store)
    }

    /// Everything that stands against a reply: rules, facts and originality. The same function
    /// serves the composer and the queue.
    func judge(_ text: String, by reading: ReplyReading) -> [Finding] {
        let wording = ReplyWording(text)
        let earlier = { (reply: SentText) in
            EarlierReply(
                wording: self.wordings.wording(of: reply), at: reply.at, ticket: reply.ticket)
        }
        let originality = OriginalityRules.findings(
            in: text, wording,
            OriginalityContext(
                ticket: reading.ticket, toBuyer: reading.toBuyer.map(earlier),
                byAuthor: reading.byAuthor.map(earlier),
                template: reading.template.map { ReplyWording($0) }, question: reading.question,
                language: reading.language))
        return lintText(text, reading.lint)
            + FactLock.lost(in: text, reading.originals) + FactLock.changes(in: text, reading.facts)
            + FactLock.slips(in: text, reading.known)
            + FactLock.outdated(in: text, reading.outdated) + originality
            + machineFinding(text, reading)
    }

    /// A machine's letter needs a person's word before it may leave.
    private func machineFinding(_ text: String, _ reading: ReplyReading) -> [Finding] {
        guard let machine = reading.machine, machine.isIn(text) else { return [] }
        return [MachineDraftRule.finding(engine: machine.engine)]
    }

    /// What stands against a reply that waits in the outbox: the rules of now, and facts that
    /// changed since it was queued. A day that was promised stays promised.
    func findings(
        in text: String, of item: OutboxItem, on ticket: Ticket, _ transaction: ReadTransaction
    ) throws -> [Finding] {
        let rules = try findings(in: text, for: ticket, transaction)
        guard let author = try transaction.person(item.author) else { return rules }
        let facts = try transaction.currentFacts(of: ticket, people.principal(of: author), self)
        return rules
            + FactLock.changes(
                in: text, facts.filter { TemplateVariable.days(ahead: $0.fact.variable) == nil })
    }
}
