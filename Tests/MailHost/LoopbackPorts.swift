import Glibc

/// Ports of 127.0.0.1 for servers that must be told theirs.
package enum LoopbackPorts {
    static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return address
    }

    /// Ports that are free now. All are held until all are found, so that they differ.
    static func free(_ count: Int) throws -> [UInt16] {
        var sockets: [CInt] = []
        defer { sockets.forEach { close($0) } }
        return try (0..<count).map { _ in
            let (socket, port) = try listen()
            sockets.append(socket)
            return port
        }
    }

    /// A listening socket and the port the system chose.
    package static func listen() throws -> (CInt, UInt16) {
        let descriptor = socket(
            AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard descriptor >= 0, isBound else { throw MailHostError("No free port on loopback.") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// Whether something accepts connections there.
    static func isOpen(_ port: UInt16) -> Bool {
        guard let descriptor = try? connection(to: port) else { return false }
        close(descriptor)
        return true
    }

    /// A connected socket, for the caller to close.
    package static func connection(to port: UInt16) throws -> CInt {
        let descriptor = socket(
            AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        var address = address(port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(descriptor)
            throw MailHostError("Nothing listens on port \(port).")
        }
        return descriptor
    }
}
