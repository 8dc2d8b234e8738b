import Synchronization

/// What a scripted server saw, handed from its thread to the test.
final class Seen: Sendable {
    private let lines = Mutex<[String]>([])

    func put(_ lines: [String]) {
        self.lines.withLock { $0 = lines }
    }

    func take() -> [String] {
        lines.withLock { $0 }
    }
}
