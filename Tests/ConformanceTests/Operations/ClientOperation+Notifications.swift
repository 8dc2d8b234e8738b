@testable import ChannelAmazon
import HelpDesk
import Jobs

extension ClientOperation {
    static let notifications = [
        notification("getDestinations") { desk, _ in
            Reading(try await desk.client.notificationDestinations(for: desk.account))
        },
        notification("getDestination", unused: ["payload": "no pane shows one alone"]) {
            desk, id in
            _ = try await desk.client.read(NotificationRequests.destination(id), for: desk.account)
            return Reading("found")
        },
        notification("deleteDestination") { desk, id in
            _ = try await desk.client.read(
                NotificationRequests.deleteDestination(id), for: desk.account)
            return Reading("gone")
        },
        notification("createDestination") { desk, name in
            Reading(
                try await desk.client.createDestination(
                    name: name, queue: "arn:aws:sqs:eu-west-1:123456789012:desk",
                    for: desk.account))
        },
        notification("getSubscription", absent: 404) { desk, _ in
            Reading(try await desk.client.subscription(to: type, for: desk.account) as Any)
        },
        notification("createSubscription") { desk, id in
            Reading(
                try await desk.client.subscribe(
                    to: type, destinationID: id, for: desk.account))
        },
        notification("deleteSubscriptionById") { desk, id in
            try await desk.client.unsubscribe(from: type, id: id, for: desk.account)
            return Reading("gone")
        },
        notification("sendTestNotification") { desk, id in
            try await desk.client.sendTestNotification(
                of: type, destinationID: id, for: desk.account)
            return Reading("sent")
        },
    ]

    private static let type = "ORDER_CHANGE"

    private static func notification(
        _ operation: String, unused: [String: String] = [:], absent: Int? = nil,
        _ call: @escaping @Sendable (ConformanceDesk, String) async throws -> Reading
    ) -> ClientOperation {
        ClientOperation(
            id: operation, path: "/notifications/v1",
            sample: { random in
                let id = random.text(1...40)
                return { try await call($0, id) }
            },
            // The cases name no parameters.
            asked: { _ in nil },
            unused: [
                "payload.processingDirective": "the desk subscribes without one",
                "payload[].resource": "destinations of other kinds are listed too",
                "payload.resource": "destinations of other kinds are listed too",
            ].merging(unused) { first, _ in first },
            absentAt: absent)
    }
}
