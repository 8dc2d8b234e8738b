import HelpDesk
import SwiftExtensions
import Synchronization

/// Who is signed in from where at this moment; nothing of it outlives the process.
final class SessionsInMemory: Sendable {
    /// What this machine itself is called among the places.
    static let here = "local"
    /// A script that signs in again and again is written down this often.
    private static let scriptPace: Duration = .hours(1)
    private static let refusalPace: Duration = .minutes(1)

    /// A person, and who acts for them.
    private struct Script: Hashable {
        var person: PersonID
        var actingUser: String?
    }

    private struct State {
        var places: [PersonID: [String: Int]] = [:]
        var scripts: [Script: Timestamp] = [:]
        var refusals: [String: Timestamp] = [:]
    }

    private let state = Mutex(State())

    /// Notes a screen and tells where else the same person has one.
    func enter(_ person: PersonID, at origin: String?) -> [String] {
        let place = origin ?? Self.here
        return state.withLock { state in
            let others = (state.places[person] ?? [:]).keys.filter { $0 != place }.sorted()
            state.places[person, default: [:]][place, default: 0] += 1
            return others
        }
    }

    func leave(_ person: PersonID, at origin: String?) {
        let place = origin ?? Self.here
        state.withLock { state in
            let rest = (state.places[person]?[place] ?? 0) - 1
            state.places[person]?[place] = rest > 0 ? rest : nil
        }
    }

    func places(of person: PersonID) -> [String] {
        state.withLock { ($0.places[person] ?? [:]).keys.sorted() }
    }

    /// Whether a script's sign-in is to be written down.
    func isFirstScript(of person: PersonID, by actingUser: String?, at now: Timestamp) -> Bool {
        let script = Script(person: person, actingUser: actingUser)
        return state.withLock { Self.isDue(&$0.scripts, script, Self.scriptPace, now) }
    }

    /// Whether the refusal of a user is to be written down: a stranger who knocks without end does
    /// not fill the record.
    func isFirstRefusal(of unixUser: String, at now: Timestamp) -> Bool {
        state.withLock { state in
            if state.refusals.count > 1000 { state.refusals = [:] }
            return Self.isDue(&state.refusals, unixUser, Self.refusalPace, now)
        }
    }

    private static func isDue<Key: Hashable>(
        _ last: inout [Key: Timestamp], _ key: Key, _ pace: Duration, _ now: Timestamp
    ) -> Bool {
        if let known = last[key], known <= now, now - known < pace { return false }
        last[key] = now
        return true
    }
}
