import Foundation
import Glibc

/// A server that says and does exactly what a test wants, once, on a thread of its own.
package final class ScriptedServer: Sendable {
    /// The one connection, from the server's side.
    package struct Connection: Sendable {
        let socket: CInt

        package func say(_ text: String) {
            let bytes = Array((text + "\r\n").utf8)
            _ = send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL))
        }

        /// The next line without its end; nil when the client has gone.
        package func line() -> String? {
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) == 1 {
                if byte == 0x0A {
                    return String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
                }
                bytes.append(byte)
            }
            return nil
        }

        /// Reads lines up to one that equals `end`, this one included.
        package func lines(through end: String) -> [String] {
            var lines: [String] = []
            while let line = line() {
                lines.append(line)
                if line == end { break }
            }
            return lines
        }

        /// Answers each line in turn with the given words, whatever it says.
        package func answer(_ replies: String...) {
            for reply in replies where line() != nil { say(reply) }
        }
    }

    package let port: UInt16

    package init(_ script: @escaping @Sendable (Connection) -> Void) throws {
        let (listener, port) = try LoopbackPorts.listen()
        self.port = port
        Thread.detachNewThread {
            let socket = accept(listener, nil, nil)
            close(listener)
            guard socket >= 0 else { return }
            script(Connection(socket: socket))
            close(socket)
        }
    }
}
