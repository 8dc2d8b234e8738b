import Synchronization

/// Has work that must not overlap done one after the other, each key on its own, in the order of
/// asking.
final class Turns: Sendable {
    /// Keys whose turn is taken, each with those who wait for it.
    private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    func run<Value>(_ key: String, _ work: () async throws -> Value) async rethrows -> Value {
        await take(key)
        defer { give(key) }
        return try await work()
    }

    private func take(_ key: String) async {
        await withCheckedContinuation { continuation in
            let isFree = waiting.withLock { waiting -> Bool in
                guard waiting[key] == nil else {
                    waiting[key]?.append(continuation)
                    return false
                }
                waiting[key] = []
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    private func give(_ key: String) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard var queue = waiting[key], !queue.isEmpty else {
                waiting[key] = nil
                return nil
            }
            let next = queue.removeFirst()
            waiting[key] = queue
            return next
        }
        next?.resume()
    }
}
