import HelpDesk
import SwiftExtensions
import Synchronization

/// Drafts that are being made or wait to be fetched, by ticket and person; in memory alone.
final class DraftShelf: Sendable {
    struct Key: Hashable {
        var ticket: TicketID
        var person: PersonID
    }

    private struct Entry {
        var progress: DraftProgress
        var task: Task<Void, Never>?
        var number: Int
        var askedAt: Timestamp
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var asked: [PersonID: [Timestamp]] = [:]
        var count = 0
    }

    /// A draft that nobody fetched for so long has nobody waiting for it.
    private static let keptFor: Duration = .hours(1)
    private let most: Int
    private let state = Mutex(State())

    /// `most` drafts are kept at once.
    init(most: Int = 500) { self.most = most }

    /// Counts a request against the person's hour and begins `work`; one that finds no room costs
    /// nothing. Throws `draftBudget` and `draftFailed`.
    func ask(
        _ key: Key, limit: Int, at now: Timestamp,
        _ work: @escaping @Sendable () async -> DraftProgress
    ) throws(DeskError) {
        try spend(key.person, limit: limit, at: now)
        do {
            try begin(key, at: now, work)
        } catch {
            giveBack(key.person, at: now)
            throw error
        }
    }

    private func giveBack(_ person: PersonID, at instant: Timestamp) {
        state.withLock { state in
            guard let place = state.asked[person]?.lastIndex(of: instant) else { return }
            _ = state.asked[person]?.remove(at: place)
        }
    }

    /// Counts a request against a person's hour. Throws `draftBudget` when it is used up.
    func spend(_ person: PersonID, limit: Int, at now: Timestamp) throws(DeskError) {
        let wait: Duration? = state.withLock { state in
            var times = (state.asked[person] ?? []).filter { now - $0 < .hours(1) }
            guard times.count < limit else { return times.first.map { .hours(1) - (now - $0) } }
            times.append(now)
            state.asked[person] = times
            return nil
        }
        guard let wait else { return }
        let minutes = max(1, (wait.wholeMilliseconds + 59_999) / 60_000)
        throw DeskError(
            .draftBudget, ["limit": String(limit), "minutes": String(minutes)])
    }

    /// Begins `work`; an earlier draft for the key is given up. Throws `draftFailed` when so many are
    /// being made or wait that there is no room: nobody else's is thrown away for it.
    func begin(
        _ key: Key, at now: Timestamp, _ work: @escaping @Sendable () async -> DraftProgress
    ) throws(DeskError) {
        let place: Int? = state.withLock { state in
            state.entries.removeValue(forKey: key)?.task?.cancel()
            if state.entries.count >= most {
                state.entries = state.entries.filter { _, entry in
                    entry.progress == .running || now - entry.askedAt < Self.keptFor
                }
            }
            guard state.entries.count < most else { return nil }
            state.count += 1
            state.entries[key] = Entry(
                progress: .running, task: nil, number: state.count, askedAt: now)
            return state.count
        }
        guard let number = place else { throw .draft("busy") }
        let task = Task {
            let progress = await work()
            self.state.withLock { state in
                guard state.entries[key]?.number == number else { return }
                state.entries[key]?.progress = progress
                state.entries[key]?.task = nil
            }
        }
        state.withLock { state in
            guard state.entries[key]?.number == number, state.entries[key]?.progress == .running
            else { return }
            state.entries[key]?.task = task
        }
    }

    /// How far it is; what is over is handed out once.
    func take(_ key: Key) -> DraftProgress? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            if entry.progress != .running { state.entries[key] = nil }
            return entry.progress
        }
    }

    func cancel(_ key: Key) {
        state.withLock { state in
            state.entries.removeValue(forKey: key)?.task?.cancel()
        }
    }

    /// Gives everything up that is under way.
    func cancelAll() {
        state.withLock { state in
            for entry in state.entries.values { entry.task?.cancel() }
            state.entries = [:]
        }
    }
}
