package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ExplainDeadlines: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (now, sight) = (desk.clock.now, desk.sight)
        return try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(self.ticket, to: caller)
            let book = try desk.shelf.book(transaction)
            let runs = try transaction.clocks(of: ticket.id)
            let blind = try transaction.health(sight, at: now)
                .first { $0.store == ticket.store && $0.kind == .messages }?.blindSince
            return Reply(
                ticket: ticket.id, now: now, actBy: ticket.actBy,
                band: UrgencyBand(limit: ticket.actBy, now: now), blindSince: blind,
                clocks: try explanations(of: runs, ticket.id, book, transaction, now))
        }
    }

    private func explanations(
        of runs: [ClockRun], _ ticket: TicketID, _ book: PolicyBook,
        _ transaction: ReadTransaction, _ now: Timestamp
    ) throws -> [ClockExplanation] {
        let moments = try transaction.stateMoments(of: ticket)
        let retargets = try transaction.retargets(of: ticket)
        let breaches = try transaction.breaches(of: ticket)
        let sorted = runs.sorted { left, right in
            guard left.state.isLive == right.state.isLive else { return left.state.isLive }
            return (left.due ?? left.start, left.key.subject.text)
                < (right.due ?? right.start, right.key.subject.text)
        }
        return sorted.map { run in
            let breach = breaches.first { $0.key == run.key }
            let excuse = breach.flatMap { breach in
                breach.excuse.map { (category: $0, reason: breach.excuseReason ?? "") }
            }
            let story = ClockStory(
                moments: moments, retargets: retargets, breachCause: breach?.cause,
                excuse: excuse)
            return run.explained(by: story, book: book, at: now)
        }
    }
}
