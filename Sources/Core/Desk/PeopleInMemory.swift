import HelpDesk
import Synchronization

/// Who may do what at this moment, without asking the database on every call. Filled from it on
/// first sight and kept true by the events.
final class PeopleInMemory: Sendable {
    private let known = Mutex<[PersonID: Person]>([:])

    subscript(person: PersonID) -> Person? { known.withLock { $0[person] } }

    /// Keeps what was read from the database, unless a commit has said something newer meanwhile;
    /// returns what holds.
    @discardableResult
    func remember(_ person: Person) -> Person {
        known.withLock { known in
            if let newer = known[person.id] { return newer }
            known[person.id] = person
            return person
        }
    }

    func note(_ records: [EventRecord]) {
        for case .personSaved(let person) in records.lazy.map(\.event) {
            known.withLock { $0[person.id] = person }
        }
    }
}
