import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let packageNames: Set<String> = [
        "packageReferenceId", "carrierCode", "carrierName", "shippingMethod", "trackingNumber",
        "shipDate", "shipFromSupplySourceId", "orderItems",
    ]
    private static let itemNames: Set<String> = [
        "orderItemId", "quantity", "transparencyCodes",
    ]

    /// confirmShipment of Orders v0.
    mutating func confirmShipment(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        guard seller.roles.contains(.shipmentConfirmation) else {
            return .refusal(403, "Unauthorized", "Access to requested resource is denied.")
        }
        guard var simulated = orders[seller.sellerID]?[id] else {
            return .refusal(404, "NotFound", "The requested resource is not found.")
        }
        let known: Set<String> = ["marketplaceId", "packageDetail", "codCollectionMethod"]
        let body = PretendJSONBody(request.body, names: known)
        let own = simulated.order.marketplace.flatMap(PretendMarketplace.named)?.id
        guard let body, let detail = body.object("packageDetail", names: Self.packageNames),
            body.text("marketplaceId") == own, own != nil
        else { return .invalid("packageDetail") }
        if body.has("codCollectionMethod") {
            guard body.text("codCollectionMethod") == "DirectPayment",
                simulated.order.marketplace == "JP"
            else { return .invalid("codCollectionMethod") }
        }
        switch Self.package(detail, of: simulated.order, at: now) {
        case .failure(let problem): return .invalid(problem.details)
        case .success(let package): Self.ship(package, detail, &simulated.order, at: now)
        }
        orders[seller.sellerID]?[id] = simulated
        return PretendResponse(status: 204, body: "")
    }

    private static func package(
        _ detail: PretendJSONBody, of order: Order, at now: Timestamp
    ) -> Result<OrderPackage, SearchQuery.Problem> {
        func refused(_ details: String) -> Result<OrderPackage, SearchQuery.Problem> {
            .failure(SearchQuery.Problem(details: details))
        }
        guard let reference = detail.text("packageReferenceId"), let number = Int(reference),
            number > 0, !order.packages.contains(where: { $0.reference == reference })
        else { return refused("packageReferenceId") }
        guard let carrier = detail.text("carrierCode"), !carrier.isEmpty else {
            return refused("carrierCode")
        }
        let isNamed = !(detail.text("carrierName") ?? "").isEmpty
        guard carrier != "Other" || isNamed else { return refused("carrierName") }
        guard let tracking = detail.text("trackingNumber"), !tracking.isEmpty else {
            return refused("trackingNumber")
        }
        guard let date = detail.text("shipDate").flatMap(Timestamp.init(iso8601:)),
            date <= now + .days(1), date >= order.createdAt
        else { return refused("shipDate") }
        guard !order.isFulfilledByPlatform,
            order.status == .unshipped || order.status == .partiallyShipped
        else { return refused("order state") }
        guard let items = detail.objects("orderItems", names: itemNames), !items.isEmpty,
            items.allSatisfy({ mayShip($0, of: order) })
        else { return refused("orderItems") }
        return .success(
            OrderPackage(
                reference: reference, carrier: detail.text("carrierName") ?? carrier,
                trackingNumber: tracking, status: "IN_TRANSIT", shippedAt: date))
    }

    private static func mayShip(_ body: PretendJSONBody, of order: Order) -> Bool {
        guard let id = body.text("orderItemId"), let quantity = body.whole("quantity"),
            let item = order.items.first(where: { $0.itemID == id })
        else { return false }
        return quantity >= 1 && quantity <= item.quantity - item.quantityShipped
    }

    private static func ship(
        _ package: OrderPackage, _ detail: PretendJSONBody, _ order: inout Order, at now: Timestamp
    ) {
        for body in detail.objects("orderItems", names: itemNames) ?? [] {
            guard let id = body.text("orderItemId"), let quantity = body.whole("quantity"),
                let index = order.items.firstIndex(where: { $0.itemID == id })
            else { continue }
            order.items[index].quantityShipped += quantity
        }
        order.packages.append(package)
        let isWhole = order.items.allSatisfy { $0.quantityShipped >= $0.quantity }
        order.status = isWhole ? .shipped : .partiallyShipped
        order.platformStatus = isWhole ? "SHIPPED" : "PARTIALLY_SHIPPED"
        order.updatedAt = max(now, order.updatedAt + .seconds(1))
    }
}
