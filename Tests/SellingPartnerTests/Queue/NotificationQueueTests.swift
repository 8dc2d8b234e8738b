@testable import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Testing

/// The queue client against moto, which checks every signature by Amazon's own library.
@Suite(.serialized) struct NotificationQueueTests {
    private static let change =
        "{\"NotificationType\":\"ORDER_CHANGE\",\"Payload\":{\"OrderChangeNotification\":"
        + "{\"SellerId\":\"A1\",\"AmazonOrderId\":\"305-1-1\",\"Summary\":"
        + "{\"OrderStatus\":\"Shipped\"}}},\"NotificationMetadata\":{\"NotificationId\":\"n\"}}"

    private func withQueue(
        secret: String? = nil, key: String? = nil, queue: String? = nil,
        _ body: (NotificationQueue, QueueServer) async throws -> Void
    ) async throws {
        let server = try await QueueServer.start()
        let network = NetworkTransport()
        let outcome: Result<Void, any Error>
        do {
            let client = try #require(
                NotificationQueue(
                    queueURL: queue ?? server.door.queue,
                    credentials: QueueCredentials(
                        accessKeyID: key ?? server.door.key,
                        secretKey: Secret(value: secret ?? server.door.secret),
                        region: server.door.region),
                    transport: network, surroundings: .system))
            outcome = .success(try await body(client, server))
        } catch {
            outcome = .failure(error)
        }
        await network.shutdown()
        server.stop()
        try outcome.get()
    }

    @Test func signedCallsReadAndEmptyTheQueue() async throws {
        try await withQueue { queue, server in
            #expect(try await server.command("send \(Self.change)") == "sent")
            #expect(try await server.command("send no json, 灯 & more") == "sent")
            let messages = try await queue.receive(waitSeconds: 0)
            #expect(messages.count == 2)
            let subjects = messages.compactMap { $0.notification?.subject }
            #expect(subjects == [.order("305-1-1", status: .shipped)])
            for message in messages { try await queue.delete(message) }
            #expect(try await server.command("count") == "0")
            #expect(try await queue.receive(waitSeconds: 0).isEmpty)
        }
    }

    @Test func wrongSecretIsRefusedByTheSignatureCheck() async throws {
        try await withQueue(secret: "not-the-secret") { queue, _ in
            await #expect {
                _ = try await queue.receive(waitSeconds: 0)
            } throws: { error in
                let failure = error as? SyncFailure
                return failure?.errorClass == .clientRejected
                    && failure?.message.contains("SignatureDoesNotMatch") == true
            }
        }
    }

    @Test func unknownKeyIsRefused() async throws {
        try await withQueue(key: "AKIAUNKNOWNEXAMPLE00") { queue, _ in
            await #expect {
                _ = try await queue.receive(waitSeconds: 0)
            } throws: { ($0 as? SyncFailure)?.errorClass == .clientRejected }
        }
    }

    @Test func addressesThatWouldLeakAreRefused() {
        for address in ["http://queue.example.com/1/desk", "https://queue.example.com", "desk"] {
            let queue = NotificationQueue(
                queueURL: address,
                credentials: QueueCredentials(
                    accessKeyID: "a", secretKey: Secret(value: "b"), region: "eu-west-1"),
                transport: NetworkTransport(), surroundings: .system)
            #expect(queue == nil)
        }
    }
}
