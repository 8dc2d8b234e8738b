import Glibc
package import HelpDesk

/// A connected stream socket in the file system's name space.
package enum UnixSocket {
    /// Connects to `path`; the descriptor is closed in children. Throws `coreUnreachable` with the
    /// system's reason as its detail.
    /// With `waits` false a core whose queue of connections is full counts as unreachable.
    package static func connect(path: String, waits: Bool = true) throws(DeskError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard !name.isEmpty, name.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw unreachable("the socket's path is empty or too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let flags = Int32(SOCK_CLOEXEC.rawValue) | (waits ? 0 : Int32(SOCK_NONBLOCK.rawValue))
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | flags, 0)
        guard descriptor >= 0 else { throw unreachable(systemReason()) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, size)
            }
        }
        guard result == 0 else {
            let reason = systemReason()
            close(descriptor)
            throw unreachable(reason)
        }
        return descriptor
    }

    package static func makeNonBlocking(_ descriptor: Int32) {
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    }

    static func unreachable(_ reason: String) -> DeskError {
        DeskError(.coreUnreachable, detail: reason)
    }

    static func systemReason() -> String { String(cString: strerror(errno)) }
}
