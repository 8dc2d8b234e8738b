import HTTPTypes
import Hummingbird
import NIOCore
import SwiftExtensions

/// Puts an answer on the line, with the trouble that a fault asks for.
enum PretendDelivery {
    private struct BrokenOff: Error {}

    /// The answer as it goes out at `now`, by the platform's own clock.
    static func response(_ answer: PretendResponse, at now: Timestamp) -> Response {
        var headers = HTTPFields()
        if let name = HTTPField.Name(LineTrouble.date) { headers[name] = WebTime.text(now) }
        headers[.contentType] = answer.contentType
        for header in answer.headers {
            if let name = HTTPField.Name(header.name) { headers[name] = header.value }
        }
        if case .reset = answer.delivery, let name = HTTPField.Name(LineTrouble.reset) {
            headers[name] = "yes"
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers, body: body(answer))
    }

    private static func body(_ answer: PretendResponse) -> ResponseBody {
        let bytes = answer.bytes ?? Array(answer.body.utf8)
        let first = ByteBuffer(bytes: bytes.prefix(bytes.count / 2))
        let second = ByteBuffer(bytes: bytes.dropFirst(bytes.count / 2))
        switch answer.delivery {
        case .whole:
            return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .halfThenPause(let pause):
            return ResponseBody(contentLength: bytes.count) { writer in
                try await writer.write(first)
                try await Task.sleep(for: pause)
                try await writer.write(second)
                try await writer.finish(nil)
            }
        case .trickle(let pause):
            return ResponseBody(contentLength: bytes.count) { writer in
                let size = max(1, bytes.count / 16)
                for start in stride(from: 0, to: bytes.count, by: size) {
                    let piece = bytes[start..<min(start + size, bytes.count)]
                    try await writer.write(ByteBuffer(bytes: piece))
                    try await Task.sleep(for: pause)
                }
                try await writer.finish(nil)
            }
        case .reset:
            return ResponseBody()
        case .halfThenBreak:
            return ResponseBody(contentLength: bytes.count) { writer in
                try await writer.write(first)
                throw BrokenOff()
            }
        }
    }
}
