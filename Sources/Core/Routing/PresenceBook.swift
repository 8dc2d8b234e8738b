import HelpDesk
import SwiftExtensions
import Synchronization

/// Who is at work. It lives in memory: after a restart people are what their workstations and
/// their own words say anew, and nobody loses a ticket before those could speak.
final class PresenceBook: Sendable {
    /// A workstation whose line broke comes back within this time.
    static let grace: Duration = .minutes(2)
    /// Whoever vanished without a word is expected back after this long.
    static let usualBreak: Duration = .hours(1)

    private struct Entry {
        var said: PresenceMark?
        var connections = 0
        var lostAt: Timestamp?
    }

    private struct State {
        let openedAt: Timestamp
        var entries: [PersonID: Entry] = [:]
    }

    private let state: Mutex<State>

    init(openedAt: Timestamp) {
        state = Mutex(State(openedAt: openedAt))
    }

    func connected(_ person: PersonID) {
        state.withLock { state in
            state.entries[person, default: Entry()].connections += 1
            state.entries[person]?.lostAt = nil
        }
    }

    func disconnected(_ person: PersonID, at now: Timestamp) {
        state.withLock { state in
            guard var entry = state.entries[person] else { return }
            entry.connections = max(0, entry.connections - 1)
            if entry.connections == 0 { entry.lostAt = now }
            state.entries[person] = entry
        }
    }

    /// What somebody says of themselves; it holds until they say something else or go.
    func say(_ mark: PresenceMark, of person: PersonID) {
        state.withLock { $0.entries[person, default: Entry()].said = mark }
    }

    /// How somebody stands; without a word or a workstation, off.
    func mark(of person: PersonID, at now: Timestamp) -> PresenceMark {
        state.withLock { state in
            guard let entry = state.entries[person] else { return Self.vanished(at: now) }
            if let said = entry.said, said.presence == .away || said.presence == .off {
                return said
            }
            if let lostAt = entry.lostAt {
                guard now - lostAt < Self.grace else { return Self.vanished(at: now) }
            } else if entry.connections == 0, entry.said == nil {
                return Self.vanished(at: now)
            }
            return entry.said ?? PresenceMark(.available)
        }
    }

    /// Until when somebody said to be away; nil for whoever just went, whose return nobody knows.
    func saidUntil(of person: PersonID) -> Timestamp? {
        state.withLock { $0.entries[person]?.said?.until }
    }

    private static func vanished(at now: Timestamp) -> PresenceMark {
        PresenceMark(.off, until: now + usualBreak)
    }

    /// Whether the absent may lose tickets yet: right after a start nobody has spoken.
    func mayJudge(at now: Timestamp) -> Bool {
        state.withLock { now - $0.openedAt >= Self.grace }
    }

    /// When somebody whose line broke counts as gone, or the first judgement falls due.
    func nextChange(after now: Timestamp) -> Timestamp? {
        state.withLock { state in
            let lost = state.entries.values.compactMap(\.lostAt).map { $0 + Self.grace }
            return (lost + [state.openedAt + Self.grace]).filter { $0 > now }.min()
        }
    }
}
