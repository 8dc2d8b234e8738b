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
        var count = 0
    }

    private let state = Mutex(State())

    /// What `work` says. Throws `translationCancelled` once somebody gave it up, however long the
    /// engine goes on: a program cannot be asked to hurry.
    func wait(
        _ key: Key, for work: @escaping @Sendable () async throws -> String
    ) async throws -> String {
        let (results, outlet) = AsyncThrowingStream<String, any Error>.makeStream()
        let number = state.withLock { state in
            state.count += 1
            state.waiting[key, default: [:]][state.count] = outlet
            return state.count
        }
        let task = Task {
            do {
                outlet.yield(try await work())
                outlet.finish()
            } catch {
                outlet.finish(throwing: error)
            }
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

    func cancel(_ key: Key) {
        let outlets = state.withLock { $0.waiting.removeValue(forKey: key) ?? [:] }
        for outlet in outlets.values {
            outlet.finish(throwing: DeskError(.translationCancelled))
        }
    }
}
