import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Values that a template filled in are compared with the desk's own before a letter is queued and
/// again before it leaves (helpdesk section 10.3).
@Suite struct ReplyFactsTests {
    private static let order: OrderID = "305-7683573-2694036"

    private struct Case {
        var world: World
        var ticket: TicketID
        var text: String
    }

    private func deliver(_ world: World, by day: Timestamp, seen: Timestamp) async throws {
        var order = OrderSyncTests.order(Self.order, at: seen)
        order.createdAt = world.clock.now - .days(3)
        order.deliverBy = day
        world.orders.put(order)
        _ = try await world.desk.syncOnce(store: World.europe)
    }

    private func letter() async throws -> Case {
        let world = try await World.make()
        let ticket = try await world.question()
        try await deliver(
            world, by: world.clock.now + .days(2), seen: world.clock.now - .hours(1))
        let filled = try await world.desk.perform(
            RenderTemplate(template: "late.de", ticket: ticket), as: world.ana)
        try #require(filled.missing.isEmpty)
        return Case(world: world, ticket: ticket, text: filled.text)
    }

    private func findings(_ it: Case, as caller: Principal? = nil) async throws -> [Finding] {
        try await it.world.desk.perform(
            LintReply(ticket: it.ticket, text: it.text), as: caller ?? it.world.ana
        ).findings.filter { $0.category == "fact" }
    }

    private func move(_ it: Case) async throws {
        it.world.clock.advance(by: .minutes(10))
        try await deliver(
            it.world, by: it.world.clock.now + .days(5), seen: it.world.clock.now)
    }

    @Test func aDayThatMovedStopsTheLetterAndOffersTheNewOne() async throws {
        let it = try await letter()
        #expect(try await findings(it).isEmpty)
        try await move(it)
        let found = try #require(try await findings(it).first)
        #expect(found.rule == "FCT-01" && found.severity == .block)
        let fresh = try await it.world.desk.perform(
            RenderTemplate(template: "late.de", ticket: it.ticket), as: it.world.ana)
        #expect(fresh.text.contains(try #require(found.suggestion)))
        guard case .blocked = try await it.world.send(it.text, on: it.ticket) else {
            Issue.record("An old day was queued.")
            return
        }
    }

    @Test func whatChangesDuringTheCountdownIsHeldBackForAPerson() async throws {
        let it = try await letter()
        let item = try #require(try await it.world.send(it.text, on: it.ticket).item)
        try await move(it)
        _ = try await it.world.desk.runDue()
        let held = try await it.world.outboxItem(item.id)
        #expect(held.state == .held && held.evidence == "lint: FCT-01")
        #expect(it.world.sender.sent.isEmpty)
        _ = try await it.world.desk.perform(
            ReviewReply(item: item.id, isApproved: true, reason: "told by phone"),
            as: it.world.sue)
        _ = try await it.world.desk.runDue()
        #expect(it.world.sender.sent.count == 1)
        try await it.world.checkRecord()
    }

    /// What nobody has asked the platform for in a quarter of an hour is asked for again.
    @Test func aValueThatIsTooOldIsSaidAndAskedForAgain() async throws {
        let it = try await letter()
        it.world.clock.advance(by: .minutes(15))
        #expect(try await findings(it).isEmpty)
        it.world.clock.advance(by: .seconds(1))
        let found = try #require(try await findings(it).first)
        #expect(found.rule == "FCT-06" && found.severity == .warn)
        #expect(found.arguments?["variable"] == "order.deliver_by")
        guard case .unconfirmed = try await it.world.send(it.text, on: it.ticket) else {
            Issue.record("It was queued without a word.")
            return
        }
        _ = try await it.world.desk.runDue()
        #expect(try await findings(it).isEmpty)
    }

    /// Somebody else's letter knows nothing of it, and a letter that left is forgotten.
    @Test func factsBelongToOneAuthorUntilTheLetterLeft() async throws {
        let it = try await letter()
        try await move(it)
        #expect(try await findings(it, as: it.world.ben).isEmpty)
        let ana = it.world.ana.person
        let kept = try await it.world.database.read {
            try $0.filledFacts(ticket: it.ticket, person: ana)
        }
        #expect(Set(kept.map(\.variable)) == ["order.id", "order.deliver_by"])
        _ = try await it.world.answer("Ihr Paket kommt bald an.", on: it.ticket)
        let left = try await it.world.database.read {
            try $0.filledFacts(ticket: it.ticket, person: ana)
        }
        #expect(left.isEmpty)
    }
}
