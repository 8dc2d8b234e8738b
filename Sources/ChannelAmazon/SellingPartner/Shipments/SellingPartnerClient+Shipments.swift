package import HelpDesk
import SwiftExtensions

/// Requests of Orders v0 that are still current; pure, so that they can be held against the model.
enum ShipmentRequests {
    static let operation = "confirmShipment"

    static func confirmation(
        _ shipment: ShipmentConfirmation, of order: OrderID, _ marketplaceID: String
    ) -> SellingPartnerRequest {
        let items = shipment.items.map { item in
            Item(
                orderItemId: item.itemID, quantity: item.quantity,
                transparencyCodes: item.transparencyCodes.isEmpty ? nil : item.transparencyCodes)
        }
        let body = Body(
            marketplaceId: marketplaceID,
            codCollectionMethod: shipment.isCollectedOnDelivery ? "DirectPayment" : nil,
            packageDetail: Package(
                packageReferenceId: shipment.packageReference, carrierCode: shipment.carrierCode,
                carrierName: shipment.carrierName, shippingMethod: shipment.shippingMethod,
                trackingNumber: shipment.trackingNumber, shipDate: shipment.shippedAt.iso8601,
                orderItems: items))
        return SellingPartnerRequest(
            operation: operation, method: "POST",
            path: "/orders/v0/orders/\(FormText.escaped(order.rawValue))/shipmentConfirmation",
            body: JSONBody.bytes(body))
    }

    private struct Body: Encodable {
        var marketplaceId: String
        var codCollectionMethod: String?
        var packageDetail: Package
    }

    private struct Package: Encodable {
        var packageReferenceId: String
        var carrierCode: String
        var carrierName: String?
        var shippingMethod: String?
        var trackingNumber: String
        var shipDate: String
        var orderItems: [Item]
    }

    private struct Item: Encodable {
        var orderItemId: String
        var quantity: Int
        var transparencyCodes: [String]?
    }
}

extension SellingPartnerClient {
    /// Tells the platform of a package that has left, once. The caller has checked it against the
    /// order.
    package func confirm(
        _ shipment: ShipmentConfirmation, of order: OrderID, marketplaceID: String,
        for account: SellingPartnerAccount
    ) async -> SendOutcome {
        await send(
            ShipmentRequests.confirmation(shipment, of: order, marketplaceID), for: account)
    }
}
