import HelpDesk
import Store
import SwiftExtensions

/// The roster of a desk with groups: who is at work among the owner, the group's deputies, members
/// and leads (helpdesk section 6.5). Where no group has a ticket, the store's people are asked.
struct RoutedRoster: Sendable {
    private let scoped: ScopedRoster
    private let book: RoutingBook
    private let agents: [PersonID: AgentStanding]

    init(_ transaction: ReadTransaction, desk: Desk, now: Timestamp) throws {
        scoped = try ScopedRoster(transaction, people: desk.people)
        let book = try transaction.routingBook()
        self.book = book
        agents =
            book.isEmpty
            ? [:]
            : try RoutingRoster(transaction, desk: desk, book: book, load: nil, now: now).agents
    }

    func candidates(for duty: TicketDuty) -> DutyCandidates {
        var found = scoped.candidates(for: duty)
        guard let group = duty.group.flatMap(book.group) else { return found }
        let store = duty.store
        let answers = { scoped.mayAnswer($0, for: store) && isOnDuty($0, for: store) }
        found.isOwnerReachable = duty.owner.map(answers) ?? false
        found.deputy = group.deputies.first(where: answers)
        found.group = group.members.filter(answers)
        found.leads = group.leads.filter { isOnDuty($0, for: store) }
        return found
    }

    func hasAnybody(for store: StoreID) -> Bool { scoped.hasAnybody(for: store) }

    /// Whoever is busy, or goes home soon, still hears of a deadline.
    private func isOnDuty(_ person: PersonID, for store: StoreID) -> Bool {
        guard let agent = agents[person] else { return false }
        switch Eligibility.absence(of: agent, store: store) {
        case nil, .busy, .shiftEnding: return true
        default: return false
        }
    }
}
