import SwiftExtensions

/// One call as it goes out.
package struct OutgoingCall: Sendable {
    package var method: String
    package var url: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]?
    /// The whole exchange, the body included, ends within this time or fails.
    package var timeout: Duration
    /// A longer answer is refused instead of filling the memory.
    package var largestAnswer: Int

    package init(
        method: String, url: String, headers: [(name: String, value: String)],
        body: [UInt8]? = nil, timeout: Duration = .seconds(30), largestAnswer: Int = 16 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.largestAnswer = largestAnswer
    }
}

/// What came back. Header names are compared without regard to case.
package struct IncomingAnswer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a header.
    package func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}

/// Why there is no answer.
package enum TransportFailure: Error, Hashable, Sendable {
    case timedOut
    case answerTooLarge
    /// No connection came about, so nothing of the call has left; the text names the kind and holds
    /// nothing of the call.
    case unreachable(String)
    /// The connection broke with the call under way: nobody knows how much of it arrived.
    case broken(String)
    case cancelled
}

/// Carries calls over the network; tests bring their own.
package protocol HTTPTransport: Sendable {
    /// One exchange, without following redirects and without trying again.
    func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer
}
