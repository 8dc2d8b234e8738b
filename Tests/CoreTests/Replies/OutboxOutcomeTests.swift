import Core
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct OutboxOutcomeTests {
    static let refused = SendResult.rejectedPermanent(ServerReply(code: 550, text: "no such user"))
    static let busy = SendResult.rejectedTransient(ServerReply(code: 451, text: "try later"))

    @Test func aRefusalForGoodFails() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(Self.refused)
        let item = try await world.answer(on: ticket)
        #expect(item.state == .failed)
        #expect(item.evidence == "550 no such user")
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let row = try await world.database.read { try $0.ticketRow(ticket) }
        #expect(row?.hasDeliveryProblem == true)
        try await world.pass(.hours(2))
        #expect(world.sender.sent.count == 1)
        try await world.checkRecord()
    }

    @Test func aRefusalForNowIsTriedAgain() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(Self.busy, .notSent(.connection("refused")))
        let item = try await world.answer(on: ticket)
        #expect(item.state == .queued)
        #expect(item.releaseAt > world.clock.now)
        try await world.pass(.minutes(3))
        let sent = try await world.outboxItem(item.id)
        #expect(sent.state == .accepted)
        #expect(sent.attempts == 3)
        #expect(try await world.messages(ticket).count == 2)
        try await world.checkRecord()
    }

    @Test func triesEndWhileSomebodyCanStillAct() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now - .hours(22))
        world.sender.script(
            Self.busy, Self.busy, Self.busy, Self.busy, Self.busy, Self.busy, Self.busy,
            Self.busy, Self.busy, Self.busy, Self.busy, Self.busy, Self.busy, Self.busy,
            Self.busy, Self.busy, Self.busy, Self.busy, Self.busy, Self.busy)
        let item = try await world.answer(on: ticket)
        try await world.pass(.hours(2))
        #expect(try await world.outboxItem(item.id).state == .failed)
        #expect(world.sender.sent.count < 20)
        #expect(world.sender.sent.count > 5)
    }

    @Test func theMoveToSendingIsOnTheDiskBeforeTheTransportIsCalled() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try #require(try await world.send(on: ticket).item)
        let database = world.database
        world.sender.during {
            let state = try? await database.read { try $0.outboxItem(item.id)?.state }
            #expect(state == .sending)
        }
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        #expect(world.sender.sent.count == 1)
    }

    @Test func aLostAnswerIsUnknownAndNeverRepeated() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(.unknown(.finalDot))
        let item = try await world.answer(on: ticket)
        #expect(item.state == .unknown)
        try await world.pass(.days(2))
        #expect(world.sender.sent.count == 1)
        let list = try await world.desk.perform(ListOutbox(), as: world.ana)
        #expect(list.items.map(\.item.state) == [.unknown])
    }

    @Test func aCrashWhileSendingLeavesUnknown() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try #require(try await world.send(on: ticket).item)
        try await world.database.write(as: .service("outbox"), at: world.clock.now) {
            _ = try $0.record(
                .outboxMoved(
                    OutboxMove(item: item.id, from: .queued, to: .sending, at: $0.now)))
        }
        let again = try await World.make(database: world.database, at: world.clock.now)
        let left = try await again.outboxItem(item.id)
        #expect(left.state == .unknown)
        #expect(left.evidence == "core-stopped-while-sending")
        try await again.pass(.hours(1))
        #expect(again.sender.sent.isEmpty)
        try await again.checkRecord()
    }

    @Test func aPersonSaysThatItArrived() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(.unknown(.finalDot))
        let item = try await world.answer(on: ticket)
        let sentAt = world.clock.now
        world.clock.advance(by: .hours(3))
        let view = try await world.desk.perform(
            SettleReply(item: item.id, hasArrived: true, reason: "Seen in Seller Central."),
            as: world.ana)
        #expect(view.item.state == .confirmed)
        let debts = try await world.debts(ticket)
        #expect(debts.map(\.state) == [.answered])
        #expect(debts.first?.dischargedAt == sentAt)
        #expect(try await world.messages(ticket).count == 2)
        try await world.checkRecord()
    }

    @Test func aPersonSaysThatItDidNot() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(.unknown(.finalDot))
        let item = try await world.answer(on: ticket)
        let settle = SettleReply(item: item.id, hasArrived: false, reason: "Not there.")
        let view = try await world.desk.perform(settle, as: world.ben)
        #expect(view.item.id != item.id)
        #expect(view.item.state == .queued)
        #expect(try await world.outboxItem(item.id).state == .withdrawn)
        #expect(
            await code { _ = try await world.desk.perform(settle, as: world.ben) } == .outboxTooLate
        )
        try await world.pass(.minutes(1))
        #expect(world.sender.sent.count == 2)
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending])
        try await world.checkRecord()
    }

    @Test func sendingAgainPassesTheGateAnew() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.sender.script(Self.refused)
        let item = try await world.answer(on: ticket)
        world.rules.add("morgen", .block)
        let settle = SettleReply(item: item.id, hasArrived: false, reason: "Again.")
        #expect(
            await code { _ = try await world.desk.perform(settle, as: world.ana) } == .lintBlocked)
    }

    @Test("A bounce makes the debt owed again, with its old deadline (V9)")
    func bounce() async throws {
        let world = try await World.make()
        let asked = world.clock.now - .hours(1)
        let ticket = try await world.question(at: asked)
        let item = try await world.answer(on: ticket, then: .resolved)
        try await world.pass(.hours(1))
        #expect(try await world.debts(ticket).map(\.state) == [.answered])
        #expect(try await world.ticket(ticket).state == .resolved)
        let id = try #require(await internetID(of: item, world))
        try await world.receive(RelayMails().bounce(of: id, at: world.clock.now))
        let debts = try await world.debts(ticket)
        #expect(debts.map(\.state) == [.owed])
        #expect(debts.first?.platformDue == asked + .hours(24))
        #expect(try await world.outboxItem(item.id).state == .bounced)
        #expect(try await world.ticket(ticket).state == .open)
        #expect(try await world.messages(ticket).map(\.kind) == [.buyer, .agentReply, .bounce])
        try await world.checkRecord()
    }

    @Test("A bounce after the deadline: the breach stands at the old instant (V10)")
    func lateBounce() async throws {
        let world = try await World.make()
        let asked = world.clock.now
        let ticket = try await world.question(at: asked)
        world.clock.advance(to: asked + .minutes(23 * 60 + 40))
        let item = try await world.answer(on: ticket)
        world.clock.advance(to: asked + .hours(25))
        let id = try #require(await internetID(of: item, world))
        try await world.receive(RelayMails().bounce(of: id, at: world.clock.now))
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.state == .owed)
        #expect(debt.platformDue == asked + .hours(24))
        #expect(debt.isLate(at: world.clock.now))
    }

    @Test func aDelayReportIsOnlyNoted() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer(on: ticket)
        let id = try #require(await internetID(of: item, world))
        try await world.receive(
            RelayMails().bounce(of: id, at: world.clock.now, action: "delayed"))
        #expect(try await world.outboxItem(item.id).state == .accepted)
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending])
        #expect(try await world.messages(ticket).last?.kind == .bounce)
    }

    @Test func anUnmatchedBounceMakesNoTicket() async throws {
        let world = try await World.make()
        try await world.receive(
            RelayMails().bounce(of: "nobody@desk.example", at: world.clock.now))
        #expect(try await world.tickets().isEmpty)
        let mails = try await world.database.read { try $0.rawMails(outcome: .bounce, limit: 2) }
        #expect(mails.map(\.reason) == ["unmatched"])
    }

    private func internetID(of item: OutboxItem, _ world: World) async throws -> String? {
        try await world.database.read { try $0.outboxContent(item.id)?.internetMessageID }
    }
}
