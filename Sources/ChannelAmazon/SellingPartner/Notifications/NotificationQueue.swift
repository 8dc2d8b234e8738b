package import HelpDesk
import SwiftExtensions

/// A message of the queue: what it says, and what takes it away.
package struct QueuedNotification: Hashable, Sendable {
    /// Nil when it is nothing that the platform sends; it is taken away all the same.
    package var notification: PlatformNotification?
    package var receipt: String
}

/// An Amazon SQS queue, read and emptied with signed calls (SQS JSON protocol).
package struct NotificationQueue: Sendable {
    private static let service = "sqs"
    private let endpoint: PlatformEndpoint
    private let queueURL: String
    private let credentials: QueueCredentials
    private let transport: any HTTPTransport
    private let surroundings: Surroundings

    /// Nil when the address is neither `https` nor on this machine.
    package init?(
        queueURL: String, credentials: QueueCredentials, transport: any HTTPTransport,
        surroundings: Surroundings
    ) {
        guard let endpoint = PlatformEndpoint(queueURL), !endpoint.path.isEmpty else { return nil }
        self.endpoint = endpoint
        self.queueURL = queueURL
        self.credentials = credentials
        self.transport = transport
        self.surroundings = surroundings
    }

    /// Up to ten messages; waits on the platform's side for up to `waitSeconds`, 0 to 20, when there
    /// is none. Who reads has two minutes to take them away before they come again.
    package func receive(waitSeconds: Int = 20) async throws(SyncFailure) -> [QueuedNotification] {
        let answer = try await call(
            "ReceiveMessage",
            [
                ("QueueUrl", .text(queueURL)), ("MaxNumberOfMessages", .number(10)),
                ("VisibilityTimeout", .number(120)),
                ("WaitTimeSeconds", .number(min(max(waitSeconds, 0), 20))),
            ])
        return (answer["Messages"]?.elements ?? []).compactMap { message in
            guard let receipt = message["ReceiptHandle"]?.text else { return nil }
            let body = Array((message["Body"]?.text ?? "").utf8)
            return QueuedNotification(
                notification: NotificationReader.notification(body), receipt: receipt)
        }
    }

    /// Takes one message away.
    package func delete(_ message: QueuedNotification) async throws(SyncFailure) {
        _ = try await call(
            "DeleteMessage",
            [("QueueUrl", .text(queueURL)), ("ReceiptHandle", .text(message.receipt))])
    }

    private func call(
        _ action: String, _ members: [(String, RequestJSON)]
    ) async throws(SyncFailure) -> JSONValue {
        let operation = "sqs.\(action)"
        let outgoing = try signed(action, RequestJSON.object(members).bytes, operation)
        let answer: IncomingAnswer
        do {
            answer = try await transport.exchange(outgoing)
        } catch {
            throw SyncFailure(transport: error, operation: operation)
        }
        guard answer.status == 200 else { throw Self.failure(answer, operation) }
        // DeleteMessage answers with nothing at all.
        guard !answer.body.isEmpty else { return JSONValue(content: .object([]), range: 0..<0) }
        guard let document = try? JSONReader.parse(answer.body) else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation, message: "200 without JSON")
        }
        return document
    }

    private func signed(
        _ action: String, _ body: [UInt8], _ operation: String
    ) throws(SyncFailure) -> OutgoingCall {
        let secretKey: String
        do {
            secretKey = try credentials.secretKey.reveal()
        } catch {
            throw SyncFailure(
                errorClass: .clientRejected, operation: operation,
                message: "a secret file cannot be read")
        }
        let now = surroundings.now()
        let host = endpoint.host + (endpoint.port.map { ":\($0)" } ?? "")
        var headers: [(name: String, value: String)] = [
            ("content-type", "application/x-amz-json-1.0"),
            ("x-amz-date", SellingPartnerRequest.date(now)),
            ("x-amz-target", "AmazonSQS.\(action)"),
        ]
        let signature = SignatureV4(
            accessKeyID: credentials.accessKeyID, secretKey: secretKey,
            region: credentials.region, service: Self.service)
        let authorization = signature.authorization(
            method: "POST", path: "/", query: "", headers: headers + [("host", host)], body: body,
            at: now)
        headers.append(("authorization", authorization))
        return OutgoingCall(
            method: "POST", url: "\(endpoint.scheme)://\(host)/", headers: headers, body: body,
            timeout: .seconds(40), largestAnswer: 4 << 20)
    }

    /// Errors come as JSON or, from the door before it, as XML: the name of the error is in both.
    private static func failure(_ answer: IncomingAnswer, _ operation: String) -> SyncFailure {
        let text = String(decoding: answer.body.prefix(4096), as: UTF8.self)
        let errorClass: SyncErrorClass =
            switch answer.status {
            case 429: .throttled
            case 500...: .platformOutage
            default: named.first { text.contains($0.name) }?.errorClass ?? .badRequest
            }
        let document = try? JSONReader.parse(answer.body)
        let words = document?["message"]?.text ?? document?["Message"]?.text ?? ""
        let known = named.first { text.contains($0.name) }?.name ?? ""
        return SyncFailure(
            errorClass: errorClass, operation: operation,
            message: PlatformText.errorWords("\(answer.status) \(known) \(words)"),
            requestID: answer.header("x-amzn-RequestId").map {
                PlatformText.cleaned($0, limit: 80)
            })
    }

    private static let named: [(name: String, errorClass: SyncErrorClass)] = [
        ("Throttl", .throttled), ("OverLimit", .throttled),
        ("NonExistentQueue", .notFound), ("QueueDoesNotExist", .notFound),
        ("SignatureDoesNotMatch", .clientRejected), ("InvalidClientTokenId", .clientRejected),
        ("UnrecognizedClient", .clientRejected), ("InvalidSignature", .clientRejected),
        ("AccessDenied", .permissionMissing),
    ]
}
