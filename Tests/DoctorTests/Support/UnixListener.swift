import Foundation
import Glibc

/// Listens on a Unix socket and treats its first caller as the test says, on a thread of its own.
final class UnixListener: Sendable {
    enum Manner: Sendable {
        case says(String)
        /// Reads the line and hangs up.
        case hangsUp
        /// Holds the line until the listener goes.
        case keepsSilent
    }

    private let listener: CInt

    init(_ path: String, _ manner: Manner) throws {
        let listener = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound, listen(listener, 4) == 0 else { throw CocoaError(.fileWriteUnknown) }
        Thread.detachNewThread { Self.serve(listener, manner) }
    }

    deinit {
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
    }

    private static func serve(_ listener: CInt, _ manner: Manner) {
        let caller = accept(listener, nil, nil)
        guard caller >= 0 else { return }
        defer { close(caller) }
        var byte: UInt8 = 0
        while recv(caller, &byte, 1, 0) == 1, byte != 0x0A {}
        switch manner {
        case .says(let text): _ = send(caller, text, text.utf8.count, CInt(MSG_NOSIGNAL))
        case .hangsUp: break
        case .keepsSilent: _ = recv(caller, &byte, 1, 0)
        }
    }
}
