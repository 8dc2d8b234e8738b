import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let reviewAction = "productReviewAndSellerFeedback"

    /// Once per order, from 5 days after the earliest to 30 days after the latest delivery date.
    private func maySolicit(
        _ order: SimulatedOrder, of seller: PretendSeller, at now: Timestamp
    ) -> Bool {
        let asked = PretendSolicitation(sellerID: seller.sellerID, order: order.order.id)
        guard order.order.status == .shipped, !solicited.contains(asked),
            let earliest = order.order.deliverFrom ?? order.order.deliverBy,
            let latest = order.order.deliverBy ?? order.order.deliverFrom
        else { return false }
        return now >= earliest + .days(5) && now <= latest + .days(30)
    }

    /// getSolicitationActionsForOrder of Solicitations v1.
    func solicitationActions(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        switch find(id, request, of: seller, needs: .buyerSolicitation) {
        case .refused(let response): return response
        case .found(let order, let marketplaceID):
            let base = "/solicitations/v1/orders/\(id.rawValue)"
            let query = "?marketplaceIds=\(marketplaceID)"
            let name = Self.reviewAction
            let isOpen = maySolicit(order, of: seller, at: now)
            let link = PretendJSON.object([
                ("href", .string("\(base)/solicitations/\(name)\(query)")), ("name", .string(name)),
            ])
            var response = PretendResponse(
                .object([
                    (
                        "_links",
                        .object([
                            ("actions", .array(isOpen ? [link] : [])),
                            ("self", .object([("href", .string(base + query))])),
                        ])
                    ),
                    ("_embedded", .object([("actions", .array([]))])),
                ]))
            response.contentType = "application/hal+json"
            return response
        }
    }

    /// createProductReviewAndSellerFeedbackSolicitation of Solicitations v1.
    mutating func solicit(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        switch find(id, request, of: seller, needs: .buyerSolicitation) {
        case .refused(let response): return response
        case .found(let order, _):
            guard request.body.isEmpty else { return .invalid("body") }
            guard maySolicit(order, of: seller, at: now) else { return Self.notOffered }
            solicited.append(PretendSolicitation(sellerID: seller.sellerID, order: id))
            return Self.created()
        }
    }
}
