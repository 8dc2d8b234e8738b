import HelpDesk
import Store
import SwiftExtensions

/// Says who there is to be told of a ticket's deadlines. Shifts, presence and groups refine it by
/// filling in more of the candidates; the ladder itself stays the same.
protocol DutyRoster: Sendable {
    /// The candidates for one ticket at the transaction's instant.
    func candidates(for ticket: Ticket, _ transaction: ReadTransaction) throws -> DutyCandidates
    /// Whether anybody at all hears of a store's deadlines.
    func hasAnybody(for store: StoreID) -> Bool
}

enum DutyRosters {
    /// The roster that the desk goes by.
    static func current(_ transaction: ReadTransaction) throws -> any DutyRoster {
        try ScopedRoster(transaction)
    }
}

/// The roster of a desk without shifts: the owner while active and within scope, then the store's
/// supervisors, then the admins.
struct ScopedRoster: DutyRoster {
    private struct Staff: Sendable {
        var everybody: Set<PersonID>
        var supervisors: [PersonID]
        var admins: [PersonID]
    }

    /// Sorted out once: a sweep asks for thousands of tickets.
    private let staff: [StoreID: Staff]

    init(_ transaction: ReadTransaction) throws {
        let people = try transaction.people().filter(\.isActive)
        let staff = try transaction.stores().map { store in
            let reachable = people.filter { $0.scope.contains(store.id) }
            return (
                store.id,
                Staff(
                    everybody: Set(reachable.map(\.id)),
                    supervisors: reachable.filter { $0.role == .supervisor }.map(\.id),
                    admins: reachable.filter { $0.role == .admin }.map(\.id))
            )
        }
        self.staff = Dictionary(staff, uniquingKeysWith: { first, _ in first })
    }

    func candidates(for ticket: Ticket, _ transaction: ReadTransaction) throws -> DutyCandidates {
        guard let staff = staff[ticket.store] else { return DutyCandidates(owner: ticket.owner) }
        return DutyCandidates(
            owner: ticket.owner,
            isOwnerReachable: ticket.owner.map(staff.everybody.contains) ?? false,
            supervisors: staff.supervisors, admins: staff.admins)
    }

    func hasAnybody(for store: StoreID) -> Bool {
        staff[store].map { !$0.supervisors.isEmpty || !$0.admins.isEmpty } ?? false
    }
}
