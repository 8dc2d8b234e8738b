import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// Confirmations of shipment and review requests, over real HTTP.
@Suite struct ShipmentTests {
    private func order(_ desk: DispatchWorld) async throws -> Order {
        try #require(
            await desk.world.database.read {
                try $0.order(DispatchWorld.order, store: World.europe)?.order
            })
    }

    @Test func confirmedShipmentComesHomeWithTheOrder() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.shipment()
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(id).state == .sent)
            let known = try await order(desk)
            #expect(known.status == .shipped)
            #expect(known.packages.map(\.trackingNumber) == ["TEST-1"])
            #expect(known.items.map(\.quantityShipped) == [2, 1])
            try await desk.world.checkRecord()
        }
    }

    @Test func partsLeaveInTwoPackages() async throws {
        try await DispatchWorld.run { desk in
            _ = try await desk.shipment(items: [ShippedItem(itemID: "a", quantity: 1)])
            // What is on its way already counts.
            #expect(
                await code {
                    _ = try await desk.shipment(
                        items: [ShippedItem(itemID: "a", quantity: 2)], tracking: "TEST-2")
                } == .shipmentQuantity)
            let rest = try await desk.shipment(tracking: "TEST-2")
            _ = try await desk.desk.runDue()
            let second = try await desk.dispatch(rest)
            #expect(second.shipment?.packageReference == "2")
            #expect(second.state == .sent)
            #expect(try await order(desk).status == .shipped)
        }
    }

    @Test func samePackageAgainIsTheEarlierOne() async throws {
        try await DispatchWorld.run { desk in
            let first = try await desk.shipment()
            #expect(try await desk.shipment() == first)
            _ = try await desk.desk.runDue()
            #expect(try await desk.shipment() == first)
            _ = try await desk.desk.runDue()
            #expect(desk.calls("confirmShipment") == 1)
        }
    }

    @Test func lostAnswerIsReadBackFromTheOrder() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.brokenConnection, on: "confirmShipment"))
            let id = try await desk.shipment()
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(id).state == .unknown)
            try await desk.world.pass(.minutes(3))
            let sent = try await desk.dispatch(id)
            #expect(sent.state == .sent)
            #expect(sent.evidence == "read-back")
            #expect(desk.calls("confirmShipment") == 1)
            try await desk.world.checkRecord()
        }
    }

    @Test func whatTheOrderDoesNotShowStaysUnknown() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.status(500), on: "confirmShipment"))
            let id = try await desk.shipment()
            try await desk.world.pass(.hours(2))
            #expect(try await desk.dispatch(id).state == .unknown)
            #expect(desk.calls("confirmShipment") == 1)
            #expect(
                await code {
                    _ = try await desk.desk.perform(
                        SettleDispatch(dispatch: id, decision: .again, reason: "Not there."),
                        as: desk.world.ana)
                } == .notAllowed)
            _ = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: .again, reason: "Not there."),
                as: desk.world.sue)
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(id).state == .sent)
            try await desk.world.checkRecord()
        }
    }

    @Test func whatIsThereAlreadyIsNotSentAgain() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.shipment()
            desk.amazon.change(DispatchWorld.order, of: DispatchWorld.seller) { order in
                order.order.packages = [
                    OrderPackage(
                        reference: "1", carrier: "DHL", trackingNumber: "TEST-1", status: nil)
                ]
                order.order.updatedAt = desk.clock.now
            }
            _ = try await desk.desk.runDue()
            let done = try await desk.dispatch(id)
            #expect(done.state == .sent)
            #expect(done.evidence == "already-there")
            #expect(desk.calls("confirmShipment") == 0)
        }
    }

    @Test func cancelledMeanwhileIsRefused() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.shipment()
            desk.amazon.change(DispatchWorld.order, of: DispatchWorld.seller) { order in
                order.order.status = .cancelled
                order.order.platformStatus = "CANCELLED"
                order.order.updatedAt = desk.clock.now
            }
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(id)
            #expect(refused.state == .refused)
            #expect(refused.problem == .shipmentState)
            #expect(desk.calls("confirmShipment") == 0)
        }
    }

    @Test func reviewIsRequestedOnceInItsTime() async throws {
        try await DispatchWorld.run { desk in
            let ask = RequestReview(order: DispatchWorld.order)
            #expect(
                await code { _ = try await desk.desk.perform(ask, as: desk.world.ana) }
                    == .reviewTooEarly)
            _ = try await desk.shipment()
            _ = try await desk.desk.runDue()
            desk.clock.advance(by: .days(9))
            let view = try await desk.desk.perform(ask, as: desk.world.ana)
            #expect(try await desk.desk.perform(ask, as: desk.world.ben).id == view.id)
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(view.id).state == .sent)
            #expect(desk.amazon.solicited == [DispatchWorld.order])
            let shown = try await desk.desk.perform(
                ListOrderActions(order: DispatchWorld.order), as: desk.world.ana)
            let offer = shown.offers.first { $0.kind == .reviewRequest }
            #expect(offer?.problem == .reviewAsked)
            try await desk.world.checkRecord()
        }
    }

    @Test func agentsSeeThatShippingIsNotTheirs() async throws {
        try await DispatchWorld.run { desk in
            let ask = ListOrderActions(order: DispatchWorld.order)
            let asAgent = try await desk.desk.perform(ask, as: desk.world.ana)
            let asLead = try await desk.desk.perform(ask, as: desk.world.sue)
            #expect(asAgent.offers.last?.problem == .notAllowed)
            #expect(asLead.offers.last?.problem == nil)
        }
    }
}
