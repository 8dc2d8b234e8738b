import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// What goes wrong on the platform's side, over real loopback HTTP.
@Suite struct PretendFaultTests {
    @Test(arguments: [
        PretendFault.status(429), .status(500), .status(503), .page(status: 503),
        .page(status: 200), .truncatedJSON, .brokenConnection, .expiredToken, .status(401),
        .connectionReset(isHandled: false), .connectionReset(isHandled: true),
    ])
    func oneFaultIsSurvived(fault: PretendFault) async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 3)
            desk.platform.schedule(ScheduledFault(fault, on: "searchOrders"))
            let page = try await desk.page()
            #expect(page.orders.count == 3)
            #expect(desk.records.all.count == 2)
        }
    }

    @Test(arguments: [
        (PretendFault.status(500), SyncErrorClass.platformOutage),
        (.status(503), .platformOutage),
        (.status(429), .throttled),
        (.page(status: 200), .platformOutage),
        (.page(status: 503), .platformOutage),
        (.truncatedJSON, .platformOutage),
        (.brokenConnection, .network),
        (.connectionReset(isHandled: true), .network),
        (.expiredToken, .authorisationExpired),
    ])
    func lastingFaultHasItsClass(fault: PretendFault, expected: SyncErrorClass) async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 3)
            desk.platform.schedule(ScheduledFault(fault, on: "searchOrders", times: 50))
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == expected)
            #expect(desk.records.all.count <= 4)
        }
    }

    @Test(arguments: [
        PretendFault.slowBody(.milliseconds(5)), .trickledBody(pause: .milliseconds(1)),
        .skewedDate(.hours(-2)),
    ])
    func oddDeliveryIsNoFailure(fault: PretendFault) async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 3)
            desk.platform.schedule(ScheduledFault(fault, on: "searchOrders"))
            let page = try await desk.page()
            #expect(page.orders.count == 3)
            #expect(desk.records.all.count == 1)
        }
    }

    @Test func resetBeforeTheCallLeavesItUndoneAndOneAfterwardsDoesNot() async throws {
        for isHandled in [false, true] {
            try await PretendDesk.run(patience: .init(attempts: 1)) { desk in
                desk.place(count: 3)
                desk.platform.schedule(
                    ScheduledFault(.connectionReset(isHandled: isHandled), on: "searchOrders"))
                let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
                #expect(failure?.errorClass == .network)
                let entry = desk.platform.log.last { $0.operation == "searchOrders" }
                #expect(entry?.sellerID == (isHandled ? PretendDesk.sellerID : nil))
            }
        }
    }

    @Test func skewedDateIsOnTheLine() async throws {
        try await PretendDesk.run { desk in
            desk.platform.schedule(ScheduledFault(.skewedDate(.hours(-2)), on: "token"))
            let answer = try await desk.network.exchange(
                OutgoingCall(
                    method: "POST", url: desk.account.endpoint.description + "/auth/o2/token",
                    headers: [("user-agent", "test")], body: Array("grant_type=other".utf8)))
            // 2027-01-15T08:00:00Z less two hours.
            #expect(answer.header("date") == "Fri, 15 Jan 2027 06:00:00 GMT")
            #expect(answer.header("x-pretend-date") == nil)
        }
    }

    /// A desk on virtual time must not learn the machine's time from the pretend platform.
    @Test func answersBearThePlatformsOwnTime() async throws {
        try await PretendDesk.run { desk in
            _ = try await desk.page()
            #expect(desk.client.clocks.offset(of: "nova-eu") == .zero)
        }
    }

    @Test func lostPageTokenIsRefusedAndTheWindowReadAgain() async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 5)
            let first = try await desk.page(size: 2)
            let token = try #require(first.nextToken)
            desk.platform.schedule(ScheduledFault(.expiredPageTokens, on: "searchOrders"))
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.page(token: token, size: 2)
            }
            #expect(failure?.errorClass == .badRequest)
            #expect(try await desk.page(size: 5).orders.count == 5)
        }
    }

    @Test func slowBodyEndsAtTheTimeout() async throws {
        let patience = SellingPartnerClient.Patience(timeout: .milliseconds(200), attempts: 1)
        try await PretendDesk.run(patience: patience) { desk in
            desk.platform.schedule(ScheduledFault(.slowBody(.seconds(30)), on: "searchOrders"))
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == .network)
            #expect(failure?.message == "no answer in time")
        }
    }

    @Test func renamedFieldQuarantinesItsRecordOnly() async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 3)
            desk.platform.schedule(
                ScheduledFault(.renamedField("createdTime", to: "creationTime")))
            desk.platform.schedule(
                ScheduledFault(.renamedField("createdTime", to: "creationTime")))
            let page = try await desk.page()
            #expect(page.orders.count == 2)
            let record = try #require(page.quarantined.first)
            #expect(record.recordID == "305-0000000-7000000")
            #expect(record.problem == "order.createdTime: missing")
            let raw = String(decoding: record.raw, as: UTF8.self)
            #expect(raw.hasPrefix("{\"orderId\":\"305-0000000-7000000\""))
            #expect(raw.hasSuffix("}"))
        }
    }

    @Test(arguments: ["orders", "order"])
    func retypedEnvelopeIsDrift(field: String) async throws {
        try await PretendDesk.run { desk in
            desk.place(count: 1)
            desk.platform.schedule(ScheduledFault(.retypedField("orders"), on: "searchOrders"))
            desk.platform.schedule(
                ScheduledFault(.renamedField("order", to: "the_order"), on: "getOrder"))
            let failure = await #expect(throws: SyncFailure.self) {
                if field == "orders" {
                    _ = try await desk.page()
                } else {
                    _ = try await desk.client.getOrder("305-0000000-7000000", for: desk.account)
                }
            }
            #expect(failure?.errorClass == .schemaDrift)
        }
    }

    @Test func revokedForeignAndRejectedAreToldApart() async throws {
        try await PretendDesk.run { desk in
            desk.platform.revoke(refreshToken: PretendDesk.refreshToken)
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == .authorisationExpired)
            #expect(failure?.message.contains("invalid_grant") == true)
        }
        try await PretendDesk.run { desk in
            desk.platform.disown(refreshToken: PretendDesk.refreshToken)
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == .authorisationExpired)
            #expect(failure?.message.contains("unauthorized_client") == true)
        }
        try await PretendDesk.run(clientSecret: "wrong") { desk in
            let failure = await #expect(throws: SyncFailure.self) { try await desk.page() }
            #expect(failure?.errorClass == .clientRejected)
        }
    }

    @Test func platformRefusesWhatTheModelForbids() async throws {
        try await PretendDesk.run { desk in
            var search = desk.search()
            search.pageToken = "never-given"
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.searchOrders(search, for: desk.account)
            }
            #expect(failure?.errorClass == .badRequest)
            #expect(failure?.message == "400 InvalidInput: Invalid Input: paginationToken")
        }
    }

    /// A day of looks with every tenth call going wrong leaves nothing out.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func dayOfFaultsLosesNothing(seed: UInt64) async throws {
        try await PretendDesk.run(faultShare: 0.1, seed: seed) { desk in
            desk.place(count: 230)
            let plan = OrderSyncPlan(backfillDays: 30, interval: .minutes(10), pageSize: 50)
            var cursor = OrderSyncCursor()
            var found: [OrderID: Order] = [:]
            let end = desk.clock.now + .hours(12)
            while desk.clock.now < end {
                switch plan.next(cursor, now: desk.clock.now) {
                case .idle(let until):
                    desk.clock.advance(by: until - desk.clock.now)
                case .search(let step):
                    do {
                        let page = try await desk.client.searchOrders(
                            step.search, for: desk.account)
                        for order in page.orders { found[order.order.id] = order.order }
                        cursor = plan.advanced(
                            cursor, past: step, nextToken: page.nextToken,
                            coveredUpTo: page.coveredUpTo, now: desk.clock.now)
                        touch(found.count % 230, desk)
                    } catch {
                        desk.clock.advance(by: .seconds(30))
                    }
                }
            }
            try await settle(plan, &cursor, &found, desk)
            #expect(desk.platform.log.contains { $0.status != 200 })
            #expect(
                found
                    == Dictionary(
                        uniqueKeysWithValues: desk.platform.orders(of: PretendDesk.sellerID)
                            .map { ($0.order.id, $0.order) }))
        }
    }

    private func touch(_ number: Int, _ desk: PretendDesk) {
        let digits = String(String(10_000_000 + number).dropFirst())
        let now = desk.clock.now
        desk.platform.change(OrderID("305-\(digits)-7000000"), of: PretendDesk.sellerID) {
            $0.order.updatedAt = now
            $0.order.status = .cancelled
            $0.order.platformStatus = "CANCELLED"
        }
    }

    private func settle(
        _ plan: OrderSyncPlan, _ cursor: inout OrderSyncCursor, _ found: inout [OrderID: Order],
        _ desk: PretendDesk
    ) async throws {
        let quiet = desk.clock.now + .hours(1)
        while desk.clock.now < quiet {
            switch plan.next(cursor, now: desk.clock.now) {
            case .idle(let until):
                desk.clock.advance(by: until - desk.clock.now)
            case .search(let step):
                guard let page = try? await desk.client.searchOrders(step.search, for: desk.account)
                else {
                    desk.clock.advance(by: .seconds(30))
                    continue
                }
                for order in page.orders { found[order.order.id] = order.order }
                cursor = plan.advanced(
                    cursor, past: step, nextToken: page.nextToken, coveredUpTo: page.coveredUpTo,
                    now: desk.clock.now)
            }
        }
    }
}
