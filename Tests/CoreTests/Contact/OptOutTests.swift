import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct OptOutTests {
    private static let words =
        "We could not deliver your message because the buyer has chosen to "
        + "opt out of receiving unsolicited messages."

    private func shown(_ world: World, _ ticket: TicketID) async throws -> TicketDetail {
        try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
    }

    @Test func theBuyerIsWrittenToUnaskedNoMoreButMayBeAnswered() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer(on: ticket)
        world.clock.advance(by: .minutes(5))
        try await world.receive(
            RelayMails().notice("BBC_MESSAGE_OPT_OUT", Self.words, at: world.clock.now))
        #expect(try await world.outboxItem(item.id).state == .bounced)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let obstacle = try #require(try await shown(world, ticket).contactObstacle)
        #expect(obstacle.code == .buyerOptedOut)
        #expect(obstacle.arguments["order"] == "305-7683573-2694036")
        // amazon section 2.10: an answer in the buyer's own thread may go out.
        #expect(try await world.answer("Noch einmal: morgen.", on: ticket).state == .accepted)
        try await world.checkRecord()
    }

    /// Whoever knows an order's number could undo an answer with it.
    @Test func anUnprovenOptOutWaitsForAPerson() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let item = try await world.answer(on: ticket)
        world.clock.advance(by: .minutes(5))
        try await world.receive(
            RelayMails().notice(
                "BBC_MESSAGE_OPT_OUT", Self.words, at: world.clock.now,
                results: "mx.desk.example; spf=softfail; dkim=none; dmarc=none"))
        #expect(try await world.outboxItem(item.id).state == .accepted)
        #expect(try await shown(world, ticket).contactObstacle == nil)
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(held.map(\.reasons) == [["unproven-notice"]])
        _ = try await world.desk.perform(
            ReleaseQuarantine(mail: try #require(held.first).id, reason: "seen at Amazon's"),
            as: world.sue)
        #expect(try await world.outboxItem(item.id).state == .bounced)
        #expect(try await shown(world, ticket).contactObstacle?.code == .buyerOptedOut)
        try await world.checkRecord()
    }

    /// The notice names no order of ours in its type, only the alias in its text.
    @Test func theAliasNamesTheBuyer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        var mails = RelayMails()
        mails.order = nil
        try await world.receive(
            mails.notice(
                "BBC_MESSAGE_OPT_OUT", "\(Self.words) To: \(RelayMails().address)",
                at: world.clock.now))
        #expect(try await shown(world, ticket).contactObstacle?.code == .buyerOptedOut)
        #expect(try await world.messages(ticket).last?.kind == .platformNotice)
    }

    @Test func theCaseOfTheThreadNamesTheBuyer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        var mails = RelayMails()
        mails.order = nil
        let link =
            "https://sellercentral.amazon.de/messaging/inbox?fi=caseId&ss=\(mails.caseID)&cc=\(mails.caseID)"
        try await world.receive(
            mails.notice("BBC_MESSAGE_OPT_OUT", Self.words, at: world.clock.now, links: [link]))
        #expect(try await shown(world, ticket).contactObstacle?.code == .buyerOptedOut)
    }

    @Test func anotherBuyerIsNotMeant() async throws {
        let world = try await World.make()
        _ = try await world.question()
        let other = try await world.question(
            from: RelayMails(
                alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
                order: "305-1111111-2222222"))
        try await world.receive(
            RelayMails().notice("BBC_MESSAGE_OPT_OUT", Self.words, at: world.clock.now))
        #expect(try await shown(world, other).contactObstacle == nil)
    }

    @Test func aRestrictedStoreIsAnAlarmUntilItEnds() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        var mails = RelayMails()
        mails.order = nil
        let time = world.clock.now
        try await world.receive(
            mails.notice(
                "SELLER_MESSAGING_SUSPENDED", "You cannot send proactive messages.", at: time))
        let list = try await world.desk.perform(ListTickets(queue: .cases), as: world.ana)
        #expect(list.rows.map { $0.nextCase?.kind } == ["seller-restricted"])
        #expect(list.rows.first?.nextCase?.isProminent == true)
        #expect(list.counts.restricted == 1)
        let mine = try await world.desk.perform(ListTickets(queue: .all), as: world.mia)
        #expect(mine.counts.restricted == 0)
        let obstacle = try #require(try await shown(world, ticket).contactObstacle)
        #expect(obstacle.code == .storeRestricted)
        #expect(obstacle.arguments["until"] == (time.wholeSeconds + .hours(120)).iso8601)
        try await world.pass(.hours(121))
        #expect(try await shown(world, ticket).contactObstacle == nil)
        try await world.checkRecord()
    }

    /// The newest ticket of the order knows no buyer; the one before it does.
    @Test func aTicketWithoutABuyerHidesNoOptOut() async throws {
        let world = try await World.make()
        let order: OrderID = "305-7683573-2694036"
        world.orders.put(OrderSyncTests.order(order, at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        _ = try await world.question()
        var mails = RelayMails()
        mails.order = nil
        try await world.receive(
            mails.notice(
                "BBC_MESSAGE_OPT_OUT", "\(Self.words) To: \(RelayMails().address)",
                at: world.clock.now))
        _ = try await world.database.write(as: .service("test"), at: world.clock.now) {
            transaction in
            try transaction.record(
                .ticketOpened(
                    TicketOpening(
                        id: try transaction.nextTicketID(), store: World.europe,
                        marketplace: "DE", buyer: nil, order: order, language: "de",
                        category: .other,
                        openedAt: world.clock.now)))
        }
        let message = SendOrderMessage(order: order, action: "confirmOrderDetails", text: "Late.")
        #expect(
            await code { _ = try await world.desk.perform(message, as: world.ana) }
                == .buyerOptedOut)
    }

    /// Typed messages and review requests are unasked; a shipment is no message.
    @Test func nothingUnaskedIsSentForTheOrder() async throws {
        let world = try await World.make()
        let order: OrderID = "305-7683573-2694036"
        world.orders.put(OrderSyncTests.order(order, at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        _ = try await world.question()
        try await world.receive(
            RelayMails().notice("BBC_MESSAGE_OPT_OUT", Self.words, at: world.clock.now))
        let message = SendOrderMessage(order: order, action: "confirmOrderDetails", text: "Late.")
        // A problem with the order is critical: the opt-out does not cover it.
        let critical = SendOrderMessage(order: order, action: "unexpectedProblem", text: "Late.")
        #expect(
            await code { _ = try await world.desk.perform(critical, as: world.ana) }
                == .dispatchNoPlatform)
        #expect(
            await code { _ = try await world.desk.perform(message, as: world.ana) }
                == .buyerOptedOut)
        let review = RequestReview(order: order, store: World.europe)
        #expect(
            await code { _ = try await world.desk.perform(review, as: world.ana) }
                == .buyerOptedOut)
        let shipment = ConfirmShipment(order: order, carrierCode: "DHL", trackingNumber: "T")
        #expect(
            await code { _ = try await world.desk.perform(shipment, as: world.sue) }
                == .dispatchNoPlatform)
        #expect(
            await code { _ = try await world.desk.perform(message, as: world.mia) }
                == .orderNotFound)
    }
}
