package import HelpDesk

/// Whether the buyer of an order may be asked for a review now.
package struct ReviewOffer: Hashable, Sendable, Codable {
    package var isOffered: Bool
    /// Why it is shut although it is on the list.
    package var disabledReason: String?
    package var requestID: String?
}

/// Requests of Solicitations v1; pure, so that they can be held against the model.
enum SolicitationRequests {
    static let action = "productReviewAndSellerFeedback"
    static let reviewOperation = "createProductReviewAndSellerFeedbackSolicitation"

    static func actions(_ order: OrderID, _ marketplaceID: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getSolicitationActionsForOrder", path: path(order),
            query: [("marketplaceIds", FormText.escaped(marketplaceID))],
            accept: "application/hal+json")
    }

    static func review(_ order: OrderID, _ marketplaceID: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: reviewOperation, method: "POST",
            path: "\(path(order))/solicitations/\(action)",
            query: [("marketplaceIds", FormText.escaped(marketplaceID))],
            accept: "application/hal+json")
    }

    private static func path(_ order: OrderID) -> String {
        "/solicitations/v1/orders/\(FormText.escaped(order.rawValue))"
    }
}

extension SellingPartnerClient {
    /// Asks whether the order allows a review request now.
    package func reviewOffer(
        of order: OrderID, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> ReviewOffer {
        let request = SolicitationRequests.actions(order, marketplaceID)
        let answer = try await read(request, for: account)
        guard let links = answer.document["_links"]?["actions"]?.elements else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: request.operation,
                message: "_links.actions: missing or retyped", requestID: answer.requestID)
        }
        let name = SolicitationRequests.action
        let details = answer.document["_embedded"]?["actions"]?.elements ?? []
        let own = details.first { $0["name"]?.text == name || $0["payload"]?["name"]?.text == name }
        let schema = own?["_embedded"]?["schema"]
        let isDisabled = schema?["disabled"]?.flag ?? false
        let reason = schema?["disabledReason"]?.text.map { PlatformText.cleaned($0, limit: 300) }
        return ReviewOffer(
            isOffered: links.contains { $0["name"]?.text == name },
            disabledReason: isDisabled ? reason ?? "" : nil, requestID: answer.requestID)
    }

    /// Has the platform ask the buyer for a review, once.
    package func requestReview(
        of order: OrderID, marketplaceID: String, for account: SellingPartnerAccount
    ) async -> SendOutcome {
        await send(SolicitationRequests.review(order, marketplaceID), for: account)
    }
}
