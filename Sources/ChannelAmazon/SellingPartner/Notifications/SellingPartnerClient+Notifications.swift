package import HelpDesk

/// A queue that the platform may write to.
package struct NotificationDestination: Hashable, Sendable {
    package var id: String
    package var name: String
    /// Nil when the destination is of another kind.
    package var queueARN: String?
}

/// A notification type that a seller's account sends to a destination.
package struct NotificationSubscription: Hashable, Sendable {
    package var id: String
    package var destinationID: String
    package var payloadVersion: String
}

extension SellingPartnerClient {
    /// The application's queues.
    package func notificationDestinations(
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> [NotificationDestination] {
        let request = NotificationRequests.destinations()
        let answer = try await read(request, for: account)
        guard let entries = answer.document["payload"]?.elements else {
            throw drift("payload", request, answer)
        }
        return try Self.reading(request, answer, self) { () throws(FieldProblem) in
            try entries.map(Self.destination)
        }
    }

    /// Makes a queue known. A queue that is known already is a conflict, which the caller solves by
    /// reading the list.
    package func createDestination(
        name: String, queue arn: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> NotificationDestination {
        let request = NotificationRequests.createDestination(name: name, queue: arn)
        let answer = try await read(request, for: account)
        guard let payload = answer.document["payload"] else {
            throw drift("payload", request, answer)
        }
        return try Self.reading(request, answer, self) { () throws(FieldProblem) in
            try Self.destination(payload)
        }
    }

    /// The seller's subscription to a type; nil when there is none.
    package func subscription(
        to type: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> NotificationSubscription? {
        let request = NotificationRequests.subscription(type)
        do {
            return try subscription(try await read(request, for: account), request)
        } catch let failure where failure.errorClass == .notFound {
            return nil
        }
    }

    /// Has a type sent to a destination.
    package func subscribe(
        to type: String, payloadVersion: String = "1.0", destinationID: String,
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> NotificationSubscription {
        let request = NotificationRequests.createSubscription(
            type, payloadVersion: payloadVersion, destinationID: destinationID)
        return try subscription(try await read(request, for: account), request)
    }

    /// Ends a subscription.
    package func unsubscribe(
        from type: String, id: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) {
        _ = try await read(
            NotificationRequests.deleteSubscription(type, id: id), for: account)
    }

    /// Has the platform send one trial notification.
    package func sendTestNotification(
        of type: String, destinationID: String, payloadVersion: String = "1.0",
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) {
        _ = try await read(
            NotificationRequests.test(
                type, destinationID: destinationID, payloadVersion: payloadVersion), for: account)
    }

    private func subscription(
        _ answer: PlatformAnswer, _ request: SellingPartnerRequest
    ) throws(SyncFailure) -> NotificationSubscription {
        guard let payload = answer.document["payload"] else {
            throw drift("payload", request, answer)
        }
        return try Self.reading(request, answer, self) { () throws(FieldProblem) in
            let fields = try FieldReader(payload, path: "payload")
            return NotificationSubscription(
                id: try fields.requiredText("subscriptionId", limit: 100),
                destinationID: try fields.requiredText("destinationId", limit: 100),
                payloadVersion: try fields.requiredText("payloadVersion", limit: 40))
        }
    }

    private static func destination(
        _ value: JSONValue
    ) throws(FieldProblem) -> NotificationDestination {
        let fields = try FieldReader(value, path: "destination")
        return NotificationDestination(
            id: try fields.requiredText("destinationId", limit: 100),
            name: try fields.requiredText("name", limit: 256),
            queueARN: value["resource"]?["sqs"]?["arn"]?.text.map {
                PlatformText.cleaned($0, limit: 1000)
            })
    }

    private static func reading<Result>(
        _ request: SellingPartnerRequest, _ answer: PlatformAnswer, _ client: SellingPartnerClient,
        _ body: () throws(FieldProblem) -> Result
    ) throws(SyncFailure) -> Result {
        do {
            return try body()
        } catch {
            throw client.drift("\(error)", request, answer)
        }
    }
}
