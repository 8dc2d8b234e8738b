package import SwiftExtensions

/// Items of an order that left in one package.
package struct ShippedItem: Hashable, Sendable, Codable {
    package var itemID: String
    package var quantity: Int
    /// Codes of the platform's Transparency programme, one a unit.
    package var transparencyCodes: [String]

    package init(itemID: String, quantity: Int, transparencyCodes: [String] = []) {
        self.itemID = itemID
        self.quantity = quantity
        self.transparencyCodes = transparencyCodes
    }
}

/// What a seller tells the platform of one package that has left.
package struct ShipmentConfirmation: Hashable, Sendable, Codable {
    /// A positive whole number, unique within the order.
    package var packageReference: String
    /// The platform's code of the carrier, or `Other`.
    package var carrierCode: String
    /// Needed when the code is `Other`.
    package var carrierName: String?
    package var shippingMethod: String?
    package var trackingNumber: String
    package var shippedAt: Timestamp
    package var items: [ShippedItem]
    /// The buyer pays the carrier; Japan only.
    package var isCollectedOnDelivery: Bool

    package init(
        packageReference: String, carrierCode: String, carrierName: String? = nil,
        shippingMethod: String? = nil, trackingNumber: String, shippedAt: Timestamp,
        items: [ShippedItem], isCollectedOnDelivery: Bool = false
    ) {
        self.packageReference = packageReference
        self.carrierCode = carrierCode
        self.carrierName = carrierName
        self.shippingMethod = shippingMethod
        self.trackingNumber = trackingNumber
        self.shippedAt = shippedAt
        self.items = items
        self.isCollectedOnDelivery = isCollectedOnDelivery
    }
}

/// What may be confirmed of an order's shipment.
package enum ShipmentRules {
    private static let wordLimit = 100
    /// Clocks of packing tables run ahead a little.
    private static let clockTolerance: Duration = .minutes(5)

    /// Units of an item that nobody has shipped yet.
    package static func unshipped(_ item: OrderItem) -> Int {
        max(0, item.quantity - item.quantityShipped)
    }

    /// Everything of an order that has not left yet.
    package static func rest(of order: Order) -> [ShippedItem] {
        order.items.filter { unshipped($0) > 0 }.map {
            ShippedItem(itemID: $0.itemID, quantity: unshipped($0))
        }
    }

    /// The first number that no package of the order has, `taken` by packages on their way included.
    package static func nextReference(of order: Order, taken: [String] = []) -> String {
        let used = Set(order.packages.map(\.reference) + taken)
        var number = 1
        while used.contains(String(number)) { number += 1 }
        return String(number)
    }

    /// Whether the platform already shows the package, so that nothing is left to do.
    package static func isShown(_ shipment: ShipmentConfirmation, on order: Order) -> Bool {
        order.packages.contains { $0.trackingNumber == shipment.trackingNumber }
    }

    /// Throws the first reason why the platform would refuse the confirmation.
    package static func check(
        _ shipment: ShipmentConfirmation, of order: Order, at now: Timestamp
    ) throws(DeskError) {
        guard !order.isFulfilledByPlatform else { throw DeskError(.shipmentByPlatform) }
        guard order.status == .unshipped || order.status == .partiallyShipped else {
            throw DeskError(.shipmentState, ["state": order.status.rawValue])
        }
        try checkWords(shipment)
        guard shipment.shippedAt <= now + clockTolerance, shipment.shippedAt >= order.createdAt
        else { throw DeskError(.shipmentDate) }
        if shipment.isCollectedOnDelivery, order.marketplace != "JP" {
            throw DeskError(.shipmentCollection)
        }
        try checkItems(shipment, of: order)
    }

    private static func checkWords(_ shipment: ShipmentConfirmation) throws(DeskError) {
        guard let number = Int(shipment.packageReference), number > 0,
            String(number) == shipment.packageReference
        else { throw DeskError(.shipmentReference) }
        guard isWord(shipment.carrierCode) else {
            throw DeskError(.shipmentField, ["field": "carrier"])
        }
        guard isWord(shipment.trackingNumber) else {
            throw DeskError(.shipmentField, ["field": "tracking"])
        }
        for extra in [shipment.carrierName, shipment.shippingMethod] {
            if let extra, !isWord(extra) {
                throw DeskError(.shipmentField, ["field": "carrier"])
            }
        }
        if shipment.carrierCode.lowercased() == "other", shipment.carrierName == nil {
            throw DeskError(.shipmentCarrierName)
        }
    }

    private static func checkItems(
        _ shipment: ShipmentConfirmation, of order: Order
    ) throws(DeskError) {
        guard !shipment.items.isEmpty else { throw DeskError(.shipmentNothing) }
        var seen: Set<String> = []
        for shipped in shipment.items {
            guard let item = order.items.first(where: { $0.itemID == shipped.itemID }),
                seen.insert(shipped.itemID).inserted
            else { throw DeskError(.shipmentItem, ["item": String(shipped.itemID.prefix(40))]) }
            let most = unshipped(item)
            guard (1...max(1, most)).contains(shipped.quantity), most > 0 else {
                throw DeskError(
                    .shipmentQuantity, ["item": shipped.itemID, "most": String(most)])
            }
            guard shipped.transparencyCodes.count <= shipped.quantity,
                shipped.transparencyCodes.allSatisfy(isWord)
            else { throw DeskError(.shipmentField, ["field": "transparency"]) }
        }
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isBlank && text.count <= wordLimit && CleanText.clean(text) == text
            && !text.contains(where: \.isNewline)
    }
}
