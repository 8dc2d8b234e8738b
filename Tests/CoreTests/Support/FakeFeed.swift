import Core
import HelpDesk
import Synchronization

/// A mailbox whose mails a test puts there.
final class FakeFeed: MailFeed {
    private let events = Mutex<[MailFeedEvent]>([])

    func put(_ events: MailFeedEvent...) { self.events.withLock { $0 += events } }

    /// Mails stay in the mailbox until their handler has stored them.
    func run(
        from start: FeedStart, _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        while let event = events.withLock({ $0.first }) {
            if case .mails = event {
                try await handle(event)
                events.withLock { _ = $0.removeFirst() }
            } else {
                events.withLock { _ = $0.removeFirst() }
                try await handle(event)
            }
        }
        try await handle(.caughtUp)
        await Self.quiet()
    }

    /// Waits until the task is cancelled: an empty mailbox is quiet.
    private static func quiet() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        defer { continuation.finish() }
        for await _ in stream {}
    }
}
