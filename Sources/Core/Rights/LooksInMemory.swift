import HelpDesk
import Synchronization

/// Which tickets each person has looked at today, so that a second look writes nothing.
final class LooksInMemory: Sendable {
    private struct Look: Hashable {
        var person: PersonID
        var ticket: TicketID
    }

    private struct State {
        var day: Int64 = 0
        var seen: Set<Look> = []
    }

    private let state = Mutex(State())

    /// `day` counts days in UTC; a new one forgets the one before.
    func isFirst(_ person: PersonID, _ ticket: TicketID, day: Int64) -> Bool {
        state.withLock { state in
            if state.day != day { state = State(day: day) }
            return state.seen.insert(Look(person: person, ticket: ticket)).inserted
        }
    }
}
