import Foundation
import MailHost
import Synchronization

/// A relay on loopback in front of a real server, which counts bytes and can break an SMTP
/// conversation at the worst moment.
final class WireTap: Sendable {
    enum Mode: Sendable {
        case pass
        /// Nothing of the server's words reaches the client.
        case silent
        /// Passes until the text's last dot; what the server answers to that never arrives.
        case holdAnswer
        /// The same, and the connection breaks instead.
        case dropAnswer
    }

    struct Counts: Sendable {
        var connections = 0
        var bytesToClient = 0
        /// Texts that the server has taken or refused after a break or a hold.
        var lostAnswers = 0
    }

    private struct State {
        var mode = Mode.pass
        var counts = Counts()
        var isOpen = true
    }

    let port: UInt16
    private let listener: CInt
    private let target: UInt16
    private let state = Mutex(State())

    init(to target: UInt16) throws {
        (listener, port) = try LoopbackPorts.listen()
        self.target = target
        Thread.detachNewThread { [self] in acceptAll() }
    }

    /// Ends the relay for new clients.
    func close() {
        state.withLock { $0.isOpen = false }
        shutdown(listener, CInt(SHUT_RDWR))
    }

    var counts: Counts { state.withLock { $0.counts } }

    /// How connections made from now on are treated.
    func become(_ mode: Mode) { state.withLock { $0.mode = mode } }

    private func acceptAll() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0, state.withLock({ $0.isOpen }) else { break }
            let mode = state.withLock { state in
                state.counts.connections += 1
                return state.mode
            }
            guard let server = try? LoopbackPorts.connection(to: target) else {
                Foundation.close(client)
                continue
            }
            let line = TappedLine(client: client, server: server, mode: mode)
            Thread.detachNewThread { [self] in forward(line) }
            Thread.detachNewThread { [self] in answer(line) }
        }
        Foundation.close(listener)
    }

    private func forward(_ line: TappedLine) {
        while let bytes = line.read(line.client) {
            line.noticeEnd(in: bytes)
            guard line.write(bytes, to: line.server) else { break }
        }
        line.finish()
    }

    private func answer(_ line: TappedLine) {
        while let bytes = line.read(line.server), passOn(bytes, line) {}
        line.finish()
    }

    /// False when the connection shall end.
    private func passOn(_ bytes: [UInt8], _ line: TappedLine) -> Bool {
        if line.mode == .silent { return true }
        guard line.mode != .pass, line.isTextOver else {
            state.withLock { $0.counts.bytesToClient += bytes.count }
            return line.write(bytes, to: line.client)
        }
        state.withLock { $0.counts.lostAnswers += 1 }
        return line.mode == .holdAnswer
    }
}

/// One relayed connection; both its threads end before its sockets are closed.
private final class TappedLine: Sendable {
    private struct State {
        var tail: [UInt8] = []
        var isTextOver = false
        var threads = 2
    }

    let client: CInt
    let server: CInt
    let mode: WireTap.Mode
    private let state = Mutex(State())

    init(client: CInt, server: CInt, mode: WireTap.Mode) {
        self.client = client
        self.server = server
        self.mode = mode
    }

    var isTextOver: Bool { state.withLock { $0.isTextOver } }

    /// Watches for the line with a dot alone that ends a text (RFC 5321, section 4.1.1.4).
    func noticeEnd(in bytes: [UInt8]) {
        state.withLock { state in
            let seen = state.tail + bytes
            if seen.firstRange(of: Array("\r\n.\r\n".utf8)) != nil { state.isTextOver = true }
            state.tail = seen.suffix(4)
        }
    }

    func read(_ socket: CInt) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    func write(_ bytes: [UInt8], to socket: CInt) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { rest in
                send(socket, rest.baseAddress, rest.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Wakes the other thread; the last one closes.
    func finish() {
        shutdown(client, CInt(SHUT_RDWR))
        shutdown(server, CInt(SHUT_RDWR))
        let isLast = state.withLock { state in
            state.threads -= 1
            return state.threads == 0
        }
        guard isLast else { return }
        close(client)
        close(server)
    }
}
