import ChannelAmazon
import Synchronization

/// Answers calls from a list and remembers them.
final class ScriptedTransport: HTTPTransport {
    typealias Step = Result<IncomingAnswer, TransportFailure>

    private let script: Mutex<[Step]>
    private let seen = Mutex<[OutgoingCall]>([])

    init(_ script: [Step]) {
        self.script = Mutex(script)
    }

    /// Calls so far, the oldest first.
    var calls: [OutgoingCall] { seen.withLock { $0 } }

    func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
        seen.withLock { $0.append(call) }
        let step = script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let step else { throw .unreachable("the script is over") }
        return try step.get()
    }
}

extension IncomingAnswer {
    static func json(
        _ text: String, status: Int = 200, headers: [(name: String, value: String)] = []
    ) -> IncomingAnswer {
        IncomingAnswer(
            status: status, headers: headers + [("X-Amzn-RequestId", "req-1")],
            body: Array(text.utf8))
    }

    static let token = json(#"{"access_token":"Atza|one","expires_in":3600}"#)

    static func refusal(
        _ status: Int, _ code: String, _ message: String, _ details: String = ""
    ) -> IncomingAnswer {
        json(
            #"{"errors":[{"code":"\#(code)","message":"\#(message)","details":"\#(details)"}]}"#,
            status: status)
    }
}
