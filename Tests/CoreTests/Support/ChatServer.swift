import Foundation
import Glibc
import Synchronization

/// A real HTTP server on the loopback, in this process: one answer a connection, at most
/// `mostCalls` of them. What was asked is kept.
final class ChatServer: Sendable {
    enum Answer: Sendable {
        /// A chat completion with this content.
        case content(String)
        case raw(status: Int, body: String)
        /// Takes the call and says nothing until the server ends.
        case silence
        case hangUp
    }

    private static let mostCalls = 8

    let port: Int
    private let listener: CInt
    private let asked = Mutex<[String]>([])
    private let open = Mutex<[CInt]>([])

    var requests: [String] { asked.withLock { $0 } }
    var url: String { "http://127.0.0.1:\(port)" }

    init?(_ answer: Answer) {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(descriptor, raw, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, raw, &length) == 0
            }
        }
        listener = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isBound else {
            close(descriptor)
            return nil
        }
        let thread = Thread { [self] in serve(answer) }
        thread.start()
    }

    /// Ends all conversations.
    func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
        for descriptor in open.withLock({ $0 }) {
            shutdown(descriptor, CInt(SHUT_RDWR))
        }
    }

    private func serve(_ answer: Answer) {
        for _ in 0..<Self.mostCalls {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            open.withLock { $0.append(connection) }
            let request = read(connection)
            asked.withLock { $0.append(request) }
            switch answer {
            case .content(let text): reply(200, Self.completion(text), on: connection)
            case .raw(let status, let body): reply(status, body, on: connection)
            case .silence: continue
            case .hangUp: break
            }
            shutdown(connection, CInt(SHUT_RDWR))
        }
        close(listener)
    }

    private func read(_ connection: CInt) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            bytes += chunk[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let length = text.lowercased().firstRange(of: "content-length: ").flatMap { range in
                Int(text[range.upperBound...].prefix(while: \.isNumber))
            }
            if text[end.upperBound...].utf8.count >= length ?? 0 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func reply(_ status: Int, _ body: String, on connection: CInt) {
        let text =
            "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    private static func completion(_ text: String) -> String {
        let content = (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) }
        return
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\(content ?? "\"\"")}}]}"
    }
}
