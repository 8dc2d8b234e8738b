import Core
import HelpDesk
import Store
import SwiftExtensions
import Wire

/// The team: answers whatever is owed, each answer with a mark of its own.
struct AnsweringAgents {
    let world: ScenarioDesk
    /// Marks of the answers that the desk took, with the outbox item that carries each.
    private(set) var answers: [String: OutboxID] = [:]
    /// Answers that the gate did not let pass, which the scenario never expects.
    private(set) var refused: [String] = []

    init(_ world: ScenarioDesk) {
        self.world = world
    }

    /// Answers every ticket that owes something and has no answer on its way.
    mutating func answerAll() async throws {
        var offset = 0
        while true {
            let page = try await world.desk.perform(
                ListTickets(queue: .owed, offset: offset, limit: 500), as: world.agent)
            for row in page.rows { try await answer(row.ticket) }
            offset += page.rows.count
            if page.rows.isEmpty || offset >= page.total { return }
        }
    }

    private mutating func answer(_ ticket: Ticket) async throws {
        guard let store = world.stores.first(where: { $0.id == ticket.store }) else { return }
        let mark = Marks.mark("R", answers.count + refused.count)
        var call = SendReply(
            ticket: ticket.id, basis: ticket.lastItem, text: "\(store.words.answer) \(mark)",
            stateAfter: .pending)
        var reply = try await world.desk.perform(call, as: world.agent)
        if case .unconfirmed(let findings) = reply {
            call.confirmedRules = findings.map(\.rule)
            reply = try await world.desk.perform(call, as: world.agent)
        }
        // Buyers write faster here than anybody answers twice without a word.
        if case .answered(let answers) = reply {
            call.knownAnswers = answers.map(\.mark)
            reply = try await world.desk.perform(call, as: world.agent)
        }
        switch reply {
        case .queued(let view), .held(let view): answers[mark] = view.item.id
        case .blocked(let findings), .unconfirmed(let findings):
            refused.append("\(mark): \(findings.map(\.rule))")
        case .stale, .answered: break
        }
    }
}
