import Glibc
import Synchronization

/// Drains a terminal's other end on a thread of its own, since a full one would stop the program's
/// writes.
final class OutputReader: Sendable {
    private let controller: Int32
    private let bytes = Mutex<[UInt8]>([])
    private let isHangingUp = Mutex(false)

    init(_ controller: Int32) {
        self.controller = controller
    }

    /// Takes what there is; false once the other end is closed.
    func drain(waiting milliseconds: Int32) -> Bool {
        if isHangingUp.withLock({ $0 }) {
            close(controller)
            return false
        }
        var entry = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return true }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(controller, &chunk, chunk.count)
        guard count > 0 else { return false }
        bytes.withLock { $0 += chunk[..<count] }
        return true
    }

    /// What came before the first bell, which is taken too; nil while none came.
    func takeUntilBell() -> [UInt8]? {
        bytes.withLock { bytes in
            guard let end = bytes.firstIndex(of: 7) else { return nil }
            defer { bytes.removeSubrange(...end) }
            return Array(bytes[..<end])
        }
    }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    /// Lets the thread that drains close its end. Closed by anybody else, the descriptor's number
    /// would soon name another test's terminal, and the thread would take that one's bytes.
    func hangUp() {
        isHangingUp.withLock { $0 = true }
    }
}

/// Sends a signal to this process.
func signalSelf(_ number: Int32) {
    kill(getpid(), number)
}

func closeDescriptor(_ descriptor: Int32) {
    close(descriptor)
}

/// Waits until a descriptor has something to read, at most a second.
func waitUntilReadable(_ descriptor: Int32) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&entry, 1, 1000)
}

let windowChanged = SIGWINCH
let terminationAsked = SIGTERM

/// Writes a bell to a terminal that no program holds any more.
func writeBell(to descriptor: Int32) {
    var bell: UInt8 = 7
    _ = write(descriptor, &bell, 1)
}
