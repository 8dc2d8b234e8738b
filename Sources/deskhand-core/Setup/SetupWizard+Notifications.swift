import ChannelAmazon
import Core
import HelpDesk
import Localization
import Settings

extension SetupWizard {
    /// Has every store's notifications sent into the configured queue. Polling is complete without
    /// them, so nothing else waits for this.
    func listen() async throws -> Bool {
        guard let configuration, let amazon = configuration.amazon else {
            say(SetupStrings.needsAmazon)
            return false
        }
        guard let queue = amazon.notifications else {
            say(SetupNotices.noQueue)
            return false
        }
        guard let arn = SetupPlatform.queueARN(queue) else {
            say(SetupNotices.badQueue, ["address": queue.queueURL])
            return false
        }
        say(
            SetupNotices.policy,
            ["principal": SetupPlatform.notificationSender, "queue": arn])
        let platform = SetupPlatform(
            amazon, transport: transport, now: { SystemClock().now })
        for store in configuration.stores where store.channel == "amazon" {
            guard let token = store.refreshToken else { continue }
            do {
                let outcomes = try await platform.listen(
                    for: StoreID(store.id), region: store.region,
                    token: ChannelAmazon.Secret { try token.load() }, queue: arn)
                for (type, outcome) in outcomes { tell(outcome, of: type, store.id) }
            } catch {
                complain(error, about: store.id)
            }
        }
        return problems == 0
    }

    private func tell(_ outcome: ListeningOutcome, of type: String, _ store: String) {
        let names = ["store": store, "type": type]
        switch outcome {
        case .subscribed: say(SetupNotices.subscribed, names)
        case .known: say(SetupNotices.known, names)
        case .elsewhere:
            say(SetupNotices.elsewhere, names)
            problems += 1
        case .refused(let trouble): complain(trouble, about: "\(store) \(type)")
        }
    }
}
