import ChannelAmazon
import Synchronization

/// Answers calls of the platform from a list, the last one again and again; gives tokens to whoever
/// asks, takes every file, and gives every document its own address as content.
final class AnsweringTransport: HTTPTransport {
    private let endpoint: String
    private let login: String
    private let answers: [IncomingAnswer]
    private let seen = Mutex<[OutgoingCall]>([])

    init(endpoint: String, login: String, answers: [IncomingAnswer]) {
        self.endpoint = endpoint
        self.login = login
        self.answers = answers
    }

    /// Calls of the platform's operations so far; those for tokens and files are not among them.
    var calls: [OutgoingCall] { seen.withLock { $0 } }

    func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
        if call.url.hasPrefix(login) {
            let token = #"{"access_token":"Atza|one","token_type":"bearer","expires_in":3600}"#
            return IncomingAnswer(status: 200, body: Array(token.utf8))
        }
        guard call.url.hasPrefix(endpoint) else {
            return IncomingAnswer(status: 200, body: Array(call.url.utf8))
        }
        let count = seen.withLock { calls in
            calls.append(call)
            return calls.count
        }
        return answers[min(count, answers.count) - 1]
    }
}
