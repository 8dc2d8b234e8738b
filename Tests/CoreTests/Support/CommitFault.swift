import Synchronization

/// Refuses one commit.
final class CommitFault: Sendable {
    struct Refusal: Error {}

    private let left = Mutex<Int?>(nil)

    func arm(_ number: Int) { left.withLock { $0 = number } }
    func disarm() { left.withLock { $0 = nil } }
    var hasFailed: Bool { left.withLock { $0 ?? 1 } <= 0 }

    @Sendable func gate() throws {
        let isHit = left.withLock { left -> Bool in
            guard let count = left else { return false }
            left = count - 1
            return count == 1
        }
        if isHit { throw Refusal() }
    }
}
