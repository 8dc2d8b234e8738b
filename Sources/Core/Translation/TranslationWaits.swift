import HelpDesk
import Synchronization

/// Translations that somebody waits for, by ticket and person; in memory alone.
final class TranslationWaits: Sendable {
    struct Key: Hashable {
        var ticket: TicketID
        var person: PersonID
    }

    private typealias Outlet = AsyncThrowingStream<String, any Error>.Continuation

    private struct State {
        var waiting: [Key: [Int: Outlet]] = [:]
        /// Engines at work, also for somebody who gave up: a program goes on until it is done.
        var working: [PersonID: Int] = [:]
        var count = 0
    }

    private let most: Int
    private let perPerson: Int
    private let state = Mutex(State())

    /// So many engines work at once, for everybody and for one person.
    init(most: Int = 12, perPerson: Int = 4) {
        self.most = most
        self.perPerson = perPerson
    }

    /// What `work` says. Throws `translationCancelled` once somebody gave it up, however long the
    /// engine goes on: a program cannot be asked to hurry. Throws `translationFailed` with "busy" when
    /// too many are at work.
    func wait(
        _ key: Key, for work: @escaping @Sendable () async throws -> String
    ) async throws -> String {
        let (results, outlet) = AsyncThrowingStream<String, any Error>.makeStream()
        let place: Int? = state.withLock { state in
            let own = state.working[key.person, default: 0]
            guard own < perPerson, state.working.values.reduce(0, +) < most else { return nil }
            state.working[key.person] = own + 1
            state.count += 1
            state.waiting[key, default: [:]][state.count] = outlet
            return state.count
        }
        guard let number = place else { throw DeskError.translation("busy") }
        let task = Task {
            let result: Result<String, any Error>
            do { result = .success(try await work()) } catch { result = .failure(error) }
            ended(for: key.person)
            outlet.yield(with: result)
            outlet.finish()
        }
        defer {
            task.cancel()
            state.withLock { state in
                state.waiting[key]?[number] = nil
                if state.waiting[key]?.isEmpty == true { state.waiting[key] = nil }
            }
        }
        for try await text in results { return text }
        throw DeskError(.translationCancelled)
    }

    private func ended(for person: PersonID) {
        state.withLock { state in
            let left = state.working[person, default: 1] - 1
            state.working[person] = left > 0 ? left : nil
        }
    }

    func cancel(_ key: Key) {
        let outlets = state.withLock { $0.waiting.removeValue(forKey: key) ?? [:] }
        for outlet in outlets.values {
            outlet.finish(throwing: DeskError(.translationCancelled))
        }
    }
}
