import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct DebtFoldTests {
    let desk: Desk
    let ticket: TicketID

    init() throws {
        desk = try Desk()
        ticket = try desk.ticket()
    }

    private func stored() throws -> Ticket {
        try #require(try desk.read { try $0.ticket(ticket) })
    }

    private func move(_ debt: DebtID, _ from: DebtState, _ to: DebtState, _ proof: DebtProof)
        throws
    {
        try desk.record(
            .debtMoved(DebtMove(debt: debt, from: from, to: to, at: desk.now, proof: proof)))
    }

    @Test func theEarliestOwedDebtGivesTheDueTime() throws {
        let first = try desk.buyerMessage(ticket, due: .hours(24))
        let second = try desk.buyerMessage(ticket, due: .hours(12))
        #expect(try stored().nextDue == desk.now + .hours(12))
        #expect(try stored().owedDebts == 2)
        try move(second.debt, .owed, .answered, .externalReply(second.message))
        #expect(try stored().nextDue == desk.now + .hours(24))
        try move(first.debt, .owed, .void, .person(Desk.ann, reason: "no buyer"))
        #expect(try stored().nextDue == nil)
        #expect(try stored().owedDebts == 0)
    }

    @Test func aBounceTakesDischargeAndReplyBack() throws {
        let (_, debt) = try desk.buyerMessage(ticket)
        let item = try desk.reply(ticket)
        try move(debt, .owed, .answerPending, .accepted(item))
        let accepted = desk.now
        desk.now = desk.now + .minutes(31)
        try move(debt, .answerPending, .answered, .bounceWindowPassed(item))
        let answered = try #require(try desk.read { try $0.debt(debt) })
        #expect(answered.dischargedAt == accepted)
        #expect(answered.outbox == item)
        try move(debt, .answered, .owed, .bounced(item))
        let owed = try #require(try desk.read { try $0.debt(debt) })
        #expect(owed.dischargedAt == nil)
        #expect(owed.outbox == nil)
        #expect(try stored().owedDebts == 1)
    }

    @Test func aMoveFromAnotherStateIsRefused() throws {
        let (_, debt) = try desk.buyerMessage(ticket)
        #expect(throws: DeskError.self) {
            try move(debt, .answerPending, .answered, .excuseExpired)
        }
    }

    @Test(arguments: [TicketState.resolved, .closed])
    func aTicketThatOwesCannotRest(_ rest: TicketState) throws {
        try desk.buyerMessage(ticket)
        #expect(throws: DeskError(.ticketDebtOwed, ["ticket": "1", "debts": "1"])) {
            try desk.state(ticket, .new, rest)
        }
        #expect(try stored().state == .new)
    }

    @Test func anExcuseThatWaitsKeepsATicketFromResting() throws {
        let (_, debt) = try desk.buyerMessage(ticket)
        try move(debt, .owed, .excusePending, .person(Desk.ann, reason: "thanks"))
        #expect(throws: DeskError.self) { try desk.state(ticket, .new, .resolved) }
        try move(debt, .excusePending, .excused, .person(Desk.ann, reason: "marked"))
        try desk.state(ticket, .new, .resolved)
        #expect(try stored().resolvedAt == desk.now)
    }

    @Test func theOrderOfEventsWithinATransactionIsFree() throws {
        try desk.state(ticket, .new, .resolved)
        try desk.write { transaction in
            let message = try transaction.nextMessageID()
            try transaction.record(
                .messageAdded(
                    Message(
                        id: message, ticket: ticket, direction: .inbound, kind: .buyer,
                        platformTime: desk.now, storedAt: desk.now)))
            try transaction.record(
                .debtCreated(
                    Debt(
                        id: try transaction.nextDebtID(), message: message, ticket: ticket,
                        store: Desk.us, start: desk.now, platformDue: desk.now)))
            try transaction.record(
                .ticketStateChanged(
                    TicketStateChange(
                        ticket: ticket, from: .resolved, to: .open, startsCycle: true)))
        }
        #expect(try stored().cycle == 2)
        #expect(try stored().resolvedAt == nil)
    }

    @Test func aNewestCourtesyIsShown() throws {
        try desk.buyerMessage(ticket)
        #expect(try desk.read { try $0.ticketRow(ticket) }?.isCourtesy == false)
        desk.now = desk.now + .seconds(1)
        try desk.buyerMessage(ticket, "Thanks!", kind: .courtesy)
        #expect(try desk.read { try $0.ticketRow(ticket) }?.isCourtesy == true)
    }

    @Test(arguments: [
        (OutboxState.unknown, true), (.failed, true), (.bounced, true), (.accepted, false),
        (.queued, false), (.withdrawn, false),
    ])
    func aReplyThatNeedsALookMarksItsTicket(_ state: OutboxState, _ hasProblem: Bool) throws {
        try desk.reply(ticket, state: state)
        #expect(try desk.read { try $0.ticketRow(ticket) }?.hasDeliveryProblem == hasProblem)
        try desk.reply(ticket, state: .accepted)
        let stillHas = try desk.read { try $0.ticketRow(ticket) }?.hasDeliveryProblem
        #expect(stillHas == (state == .unknown))
    }

    @Test func anOlderCopyOfAnOrderChangesNothingButTheRefresh() throws {
        var order = Order(
            id: "1", store: Desk.us, channel: "amazon", marketplace: nil, status: .shipped,
            platformStatus: "SHIPPED", createdAt: desk.now, updatedAt: desk.now,
            isFulfilledByPlatform: false)
        try desk.record(.orderSaved(order))
        order.status = .pending
        order.updatedAt = desk.now - .seconds(1)
        desk.now = desk.now + .minutes(1)
        try desk.record(.orderSaved(order))
        let stored = try #require(try desk.read { try $0.order("1", store: nil) })
        #expect(stored.order.status == .shipped)
        #expect(stored.refreshedAt == desk.now)
    }
}
