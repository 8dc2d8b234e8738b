import Core
import HelpDesk
import Synchronization

/// A mailbox whose mails a test puts there.
final class FakeFeed: MailFeed {
    private let events = Mutex<[MailFeedEvent]>([])

    func put(_ events: MailFeedEvent...) { self.events.withLock { $0 += events } }

    func run(
        from start: FeedStart, _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        while let event = events.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            try await handle(event)
        }
    }
}
