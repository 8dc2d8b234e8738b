import ChannelAmazon
import CustomDump
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// The client against the pretend platform, over real loopback HTTP.
@Suite struct PretendOrdersTests {
    @Test func orderArrivesAsThePlatformHoldsIt() async throws {
        try await PretendDesk.run { desk in
            let sample = SimulatedOrder.example(1, updatedAt: desk.clock.now - .hours(1))
            desk.place(sample)
            let page = try await desk.page()
            expectNoDifference(page.orders.map(\.order), [sample.order])
            expectNoDifference(page.orders.map(\.contact), [sample.contact])
            #expect(page.orders[0].order.withheld == nil)
            #expect(page.unknownFields.isEmpty)
            #expect(page.nextToken == nil)
            #expect(page.coveredUpTo == desk.clock.now - .minutes(2))
            #expect(page.requestID?.count == 36)
        }
    }

    /// Payment, taxes, promotions and the like come with the blocks that are asked for.
    @Test func everyBlockArrivesAsThePlatformHoldsIt() async throws {
        try await PretendDesk.run { desk in
            var sample = SimulatedOrder.example(1, updatedAt: desk.clock.now - .hours(1))
            let item = try #require(sample.order.items.first)
            let price = OrderFacts.Amount(
                name: "ITEM", money: Money(amount: "10.00", currency: "EUR"))
            var facts = OrderFacts()
            facts.serviceLevel = "EXPEDITED"
            facts.sellerNumber = "N-77"
            facts.associated = [
                OrderFacts.Association(
                    order: "305-0000009-0000009", kind: "EXCHANGE_ORIGINAL_ID")
            ]
            facts.amounts = [price]
            facts.payments = [OrderFacts.Amount(name: "CreditCard", money: price.money)]
            facts.invoiceWish = "BUSINESS"
            facts.invoiceStatus = "PENDING"
            facts.fulfillmentOrders = ["FO-1"]
            var told = OrderFacts.Item(itemID: item.itemID)
            told.condition = "NEW"
            told.serialNumbers = ["S-1"]
            told.isCustomised = true
            told.giftWrap = "Red"
            told.promotions = ["PAWS-10"]
            told.amounts = [price]
            told.points = 12
            told.taxCollector = "MarketplaceFacilitator"
            facts.items = [told]
            sample.order.facts = facts
            desk.place(sample)
            let page = try await desk.page()
            expectNoDifference(page.orders.map(\.order.facts), [facts])
            #expect(page.unknownFields.isEmpty)
        }
    }

    @Test func yenHaveNoDecimals() async throws {
        try await PretendDesk.run { desk in
            let yen = Money(amount: "5980", currency: "JPY")
            desk.place(
                .example(
                    2, updatedAt: desk.clock.now - .hours(1), marketplace: "JP", total: yen))
            let page = try await desk.page()
            #expect(page.orders.first?.order.total == yen)
            #expect(page.orders.first?.order.marketplace == "JP")
        }
    }

    @Test func pagesTogetherHoldEveryOrderOnce() async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 25)
            var found: [OrderID] = []
            var token: String?
            repeat {
                let page = try await desk.page(token: token, size: 10)
                found += page.orders.map(\.order.id)
                token = page.nextToken
            } while token != nil
            #expect(found.count == 25)
            #expect(Set(found).count == 25)
            #expect(desk.platform.log.filter { $0.operation == "searchOrders" }.count == 3)
        }
    }

    @Test func tokenThatEndsMidPageIsRenewedOnce() async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 25)
            let first = try await desk.page(size: 10)
            desk.platform.expireAccessTokens()
            let second = try await desk.page(token: first.nextToken, size: 10)
            #expect(second.orders.count == 10)
            #expect(
                desk.platform.log.map(\.operation)
                    == ["token", "searchOrders", "searchOrders", "token", "searchOrders"])
            #expect(desk.records.all.map(\.status) == [200, 403, 200])
        }
    }

    @Test func tokenIsReusedUntilShortlyBeforeItsEnd() async throws {
        try await PretendDesk.run { desk in
            _ = try await desk.page()
            desk.clock.advance(by: .minutes(57))
            _ = try await desk.page()
            #expect(desk.platform.log.filter { $0.operation == "token" }.count == 1)
            desk.clock.advance(by: .seconds(70))
            _ = try await desk.page()
            #expect(desk.platform.log.filter { $0.operation == "token" }.count == 2)
            #expect(desk.platform.log.allSatisfy { $0.status == 200 })
        }
    }

    @Test func withoutTheRoleThePersonIsWithheldAndSaid() async throws {
        try await PretendDesk.run(roles: [.buyerCommunication]) { desk in
            desk.place(count: 1)
            let order = try #require(try await desk.page().orders.first)
            #expect(order.order.withheld?.map(\.part) == [.buyerEmail, .recipient])
            #expect(order.contact?.buyerEmail == nil)
            #expect(order.contact?.buyerName == "Buyer 0")
        }
    }

    @Test func oneOrderIsReadAtOnce() async throws {
        try await PretendDesk.run { desk in
            let sample = SimulatedOrder.example(7, updatedAt: desk.clock.now)
            desk.place(sample)
            let answer = try await desk.client.getOrder(sample.order.id, for: desk.account)
            guard case .found(let order, let unknown) = answer else {
                Issue.record("The order is in the documented shape.")
                return
            }
            expectNoDifference(order.order, sample.order)
            #expect(unknown.isEmpty)
        }
    }

    @Test func unknownOrderIsNotFound() async throws {
        try await PretendDesk.run { desk in
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.getOrder("305-9999999-9999999", for: desk.account)
            }
            #expect(failure?.errorClass == .notFound)
            #expect(failure?.requestID?.count == 36)
        }
    }

    @Test func burstThenSteadyRateWithoutARefusal() async throws {
        try await PretendDesk.run { desk in
            let start = desk.clock.now
            for _ in 0..<60 { _ = try await desk.page(after: .days(9)) }
            #expect(desk.platform.log.allSatisfy { $0.status == 200 })
            let seconds = Double((desk.clock.now - start).wholeMilliseconds) / 1000
            let permitted = 20 + seconds * 0.0056
            #expect(60 >= permitted * 0.95)
        }
    }

    @Test func restartDoesNotSpendTheBurstTwice() async throws {
        let clock = ManualClock()
        let first = CallLimiter()
        try await PretendDesk.run(limiter: first, clock: clock) { desk in
            for _ in 0..<20 { _ = try await desk.page() }
        }
        let second = CallLimiter()
        second.restore(first.export())
        let wait = second.wait(
            BudgetKey(store: "nova-eu", operation: "searchOrders"), at: clock.now)
        #expect(wait > .seconds(170))
        #expect(wait < .seconds(190))
    }

    @Test func longWaitForTheRateIsHandedBack() async throws {
        let patience = SellingPartnerClient.Patience(rateWait: .seconds(5))
        try await PretendDesk.run(patience: patience) { desk in
            for _ in 0..<20 { _ = try await desk.page() }
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == .throttled)
            #expect((failure?.retryAfterSeconds ?? 0) > 170)
            #expect(desk.platform.log.filter { $0.status == 429 }.isEmpty)
        }
    }

    @Test func actionsOfAnOrder() async throws {
        try await PretendDesk.run { desk in
            let sample = SimulatedOrder.example(3, updatedAt: desk.clock.now)
            desk.place(sample)
            let answer = try await desk.client.messagingActions(
                of: sample.order.id, marketplaceID: "A1PA6795UKMFR9", for: desk.account)
            #expect(
                answer.actions.map(\.name)
                    == ["confirmDeliveryDetails", "sendInvoice", "unexpectedProblem"])
            #expect(answer.actions.map(\.rule.textLimit) == [2000, nil, 2000])
        }
    }

    @Test func actionsNeedTheRole() async throws {
        try await PretendDesk.run(roles: []) { desk in
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.messagingActions(
                    of: "305-0000003-7000000", marketplaceID: "A1PA6795UKMFR9", for: desk.account)
            }
            #expect(failure?.errorClass == .permissionMissing)
        }
    }

    @Test func participations() async throws {
        try await PretendDesk.run { desk in
            let found = try await desk.client.marketplaceParticipations(for: desk.account)
            #expect(found.map(\.countryCode) == ["DE", "FR", "JP"])
            #expect(found.allSatisfy { $0.isParticipating && $0.storeName == "Nova Home" })
        }
    }
}
