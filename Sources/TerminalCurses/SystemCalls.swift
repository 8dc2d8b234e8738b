import Glibc

/// The calls to the system, apart from the modules of C shims: some headers look different there.
enum SystemCalls {
    enum DescriptorState: Hashable {
        case idle
        case readable
        case hungUp
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    static func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

    static func setVariable(_ name: String, _ value: String) { setenv(name, value, 1) }

    static func unsetVariable(_ name: String) { unsetenv(name) }

    /// Takes what an eventfd has counted; it never waits.
    static func drainWake(_ descriptor: Int32) {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }

    static func state(of descriptor: Int32) -> DescriptorState {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 0) > 0 else { return .idle }
        let events = Int32(entry.revents)
        if events & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .hungUp }
        return events & POLLIN != 0 ? .readable : .idle
    }

    /// False when the terminal takes no more bytes, now or ever.
    static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EAGAIN {
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&entry, 1, 1000) > 0 else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
