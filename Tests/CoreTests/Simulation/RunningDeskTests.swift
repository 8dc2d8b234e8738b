import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// The long-lived services together: woken by commits and by the clock, stopped by cancelling.
@Suite(.timeLimit(.minutes(1))) struct RunningDeskTests {
    @Test func mailsComeInRepliesGoOutAndTheDeskStops() async throws {
        let world = try await World.make()
        let (events, continuation) = AsyncStream.makeStream(of: PushedEvent.self)
        _ = world.desk.subscribe(as: world.ana) { continuation.yield($0) }
        let mail = FetchedMail(
            origin: "f1", bytes: RelayMails().buyer("Wo bleibt es?", at: world.clock.now))
        world.feed.put(.mails([mail], cursor: nil))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await world.desk.run() }
            var pushed = events.makeAsyncIterator()
            let ticket = try await Self.newTicket(&pushed)
            _ = try await world.send("Es kommt morgen.", on: ticket)
            try await Self.outbox(.queued, &pushed)
            // Whoever waits for less wakes first; the reply leaves when its countdown is over.
            while world.clock.waiting.count == 0 { await Task.yield() }
            world.clock.advance(by: .seconds(15))
            try await Self.outbox(.accepted, &pushed)
            #expect(world.sender.sent.count == 1)
            while world.clock.waiting.count == 0 { await Task.yield() }
            group.cancelAll()
            while try await group.next() != nil {}
        }
        try await world.checkRecord()
    }

    private static func newTicket(
        _ pushed: inout AsyncStream<PushedEvent>.Iterator
    ) async throws -> TicketID {
        while let event = await pushed.next(isolation: #isolation) {
            if case .ticketChanged(let row) = event { return row.id }
        }
        throw CancellationError()
    }

    private static func outbox(
        _ state: OutboxState, _ pushed: inout AsyncStream<PushedEvent>.Iterator
    ) async throws {
        while let event = await pushed.next(isolation: #isolation) {
            if case .outboxChanged(let view) = event, view.item.state == state { return }
        }
        throw CancellationError()
    }
}
