import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import SwiftExtensions

/// The real network, over pooled connections. Redirects are not followed: no platform sends any,
/// and a token must not travel to another host.
package struct NetworkTransport: HTTPTransport {
    private let owner: ClientOwner

    private var client: HTTPClient { owner.client }

    package init() {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = .seconds(30)
        configuration.connectionPool.retryConnectionEstablishment = false
        owner = ClientOwner(HTTPClient(configuration: configuration))
    }

    /// Closes the connections; to be called once, at the end.
    package func shutdown() async {
        try? await client.shutdown()
    }

    package func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
        do {
            return try await withThrowingTaskGroup(of: IncomingAnswer.self) { group in
                group.addTask { try await send(call) }
                group.addTask {
                    try await Task.sleep(for: call.timeout)
                    throw TransportFailure.timedOut
                }
                defer { group.cancelAll() }
                guard let answer = try await group.next() else { throw TransportFailure.cancelled }
                return answer
            }
        } catch {
            throw Self.failure(from: error)
        }
    }

    private func send(_ call: OutgoingCall) async throws -> IncomingAnswer {
        var request = HTTPClientRequest(url: call.url)
        request.method = HTTPMethod(rawValue: call.method)
        for header in call.headers { request.headers.add(name: header.name, value: header.value) }
        if let body = call.body { request.body = .bytes(body) }
        let deadline = NIODeadline.now() + .milliseconds(call.timeout.wholeMilliseconds)
        let response = try await client.execute(request, deadline: deadline)
        let body = try await response.body.collect(upTo: call.largestAnswer)
        return IncomingAnswer(
            status: Int(response.status.code),
            headers: response.headers.map { (name: $0.name, value: $0.value) },
            body: Array(body.readableBytesView))
    }

    private static func failure(from error: any Error) -> TransportFailure {
        switch error {
        case let failure as TransportFailure: failure
        case is CancellationError: .cancelled
        case is NIOTooManyBytesError: .answerTooLarge
        case let error as HTTPClientError where error == .cancelled: .cancelled
        case let error as HTTPClientError where timeouts.contains(error): .timedOut
        case let error as HTTPClientError where beforeTheCall.contains(error):
            .unreachable(error.shortDescription)
        case is NIOConnectionError: .unreachable("NIOConnectionError")
        case let error as HTTPClientError: .broken(error.shortDescription)
        default: .broken(String(describing: type(of: error)))
        }
    }

    private static var timeouts: [HTTPClientError] {
        [.readTimeout, .deadlineExceeded, .writeTimeout]
    }

    /// What goes wrong before a byte of the call leaves.
    private static var beforeTheCall: [HTTPClientError] {
        [
            .connectTimeout, .tlsHandshakeTimeout, .invalidURL, .emptyHost, .emptyScheme,
            .getConnectionFromPoolTimeout, .alreadyShutdown,
        ]
    }
}

/// Shuts the client down with its last user, at the latest: one that just falls out of sight on the
/// way of an error would stop the program.
private final class ClientOwner: Sendable {
    let client: HTTPClient

    init(_ client: HTTPClient) {
        self.client = client
    }

    deinit {
        client.shutdown { _ in }
    }
}
