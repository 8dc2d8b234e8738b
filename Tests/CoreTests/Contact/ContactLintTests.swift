import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// What the desk knows of an order's earlier contacts reaches the linter (compliance section 4.6).
@Suite struct ContactLintTests {
    private static let order: OrderID = "305-7683573-2694036"

    private func rules(
        _ text: String, on ticket: TicketID, typed: Bool = false, _ world: World
    ) async throws -> Set<String> {
        var call = LintReply(ticket: ticket, text: text)
        call.typedFor = typed ? Self.order : nil
        let reply = try await world.desk.perform(call, as: world.ana)
        return Set(reply.findings.map(\.rule))
    }

    /// A ticket about an order whose last day of delivery was so many days ago.
    private func question(completed days: Int64, _ world: World) async throws -> TicketID {
        var order = OrderSyncTests.order(Self.order, at: world.clock.now, status: .shipped)
        order.deliverBy = world.clock.now - .days(days)
        world.orders.put(order)
        _ = try await world.desk.syncOnce(store: World.europe)
        return try await world.question()
    }

    private func ask(
        on ticket: TicketID, ending state: DispatchState, _ world: World
    ) async throws {
        let now = world.clock.now
        try await world.database.write(as: .service("test"), at: now) { transaction in
            let id = try transaction.nextDispatchID()
            try transaction.record(
                .dispatchAdded(
                    Dispatch(
                        id: id, store: World.europe, order: Self.order, marketplace: "DE",
                        ticket: ticket, author: world.ana.person, kind: .reviewRequest,
                        action: "productReviewAndSellerFeedback", queuedAt: now,
                        idempotencyKey: ContentDigest.of("\(id)"))))
            for (from, to) in [(DispatchState.queued, DispatchState.sending), (.sending, state)] {
                try transaction.record(
                    .dispatchMoved(DispatchMove(dispatch: id, from: from, to: to, at: now)))
            }
        }
    }

    @Test func aSecondRequestForAReviewIsAReminder() async throws {
        let world = try await World.make()
        let ticket = try await question(completed: 3, world)
        let words = "You can write a product review, good or bad."
        #expect(try await !rules(words, on: ticket, world).contains("REV-06"))
        try await ask(on: ticket, ending: .refused, world)
        #expect(try await !rules(words, on: ticket, world).contains("REV-06"))
        try await ask(on: ticket, ending: .sent, world)
        #expect(try await rules(words, on: ticket, world).contains("REV-06"))
        #expect(try await rules(words, on: ticket, typed: true, world).contains("REV-06"))
        // It binds the letter that is sent, not only the one that is looked at.
        guard case .unconfirmed(let findings) = try await world.send(words, on: ticket) else {
            Issue.record("A reminder went out.")
            return
        }
        #expect(findings.contains { $0.rule == "REV-06" })
    }

    @Test(arguments: [(30, false), (31, true)] as [(Int64, Bool)])
    func aMonthAfterItsCompletionAnOrderIsOver(_ days: Int64, _ isLate: Bool) async throws {
        let world = try await World.make()
        let ticket = try await question(completed: days, world)
        let words = "Which colour shall we engrave for order \(Self.order)?"
        #expect(try await rules(words, on: ticket, typed: true, world).contains("ORD-04") == isLate)
        // An answer in the buyer's own thread is never too late.
        #expect(try await !rules(words, on: ticket, world).contains("ORD-04"))
    }

    @Test func aBuyerWhoOptedOutGetsOnlyWhatTheOrderNeeds() async throws {
        let world = try await World.make()
        let ticket = try await question(completed: 3, world)
        let words = "You can write a product review for order \(Self.order)."
        #expect(try await !rules(words, on: ticket, typed: true, world).contains("ORD-04"))
        try await world.receive(
            RelayMails().notice(
                "BBC_MESSAGE_OPT_OUT",
                "We could not deliver your message because the buyer has chosen to opt out of "
                    + "receiving unsolicited messages.", at: world.clock.now))
        #expect(try await rules(words, on: ticket, typed: true, world).contains("ORD-04"))
        #expect(
            try await !rules(
                "We cannot deliver order \(Self.order). Is the street right?", on: ticket,
                typed: true, world
            ).contains("ORD-04"))
    }
}
