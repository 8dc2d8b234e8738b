import Synchronization

/// How many connections each user has: one user cannot take all of the core's descriptors.
final class ConnectionCount: Sendable {
    private let perUser: Int
    private let counts = Mutex<[UInt32: Int]>([:])

    init(perUser: Int = 64) {
        self.perUser = perUser
    }

    /// False when the user has as many as anybody may have; the core's own account and root may
    /// have eight times as many, for scripts and tests.
    func admit(_ uid: UInt32, isTrusted: Bool) -> Bool {
        counts.withLock { counts in
            let current = counts[uid, default: 0]
            guard current < (isTrusted ? perUser * 8 : perUser) else { return false }
            counts[uid] = current + 1
            return true
        }
    }

    func release(_ uid: UInt32) {
        counts.withLock { counts in
            let rest = counts[uid, default: 1] - 1
            counts[uid] = rest > 0 ? rest : nil
        }
    }
}
