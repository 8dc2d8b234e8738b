import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct LintGateTests {
    static let blocked = "Schreiben Sie an kai@example.com bitte."

    @Test func anAddressBlocks() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        guard case .blocked(let findings) = try await world.send(Self.blocked, on: ticket) else {
            Issue.record("An address passed.")
            return
        }
        #expect(findings.contains { $0.category == "contact-email" })
        try await world.pass(.minutes(1))
        #expect(world.sender.sent.isEmpty)
    }

    private func held(_ world: World, _ ticket: TicketID) async throws -> OutboxItem {
        let call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: Self.blocked,
            reviewReason: "The buyer asked for it.")
        guard case .held(let view) = try await world.desk.perform(call, as: world.ana) else {
            throw DeskError(.internalError, detail: "not held")
        }
        return view.item
    }

    @Test func aSupervisorReleasesWhatIsBlocked() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await held(world, ticket)
        try await world.pass(.minutes(5))
        #expect(world.sender.sent.isEmpty)
        let review = ReviewReply(item: item.id, isApproved: true, reason: "Agreed.")
        #expect(
            await code { _ = try await world.desk.perform(review, as: world.ben) } == .notAllowed)
        _ = try await world.desk.perform(review, as: world.sue)
        _ = try await world.desk.runDue()
        #expect(world.sender.sent.count == 1)
        let sent = try await world.outboxItem(item.id)
        #expect(sent.override?.requestedBy == world.ana.person)
        #expect(sent.override?.approvedBy == world.sue.person)
        try await world.checkRecord()
    }

    @Test func whoReleasesAReplySeesWhatKeepsItBack() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await held(world, ticket)
        let list = try await world.desk.perform(ListOutbox(), as: world.sue).items
        let finding = try #require(list.first { $0.id == item.id }?.findings.first)
        #expect(finding.category == "contact-email")
        #expect(Self.blocked.utf8.count > finding.end && !finding.text.isEmpty)
        #expect(list.first?.releasedBy == nil)
        // One that nothing stops has none.
        _ = try await world.desk.perform(
            ReviewReply(item: item.id, isApproved: true, reason: "ok once"), as: world.sue)
        let queued = try await world.desk.perform(ListOutbox(), as: world.sue).items
        #expect(queued.first?.findings.isEmpty == true && queued.first?.releasedBy == "Sue")
    }

    @Test func aReleasedReplySaysWhoReleasedItAndWhy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await held(world, ticket)
        _ = try await world.desk.perform(
            ReviewReply(item: item.id, isApproved: true, reason: "ok once"), as: world.sue)
        _ = try await world.desk.runDue()
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        let reply = try #require(detail.messages.last { $0.outbox?.id == item.id })
        #expect(reply.releasedBy == "Sue")
        var document = TicketDocument(row: detail.row, messages: detail.messages)
        let released = try #require(document.messages?.compactMap(\.released).first)
        #expect(released.by == "Sue" && released.reason == "ok once")
        #expect(released.asked == "The buyer asked for it.")
        #expect(released.rules == item.override?.rules && !released.rules.isEmpty)
        #expect(try JSONText.line(document).contains("\"released\":{"))
        document.leaveOutDetection()
        #expect(try !JSONText.line(document).contains("released"))
    }

    @Test func nobodyReleasesTheirOwn() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: Self.blocked,
            reviewReason: "I want to.")
        let item = try #require(try await world.desk.perform(call, as: world.sue).item)
        let review = ReviewReply(item: item.id, isApproved: true, reason: "Yes.")
        #expect(
            await code { _ = try await world.desk.perform(review, as: world.sue) } == .sameApprover)
        _ = try await world.desk.perform(review, as: world.ops)
    }

    @Test func aRefusedReplyIsADraftAgain() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await held(world, ticket)
        let review = ReviewReply(item: item.id, isApproved: false, reason: "No addresses.")
        let view = try await world.desk.perform(review, as: world.sue)
        #expect(view.item.state == .withdrawn)
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(detail.draft?.text == Self.blocked)
    }

    @Test func warningsAreConfirmedOneByOne() async throws {
        let world = try await World.make()
        world.rules.add("morgen", .warn)
        let ticket = try await world.question()
        guard case .unconfirmed(let findings) = try await world.send(on: ticket) else {
            Issue.record("A warning passed.")
            return
        }
        var call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem,
            text: "Ihr Paket kommt morgen an.")
        call.confirmedRules = findings.map(\.rule)
        #expect(try await world.desk.perform(call, as: world.ana).item?.state == .queued)
    }

    @Test func aRuleThatChangedMeanwhileHoldsTheReply() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try #require(try await world.send(on: ticket).item)
        world.rules.add("morgen", .block)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        let stopped = try await world.outboxItem(item.id)
        #expect(stopped.state == .held)
        #expect(stopped.evidence == "lint: T-morgen")
        #expect(world.sender.sent.isEmpty)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let review = ReviewReply(item: item.id, isApproved: true, reason: "Fine here.")
        _ = try await world.desk.perform(review, as: world.sue)
        _ = try await world.desk.runDue()
        #expect(world.sender.sent.count == 1)
        try await world.checkRecord()
    }
}
