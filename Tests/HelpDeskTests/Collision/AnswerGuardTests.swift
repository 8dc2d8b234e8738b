import HelpDesk
import SwiftExtensions
import Testing

struct AnswerGuardTests {
    private static let sent = Timestamp(seconds: 1_772_900_000)

    private func reply(_ state: OutboxState) -> OutboxItem {
        OutboxItem(
            id: OutboxID(1), ticket: TicketID(1), store: "nova-eu", author: PersonID(1),
            basis: .zero, state: state, queuedAt: Self.sent - .seconds(15),
            releaseAt: Self.sent, idempotencyKey: "k",
            acceptedAt: state == .accepted || state == .confirmed ? Self.sent : nil)
    }

    @Test(arguments: [OutboxState.accepted, .confirmed])
    func anAnswerCountsForTwoMinutes(_ state: OutboxState) {
        let before = Self.sent + .milliseconds(119_999)
        #expect(AnswerGuard.asksAbout(reply(state), at: before))
        #expect(!AnswerGuard.asksAbout(reply(state), at: Self.sent + .seconds(120)))
    }

    @Test(arguments: [OutboxState.queued, .sending])
    func whatIsOnItsWayCountsHoweverLongItTakes(_ state: OutboxState) {
        #expect(AnswerGuard.asksAbout(reply(state), at: Self.sent + .hours(3)))
    }

    @Test(arguments: [OutboxState.held, .failed, .bounced, .withdrawn])
    func whatDoesNotReachTheBuyerIsNoAnswer(_ state: OutboxState) {
        #expect(!AnswerGuard.asksAbout(reply(state), at: Self.sent))
    }

    @Test func aCopyFromSellerCentralCounts() {
        func copy(_ kind: MessageKind) -> Message {
            Message(
                id: MessageID(1), ticket: TicketID(1), direction: .outbound, kind: kind,
                platformTime: Self.sent, storedAt: Self.sent + .seconds(60))
        }
        #expect(AnswerGuard.asksAbout(copy(.agentExternal), at: Self.sent + .seconds(119)))
        #expect(!AnswerGuard.asksAbout(copy(.agentExternal), at: Self.sent + .seconds(120)))
        #expect(!AnswerGuard.asksAbout(copy(.note), at: Self.sent))
    }
}
