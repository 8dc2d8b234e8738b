import ChannelAmazon
import Synchronization

/// Answers every call of the platform alike, gives tokens to whoever asks, and keeps the calls.
final class AnsweringTransport: HTTPTransport {
    private let endpoint: String
    private let answer: IncomingAnswer
    private let seen = Mutex<[OutgoingCall]>([])

    init(endpoint: String, answer: IncomingAnswer) {
        self.endpoint = endpoint
        self.answer = answer
    }

    /// Calls of the platform's operations so far; those for tokens are not among them.
    var calls: [OutgoingCall] { seen.withLock { $0 } }

    func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
        guard call.url.hasPrefix(endpoint) else {
            let token = #"{"access_token":"Atza|one","token_type":"bearer","expires_in":3600}"#
            return IncomingAnswer(status: 200, body: Array(token.utf8))
        }
        seen.withLock { $0.append(call) }
        return answer
    }
}
