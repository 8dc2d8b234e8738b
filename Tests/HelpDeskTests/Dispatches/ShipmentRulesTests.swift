import HelpDesk
import SwiftExtensions
import Testing

/// What may be confirmed of a shipment.
@Suite struct ShipmentRulesTests {
    private static let now = Timestamp(seconds: 1_800_000_000)
    private static let order = Order(
        id: "305-0000001-0000001", store: "nova-eu", channel: "amazon", marketplace: "DE",
        status: .partiallyShipped, platformStatus: "PARTIALLY_SHIPPED", createdAt: now - .days(2),
        updatedAt: now, isFulfilledByPlatform: false,
        items: [
            OrderItem(
                itemID: "a", sku: nil, asin: nil, title: "Lamp", quantity: 3, quantityShipped: 1),
            OrderItem(
                itemID: "b", sku: nil, asin: nil, title: "Bulb", quantity: 1, quantityShipped: 1),
        ],
        packages: [
            OrderPackage(reference: "1", carrier: "DHL", trackingNumber: "T1", status: nil)
        ])
    private static let good = ShipmentConfirmation(
        packageReference: "2", carrierCode: "DHL", trackingNumber: "T2", shippedAt: now,
        items: [ShippedItem(itemID: "a", quantity: 2)])

    private static func changed(
        _ change: (inout ShipmentConfirmation, inout Order) -> Void
    ) -> (ShipmentConfirmation, Order) {
        var pair = (good, order)
        change(&pair.0, &pair.1)
        return pair
    }

    private func code(_ pair: (ShipmentConfirmation, Order)) -> DeskError.Code? {
        do {
            try ShipmentRules.check(pair.0, of: pair.1, at: Self.now)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func wholeRestMayLeave() {
        #expect(code((Self.good, Self.order)) == nil)
        #expect(ShipmentRules.rest(of: Self.order) == Self.good.items)
        #expect(ShipmentRules.nextReference(of: Self.order) == "2")
        #expect(ShipmentRules.nextReference(of: Self.order, taken: ["2", "3"]) == "4")
    }

    @Test func quantityStaysBelowWhatIsUnshipped() {
        #expect(
            code(Self.changed { pair, _ in pair.items[0].quantity = 3 }) == .shipmentQuantity)
        #expect(
            code(Self.changed { pair, _ in pair.items[0].quantity = 0 }) == .shipmentQuantity)
        #expect(
            code(
                Self.changed { pair, _ in
                    pair.items = [ShippedItem(itemID: "b", quantity: 1)]
                }) == .shipmentQuantity)
    }

    @Test func itemsAreTheOrders() {
        #expect(code(Self.changed { pair, _ in pair.items[0].itemID = "z" }) == .shipmentItem)
        #expect(code(Self.changed { pair, _ in pair.items = [] }) == .shipmentNothing)
        #expect(
            code(
                Self.changed { pair, _ in
                    pair.items = [
                        ShippedItem(itemID: "a", quantity: 1),
                        ShippedItem(itemID: "a", quantity: 1),
                    ]
                }) == .shipmentItem)
    }

    @Test func otherCarrierNeedsAName() {
        #expect(
            code(Self.changed { pair, _ in pair.carrierCode = "Other" }) == .shipmentCarrierName)
        #expect(
            code(
                Self.changed { pair, _ in
                    pair.carrierCode = "Other"
                    pair.carrierName = "Bike courier"
                }) == nil)
    }

    @Test func wordsAreFitToSend() {
        #expect(code(Self.changed { pair, _ in pair.carrierCode = " " }) == .shipmentField)
        #expect(code(Self.changed { pair, _ in pair.trackingNumber = "" }) == .shipmentField)
        #expect(code(Self.changed { pair, _ in pair.trackingNumber = "A\u{7}" }) == .shipmentField)
        for reference in ["0", "-1", "x", "", "01", "1.5"] {
            #expect(
                code(Self.changed { pair, _ in pair.packageReference = reference })
                    == .shipmentReference)
        }
    }

    @Test func dateLiesBetweenOrderAndNow() {
        #expect(
            code(Self.changed { pair, _ in pair.shippedAt = Self.now + .hours(1) })
                == .shipmentDate)
        #expect(
            code(Self.changed { pair, _ in pair.shippedAt = Self.now - .days(3) })
                == .shipmentDate)
    }

    @Test func orderMustBeOnesOwnAndOpen() {
        #expect(
            code(Self.changed { _, order in order.isFulfilledByPlatform = true })
                == .shipmentByPlatform)
        for status in [OrderStatus.pending, .shipped, .cancelled, .unfulfillable, .unknown] {
            #expect(code(Self.changed { _, order in order.status = status }) == .shipmentState)
        }
    }

    @Test func collectionOnDeliveryIsForJapan() {
        #expect(
            code(Self.changed { pair, _ in pair.isCollectedOnDelivery = true })
                == .shipmentCollection)
        #expect(
            code(
                Self.changed { pair, order in
                    pair.isCollectedOnDelivery = true
                    order.marketplace = "JP"
                }) == nil)
    }

    @Test func packageOnTheOrderIsRecognised() {
        #expect(!ShipmentRules.isShown(Self.good, on: Self.order))
        #expect(
            ShipmentRules.isShown(
                Self.changed { pair, _ in pair.trackingNumber = "T1" }.0, on: Self.order))
    }

    @Test func reviewWindowRunsFromFiveToThirtyDays() throws {
        var order = Self.order
        #expect(ReviewWindow(of: order) == nil)
        order.deliverFrom = Self.now
        order.deliverBy = Self.now + .days(3)
        let window = try #require(ReviewWindow(of: order))
        #expect(!window.contains(Self.now + .days(5) - .seconds(1)))
        #expect(window.contains(Self.now + .days(5)))
        #expect(window.contains(Self.now + .days(33)))
        #expect(!window.contains(Self.now + .days(33) + .seconds(1)))
    }
}
