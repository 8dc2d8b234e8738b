package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RenderTemplate: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let version = try transaction.usable(template, for: ticket, caller)
            let text = try transaction.inserted(
                version, ticket, caller, desk, isSuggested: isSuggested)
            return Reply(text: text.text, missing: text.missing, number: version.number)
        }
    }
}

extension WriteTransaction {
    /// A version with a ticket's values for the caller's letter: its facts are kept to be compared
    /// again before the letter leaves (helpdesk section 10.3), and the use is counted.
    func inserted(
        _ version: TemplateVersion, _ ticket: Ticket, _ caller: Principal, _ desk: Desk,
        isSuggested: Bool? = nil
    ) throws -> RenderedTemplate {
        let text = try filled(version, ticket, caller, desk)
        let facts = text.filled.filter { FilledFact.isFact($0.key) }.map { variable, value in
            FilledFact(variable: variable, text: value, language: version.language, filledAt: now)
        }
        try keepFacts(facts, ticket: ticket.id, person: caller.person)
        try record(
            .library(
                .touched(
                    TemplateTouch(
                        key: version.key, number: version.number, ticket: ticket.id,
                        person: caller.person, kind: .inserted, isSuggested: isSuggested))))
        return text
    }
}

extension PreviewTemplate: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let version = try chosen(ticket, caller, transaction)
            let text = try transaction.filled(version, ticket, caller, desk)
            return Reply(text: text.text, missing: text.missing, number: version.number)
        }
    }

    /// Only who keeps templates sees what is not in use.
    private func chosen(
        _ ticket: Ticket, _ caller: Principal, _ transaction: ReadTransaction
    ) throws -> TemplateVersion {
        if caller.keepsLibrary, let number {
            guard let stored = try transaction.templateVersion(template, number) else {
                throw DeskError(.templateNotFound, ["template": template.rawValue])
            }
            return stored.version
        }
        return try transaction.offered(template, for: ticket, caller).version
    }
}

extension ReadTransaction {
    /// A template in use that is for a ticket's store and marketplace and for the caller. Throws
    /// `templateNotFound`.
    func offered(
        _ key: TemplateKey, for ticket: Ticket, _ caller: Principal
    ) throws -> OfferedTemplate {
        guard let offered = try offeredTemplate(key),
            ReplyTemplate(offered.version).applies(to: ticket.store, on: ticket.marketplace),
            try offered.version.group.map({ try groups(of: caller.person).contains($0) }) ?? true
        else { throw DeskError(.templateNotFound, ["template": key.rawValue]) }
        return offered
    }

    /// The same, which nothing keeps from a letter now. Throws `libraryNotNow` with the reason.
    func usable(
        _ key: TemplateKey, for ticket: Ticket, _ caller: Principal
    ) throws -> TemplateVersion {
        let offered = try offered(key, for: ticket, caller)
        guard let obstacle = offered.obstacle(try standing(of: ticket)) else {
            return offered.version
        }
        var arguments = obstacle.arguments
        arguments["why"] = obstacle.code.rawValue
        throw DeskError(.libraryNotNow, arguments)
    }

    /// Where a ticket's order stands.
    func standing(of ticket: Ticket) throws -> OrderStanding {
        OrderStanding(
            try ticket.order.flatMap { try order($0, store: ticket.store)?.order })
    }

    /// A version with a ticket's values. Throws `templateInvalid`.
    func filled(
        _ version: TemplateVersion, _ ticket: Ticket, _ caller: Principal, _ desk: Desk
    ) throws -> RenderedTemplate {
        let values = try TemplateValues(
            ticket, language: version.language, caller: caller, desk: desk, self)
        do {
            return try ReplyTemplate(version).render(values.values, today: values.today)
        } catch {
            throw DeskError(
                .templateInvalid,
                [
                    "template": version.key.rawValue, "reason": error.code.rawValue,
                    "value": CleanText.clean(error.detail).collapsed(limit: 60),
                ],
                detail: error.detail)
        }
    }
}
