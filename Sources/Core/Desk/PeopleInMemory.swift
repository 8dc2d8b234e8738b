import HelpDesk
import Synchronization

/// Who may do what at this moment, without asking the database on every call. Filled from it on
/// first sight and kept true by the events.
final class PeopleInMemory: Sendable {
    private let known = Mutex<[PersonID: Person]>([:])

    subscript(person: PersonID) -> Person? { known.withLock { $0[person] } }

    func remember(_ person: Person) { known.withLock { $0[person.id] = person } }

    func note(_ records: [EventRecord]) {
        for case .personSaved(let person) in records.lazy.map(\.event) { remember(person) }
    }
}
