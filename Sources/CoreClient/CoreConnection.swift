import Glibc
package import HelpDesk
package import Wire

/// One connection to the core whose descriptor sits in a poll set; nothing here ever waits.
package final class CoreConnection {
    /// To be polled for reading, and for writing while `wantsWrite` is true.
    package let descriptor: Int32
    private var lines = LineBuffer()
    private var outgoing: [UInt8] = []
    private var lastID = 0
    private var isClosed = false
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    /// Takes over a connected descriptor and closes it at the end.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
        UnixSocket.makeNonBlocking(descriptor)
    }

    /// Connects to the core's socket without waiting for it. Throws `coreUnreachable`.
    package convenience init(path: String) throws(DeskError) {
        self.init(descriptor: try UnixSocket.connect(path: path, waits: false))
    }

    deinit {
        close(descriptor)
    }

    /// Whether bytes wait for the socket to take them.
    package var wantsWrite: Bool { !outgoing.isEmpty }

    /// Queues a request and sends what the socket takes at once. Returns the request's id.
    package func send(_ call: some RemoteCall) throws(DeskError) -> Int {
        lastID += 1
        do {
            outgoing += try WireCodec.line(RequestFrame(id: lastID, call: call))
        } catch {
            throw DeskError(.badRequest, detail: "request cannot be encoded")
        }
        flush()
        return lastID
    }

    /// Sends what waits, as far as the socket takes it.
    package func flush() {
        while !outgoing.isEmpty, !isClosed {
            let count = outgoing.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                outgoing.removeFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Everything that has arrived, in order; ends with `closed` once the core is gone.
    package func drain() -> [Incoming] {
        flush()
        var found: [Incoming] = []
        let end = receive()
        do {
            while let line = try lines.next() {
                if let item = try Incoming(line: line) { found.append(item) }
            }
        } catch {
            isClosed = true
            return found + [.closed(error)]
        }
        if let end {
            isClosed = true
            found.append(.closed(end))
        }
        return found
    }

    /// Reads until the socket has no more; the reason when it has ended.
    private func receive() -> DeskError? {
        guard !isClosed else { return UnixSocket.unreachable("closed") }
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count > 0 {
                lines.append(chunk[..<count])
            } else if count == 0 {
                return UnixSocket.unreachable("the core closed the connection")
            } else if errno == EAGAIN {
                return nil
            } else if errno != EINTR {
                return UnixSocket.unreachable(UnixSocket.systemReason())
            }
        }
    }
}
