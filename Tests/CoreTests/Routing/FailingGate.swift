import Synchronization

/// Undoes every transaction while it is shut.
final class FailingGate: Sendable {
    struct Shut: Error {}

    let isShut = Mutex(false)

    func pass() throws {
        if isShut.withLock({ $0 }) { throw Shut() }
    }
}
