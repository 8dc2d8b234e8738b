import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// Everything that is sent, over real loopback HTTP to the pretend platform.
@Suite struct SendingOverHTTPTests {
    private static let market = "A1PA6795UKMFR9"
    private static let pdf = UploadFile(
        mediaType: "application/pdf", bytes: Array("%PDF-1.7 invoice".utf8))

    private func run(
        roles: Set<PretendRole> = Set(PretendRole.allCases), actions: [String]? = nil,
        _ change: (inout SimulatedOrder) -> Void = { _ in },
        _ body: (PretendDesk, OrderID) async throws -> Void
    ) async throws {
        try await PretendDesk.run(roles: roles) { desk in
            var order = SimulatedOrder.example(1, updatedAt: desk.clock.now - .hours(1))
            order.messagingActions = actions
            change(&order)
            desk.place(order)
            try await body(desk, order.order.id)
        }
    }

    private func posts(_ operation: String, _ desk: PretendDesk) -> Int {
        desk.platform.log.filter { $0.operation == operation }.count
    }

    private func send(_ message: TypedMessage, _ order: OrderID, _ desk: PretendDesk) async
        -> SendOutcome
    {
        await desk.client.send(
            message, about: order, marketplaceID: Self.market, for: desk.account)
    }

    @Test(arguments: [
        "confirmDeliveryDetails", "confirmOrderDetails", "confirmServiceDetails",
        "unexpectedProblem", "digitalAccessKey", "confirmCustomizationDetails",
    ])
    func textArrives(action: String) async throws {
        try await run(actions: [action]) { desk, order in
            let offered = try await desk.client.messagingActions(
                of: order, marketplaceID: Self.market, for: desk.account)
            #expect(offered.actions.map(\.name) == [action])
            let outcome = await send(
                TypedMessage(action: action, text: "Guten Tag 灯"), order, desk)
            guard case .done = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(desk.platform.messages.map(\.text) == ["Guten Tag 灯"])
        }
    }

    @Test(arguments: ["sendInvoice", "warranty", "legalDisclosure"])
    func papersArriveByteForByte(action: String) async throws {
        try await run(actions: [action]) { desk, order in
            let id = try await desk.client.upload(
                Self.pdf, for: action, about: order, marketplaceID: Self.market,
                account: desk.account)
            let coverage = CoveragePeriod(start: desk.clock.now, end: desk.clock.now + .days(365))
            let outcome = await send(
                TypedMessage(
                    action: action,
                    files: [.init(uploadDestinationId: id, fileName: "Rechnung 1.pdf")],
                    coverage: action == "warranty" ? coverage : nil), order, desk)
            guard case .done = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let file = try #require(desk.platform.messages.first?.files.first)
            #expect(file.bytes == Self.pdf.bytes)
            #expect(file.name == "Rechnung 1.pdf")
            #expect(file.mediaType == "application/pdf")
        }
    }

    @Test(arguments: [
        PretendFault.brokenConnection, .statusAfterwards(500), .statusAfterwards(503),
    ])
    func answerLostOnTheWayBackIsUnknownAndSentOnce(fault: PretendFault) async throws {
        try await run(actions: ["unexpectedProblem"]) { desk, order in
            desk.platform.schedule(ScheduledFault(fault, on: "createUnexpectedProblem"))
            let outcome = await send(
                TypedMessage(action: "unexpectedProblem", text: "A delay."), order, desk)
            guard case .unknown = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(posts("createUnexpectedProblem", desk) == 1)
            #expect(desk.platform.messages.count == 1)
        }
    }

    @Test func throttledMessageArrivesOnceLater() async throws {
        try await run(actions: ["unexpectedProblem"]) { desk, order in
            desk.platform.schedule(
                ScheduledFault(.status(429), on: "createUnexpectedProblem", times: 2))
            let outcome = await send(
                TypedMessage(action: "unexpectedProblem", text: "A delay."), order, desk)
            guard case .done = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(posts("createUnexpectedProblem", desk) == 3)
            #expect(desk.platform.messages.count == 1)
        }
    }

    @Test func platformThatIsGoneTookNothing() async throws {
        try await run(actions: ["unexpectedProblem"]) { desk, order in
            _ = try await desk.client.buyerLocale(
                of: order, marketplaceID: Self.market, for: desk.account)
            await desk.platform.stop()
            let outcome = await send(
                TypedMessage(action: "unexpectedProblem", text: "A delay."), order, desk)
            // A kept connection may break instead of being refused; both are told truthfully.
            if case .done = outcome { Issue.record("\(outcome)") }
            #expect(desk.platform.messages.isEmpty)
        }
    }

    @Test func disabledAndMissingActionsAreRefused() async throws {
        try await run(
            actions: ["unexpectedProblem"],
            { $0.disabledActions = ["unexpectedProblem": "Sent twice already."] },
            { desk, order in
                let offered = try await desk.client.messagingActions(
                    of: order, marketplaceID: Self.market, for: desk.account)
                #expect(offered.actions.first?.isDisabled == true)
                #expect(offered.actions.first?.disabledReason == "Sent twice already.")
                for action in ["unexpectedProblem", "confirmOrderDetails"] {
                    let outcome = await send(TypedMessage(action: action, text: "x"), order, desk)
                    guard case .refused(let failure) = outcome else {
                        Issue.record("\(outcome)")
                        return
                    }
                    #expect(failure.message.contains("template combination"))
                }
                #expect(desk.platform.messages.isEmpty)
            })
    }

    @Test func changedBytesAreRefusedByTheStore() async throws {
        try await run(actions: ["sendInvoice"]) { desk, order in
            desk.platform.schedule(ScheduledFault(.changedUpload, on: "uploadFile", times: 3))
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.upload(
                    Self.pdf, for: "sendInvoice", about: order, marketplaceID: Self.market,
                    account: desk.account)
            }
            #expect(failure?.message == "400 BadDigest")
            #expect(failure?.errorClass == .badRequest)
            #expect(posts("uploadFile", desk) == 3)
        }
    }

    @Test(arguments: [PretendFault.status(503), .changedUpload, .brokenConnection])
    func uploadIsTriedAgainAtANewAddress(fault: PretendFault) async throws {
        try await run(actions: ["sendInvoice"]) { desk, order in
            desk.platform.schedule(ScheduledFault(fault, on: "uploadFile"))
            let id = try await desk.client.upload(
                Self.pdf, for: "sendInvoice", about: order, marketplaceID: Self.market,
                account: desk.account)
            #expect(!id.isEmpty)
            #expect(posts("createUploadDestinationForResource", desk) == 2)
        }
    }

    @Test func fileForAnotherMessageIsNotTaken() async throws {
        try await run(actions: ["sendInvoice", "legalDisclosure"]) { desk, order in
            let id = try await desk.client.upload(
                Self.pdf, for: "legalDisclosure", about: order, marketplaceID: Self.market,
                account: desk.account)
            let outcome = await send(
                TypedMessage(
                    action: "sendInvoice",
                    files: [.init(uploadDestinationId: id, fileName: "a.pdf")]), order, desk)
            guard case .refused(let failure) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(failure.errorClass == .badRequest)
        }
    }

    private func offer(of order: OrderID, _ desk: PretendDesk) async throws -> ReviewOffer {
        try await desk.client.reviewOffer(of: order, marketplaceID: Self.market, for: desk.account)
    }

    @Test func reviewIsAskedForOnceWithinItsWindow() async throws {
        try await run { desk, order in
            let early = try await offer(of: order, desk)
            #expect(!early.isOffered)
            desk.clock.advance(by: .days(8))
            let open = try await offer(of: order, desk)
            #expect(open.isOffered)
            let first = await desk.client.requestReview(
                of: order, marketplaceID: Self.market, for: desk.account)
            guard case .done = first else {
                Issue.record("\(first)")
                return
            }
            let late = try await offer(of: order, desk)
            #expect(!late.isOffered)
            let second = await desk.client.requestReview(
                of: order, marketplaceID: Self.market, for: desk.account)
            guard case .refused = second else {
                Issue.record("\(second)")
                return
            }
            #expect(desk.platform.solicited == [order])
        }
    }

    @Test func localeComesFromTheBuyer() async throws {
        try await run({ $0.buyerLocale = "fr-CA" }) { desk, order in
            let locale = try await desk.client.buyerLocale(
                of: order, marketplaceID: Self.market, for: desk.account)
            #expect(locale == "fr-CA")
        }
    }

    private static func unshipped(_ order: inout SimulatedOrder) {
        order.order.status = .unshipped
        order.order.platformStatus = "UNSHIPPED"
        order.order.packages = []
        order.order.items[0].quantityShipped = 0
    }

    private func shipment(_ desk: PretendDesk, quantity: Int) -> ShipmentConfirmation {
        ShipmentConfirmation(
            packageReference: "1", carrierCode: "DHL", trackingNumber: "TEST-9",
            shippedAt: desk.clock.now - .minutes(5),
            items: [ShippedItem(itemID: "item-1", quantity: quantity)])
    }

    @Test func confirmedShipmentStandsOnTheOrder() async throws {
        try await run(Self.unshipped) { desk, order in
            let outcome = await desk.client.confirm(
                shipment(desk, quantity: 2), of: order, marketplaceID: Self.market,
                for: desk.account)
            guard case .done = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let answer = try await desk.client.getOrder(order, for: desk.account)
            guard case .found(let found, _) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(found.order.status == .shipped)
            #expect(found.order.packages.map(\.trackingNumber) == ["TEST-9"])
        }
    }

    @Test func lostAnswerToAConfirmationIsUnknown() async throws {
        try await run(Self.unshipped) { desk, order in
            desk.platform.schedule(ScheduledFault(.brokenConnection, on: "confirmShipment"))
            let outcome = await desk.client.confirm(
                shipment(desk, quantity: 1), of: order, marketplaceID: Self.market,
                for: desk.account)
            guard case .unknown = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(posts("confirmShipment", desk) == 1)
        }
    }

    @Test func tooManyUnitsAreRefused() async throws {
        try await run(Self.unshipped) { desk, order in
            let outcome = await desk.client.confirm(
                shipment(desk, quantity: 3), of: order, marketplaceID: Self.market,
                for: desk.account)
            guard case .refused(let failure) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(failure.errorClass == .badRequest)
            #expect(failure.message.contains("orderItems"))
        }
    }

    @Test func missingRolesAreNamed() async throws {
        try await run(roles: []) { desk, order in
            let outcome = await desk.client.confirm(
                shipment(desk, quantity: 1), of: order, marketplaceID: Self.market,
                for: desk.account)
            guard case .refused(let failure) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(failure.errorClass == .permissionMissing)
        }
    }
}
