package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension AskDraft: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> DraftProgress {
        let ticket = self.ticket
        let material = try await desk.database.read { transaction in
            try DraftMaterial(
                transaction.visibleTicket(ticket, to: caller), caller, desk, transaction)
        }
        guard let engine = desk.ports.drafting else { throw DeskError(.draftOff) }
        let key = DraftShelf.Key(ticket: ticket, person: caller.person)
        try desk.drafts.ask(key, limit: desk.ports.draftsPerHour, at: desk.clock.now) {
            await desk.makeDraft(material, ticket, caller, by: engine)
        }
        return .running
    }
}

extension FetchDraft: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> DraftProgress {
        _ = try await desk.database.read { try $0.visibleTicket(ticket, to: caller) }
        let key = DraftShelf.Key(ticket: ticket, person: caller.person)
        guard let progress = desk.drafts.take(key) else { throw DeskError(.draftNotAsked) }
        return progress
    }
}

extension CancelDraft: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        _ = try await desk.database.read { try $0.visibleTicket(ticket, to: caller) }
        desk.drafts.cancel(DraftShelf.Key(ticket: ticket, person: caller.person))
        return Done()
    }
}

extension Desk {
    /// Asks the engine, and remembers what a machine wrote until a person changed it.
    fileprivate func makeDraft(
        _ material: DraftMaterial, _ ticket: TicketID, _ caller: Principal,
        by engine: any DraftEngine
    ) async -> DraftProgress {
        do {
            let answer = try await engine.draft(material.question)
            let now = clock.now
            let (text, facts) = try material.filled(answer, at: now)
            try Task.checkCancellation()
            try await act(as: caller) { transaction in
                let here = try transaction.visibleTicket(ticket, to: caller)
                try transaction.keepFacts(facts, ticket: here.id, person: caller.person)
                try transaction.keepMachineDraft(
                    MachineDraftMark(of: text, by: engine.name), ticket: here.id,
                    person: caller.person)
            }
            return .done(MachineDraft(ticket: ticket, text: text, engine: engine.name))
        } catch {
            return .failed(presentable(error))
        }
    }
}
