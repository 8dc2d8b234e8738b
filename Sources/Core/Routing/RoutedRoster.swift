import HelpDesk
import Store
import SwiftExtensions

/// The roster of a desk with groups: who is at work among the owner, the group's deputies, members
/// and leads (helpdesk section 6.5). Where no group has a ticket, the store's people are asked.
struct RoutedRoster: DutyRoster {
    private let scoped: ScopedRoster
    private let book: RoutingBook
    private let agents: [PersonID: AgentStanding]

    init(_ transaction: ReadTransaction, desk: Desk, now: Timestamp) throws {
        scoped = try ScopedRoster(transaction)
        let book = try transaction.routingBook()
        self.book = book
        agents =
            book.isEmpty
            ? [:]
            : try RoutingRoster(transaction, desk: desk, book: book, load: nil, now: now).agents
    }

    func candidates(for ticket: Ticket, _ transaction: ReadTransaction) throws -> DutyCandidates {
        var found = try scoped.candidates(for: ticket, transaction)
        guard let group = ticket.group.flatMap(book.group) else { return found }
        found.isOwnerReachable = ticket.owner.map { isOnDuty($0, for: ticket.store) } ?? false
        found.deputy = group.deputies.first { isOnDuty($0, for: ticket.store) }
        found.group = group.members.filter { isOnDuty($0, for: ticket.store) }
        found.leads = group.leads.filter { isOnDuty($0, for: ticket.store) }
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
