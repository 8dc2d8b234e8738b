import HelpDesk
import Synchronization

/// Translations that somebody waits for, by ticket and person; in memory alone.
final class TranslationWaits: Sendable {
    struct Key: Hashable {
        var ticket: TicketID
        var person: PersonID
    }

    private typealias Outlet = AsyncThrowingStream<String, any Error>.Continuation

    private struct Waiting {
        var outlet: Outlet
        /// The request's number, as whoever asked chose it.
        var request: Int64?
    }

    private struct GivenUp: Equatable {
        var key: Key
        var request: Int64
    }

    private struct State {
        var waiting: [Key: [Int: Waiting]] = [:]
        /// Engines at work, also for somebody who gave up: a server may go on for a moment.
        var working: [PersonID: Int] = [:]
        /// Requests that were given up before they began, the newest last.
        var givenUp: [GivenUp] = []
        var count = 0
    }

    /// A request and its end are moments apart; older ones are of calls that never came.
    private static let mostGivenUp = 64

    private let most: Int
    private let perPerson: Int
    private let state = Mutex(State())

    /// So many engines work at once, for everybody and for one person.
    init(most: Int = 12, perPerson: Int = 4) {
        self.most = most
        self.perPerson = perPerson
    }

    /// What `work` says. Throws `translationCancelled` once somebody gave it up; `work` is cancelled
    /// then and not waited for. Throws `translationFailed` with "busy" when too many are at work.
    func wait(
        _ key: Key, request: Int64? = nil, for work: @escaping @Sendable () async throws -> String
    ) async throws -> String {
        let (results, outlet) = AsyncThrowingStream<String, any Error>.makeStream()
        let number = try state.withLock { state throws(DeskError) in
            try Self.begin(
                key, Waiting(outlet: outlet, request: request), in: &state, most, perPerson)
        }
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

    private static func begin(
        _ key: Key, _ waiting: Waiting, in state: inout State, _ most: Int, _ perPerson: Int
    ) throws(DeskError) -> Int {
        if let request = waiting.request,
            state.givenUp.contains(GivenUp(key: key, request: request))
        {
            throw DeskError(.translationCancelled)
        }
        let own = state.working[key.person, default: 0]
        guard own < perPerson, state.working.values.reduce(0, +) < most else {
            throw .translation("busy")
        }
        state.working[key.person] = own + 1
        state.count += 1
        state.waiting[key, default: [:]][state.count] = waiting
        return state.count
    }

    private func ended(for person: PersonID) {
        state.withLock { state in
            let left = state.working[person, default: 1] - 1
            state.working[person] = left > 0 ? left : nil
        }
    }

    /// Gives up the request of that number, also one that comes only after this; all of the key's
    /// without a number.
    func cancel(_ key: Key, request: Int64? = nil) {
        let ended = state.withLock { state in
            let all = state.waiting[key] ?? [:]
            let ended = all.filter { request == nil || $0.value.request == request }
            let left = all.filter { ended[$0.key] == nil }
            state.waiting[key] = left.isEmpty ? nil : left
            if let request, ended.isEmpty {
                state.givenUp.append(GivenUp(key: key, request: request))
                state.givenUp.removeFirst(max(0, state.givenUp.count - Self.mostGivenUp))
            }
            return ended
        }
        for waiting in ended.values {
            waiting.outlet.finish(throwing: DeskError(.translationCancelled))
        }
    }
}
