import HelpDesk
import Store
import SwiftExtensions

/// Who of a store's people hears of its deadlines, by what they may do, whatever their hours: the
/// owner while able to answer there, then those who watch over queues, then those who keep the
/// desk's people; all as far as they may read what they are told of.
struct ScopedRoster: Sendable {
    private struct Staff: Sendable {
        var answering: Set<PersonID>
        var supervisors: [PersonID]
        var admins: [PersonID]
    }

    /// Sorted out once: a sweep asks for thousands of tickets.
    private let staff: [StoreID: Staff]

    init(_ transaction: ReadTransaction, people: PeopleInMemory) throws {
        let everybody = try transaction.people().filter(\.isActive).map(people.principal)
        let staff = try transaction.stores().map { store in
            let reachable = everybody.filter {
                $0.scope.contains(store.id) && $0.may(.read)
            }
            let supervisors = reachable.filter {
                $0.may(.supervise, .stores) && !people.isConfigured($0.unixUser)
            }
            let admins = reachable.filter { $0.may(.userAdmin, .all) }
            return (
                store.id,
                Staff(
                    answering: Set(reachable.filter { $0.may(.reply) }.map(\.person)),
                    supervisors: supervisors.map(\.person), admins: admins.map(\.person))
            )
        }
        self.staff = Dictionary(staff, uniquingKeysWith: { first, _ in first })
    }

    func candidates(for duty: TicketDuty) -> DutyCandidates {
        guard let staff = staff[duty.store] else { return DutyCandidates(owner: duty.owner) }
        return DutyCandidates(
            owner: duty.owner,
            isOwnerReachable: duty.owner.map(staff.answering.contains) ?? false,
            supervisors: staff.supervisors, admins: staff.admins)
    }

    /// Whether anybody at all hears of a store's deadlines.
    func hasAnybody(for store: StoreID) -> Bool {
        staff[store].map { !$0.supervisors.isEmpty || !$0.admins.isEmpty } ?? false
    }

    /// Whether somebody may answer a store's buyers.
    func mayAnswer(_ person: PersonID, for store: StoreID) -> Bool {
        staff[store]?.answering.contains(person) ?? false
    }
}
