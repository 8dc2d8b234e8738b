package import ChannelAmazon
package import HelpDesk
package import Settings

/// What became of one kind of notification of one store.
package enum ListeningOutcome: Hashable, Sendable {
    case subscribed
    /// It comes into this queue already.
    case known
    /// It goes into another of the application's queues, which is left as it is.
    case elsewhere
    case refused(SetupTrouble)
}

extension SetupPlatform {
    /// What the desk has a use for: each only has something asked for sooner (amazon.md section 4).
    package static let notificationTypes = [
        "ORDER_CHANGE", "REPORT_PROCESSING_FINISHED", "ACCOUNT_STATUS_CHANGED",
        "FBA_INVENTORY_AVAILABILITY_CHANGES",
    ]

    /// Who has to be let into the queue (amazon.md section 4).
    package static let notificationSender = "437568002678"

    /// The queue's name for the platform; nil when its address is none of a queue.
    package static func queueARN(_ settings: NotificationSettings) -> String? {
        let parts = settings.queueURL.split(separator: "/")
        guard parts.count >= 4, let name = parts.last else { return nil }
        let account = parts[parts.count - 2]
        guard !account.isEmpty, account.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return "arn:aws:sqs:\(settings.region):\(account):\(name)"
    }

    /// Has a store's notifications sent into the queue; a kind that is subscribed stays as it is.
    /// Throws when the queue itself cannot be made known or the store not be reached.
    package func listen(
        for store: StoreID, region: String, token: ChannelAmazon.Secret, queue arn: String
    ) async throws(SetupTrouble) -> [(type: String, outcome: ListeningOutcome)] {
        let client = try client()
        let account = try account(store, region, token)
        let destination = try await destination(of: arn, client, account)
        var outcomes: [(type: String, outcome: ListeningOutcome)] = []
        for type in Self.notificationTypes {
            outcomes.append((type, await subscribe(type, to: destination, client, account)))
        }
        return outcomes
    }

    private func destination(
        of arn: String, _ client: SellingPartnerClient, _ account: SellingPartnerAccount
    ) async throws(SetupTrouble) -> NotificationDestination {
        do {
            let known = try await client.notificationDestinations(for: account)
            if let found = known.first(where: { $0.queueARN == arn }) { return found }
            return try await client.createDestination(
                name: "deskhand", queue: arn, for: account)
        } catch {
            throw SetupTrouble(error)
        }
    }

    private func subscribe(
        _ type: String, to destination: NotificationDestination, _ client: SellingPartnerClient,
        _ account: SellingPartnerAccount
    ) async -> ListeningOutcome {
        do {
            if let known = try await client.subscription(to: type, for: account) {
                return known.destinationID == destination.id ? .known : .elsewhere
            }
            _ = try await client.subscribe(
                to: type, destinationID: destination.id, for: account)
            return .subscribed
        } catch {
            return .refused(SetupTrouble(error))
        }
    }
}
