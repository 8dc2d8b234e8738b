package import HelpDesk

/// A typed message that the platform allows, or refuses, for one order now.
package struct MessagingAction: Hashable, Sendable, Codable {
    /// The platform's name, such as `unexpectedProblem`; names without an operation occur.
    package var name: String
    package var title: String?
    package var isDisabled: Bool
    package var disabledReason: String?
    /// The longest text in characters, when the action takes one.
    package var textLimit: Int?
}

/// What may be sent for an order (Messaging v1).
package struct MessagingActions: Hashable, Sendable, Codable {
    package var actions: [MessagingAction]
    package var requestID: String?
}

extension SellingPartnerClient {
    /// Asks which typed messages the order allows now; to be asked right before they are offered.
    package func messagingActions(
        of order: OrderID, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> MessagingActions {
        let operation = "getMessagingActionsForOrder"
        let request = SellingPartnerRequest(
            operation: operation,
            path: "/messaging/v1/orders/\(FormText.escaped(order.rawValue))",
            query: [("marketplaceIds", FormText.escaped(marketplaceID))],
            accept: "application/hal+json")
        let answer = try await read(request, for: account)
        guard let links = answer.document["_links"]?["actions"]?.elements else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation,
                message: "_links.actions: missing or retyped", requestID: answer.requestID)
        }
        let details = answer.document["_embedded"]?["actions"]?.elements ?? []
        return MessagingActions(
            actions: links.compactMap { $0["name"]?.text }.map { name in
                Self.action(name, details.first { $0["name"]?.text == name })
            }, requestID: answer.requestID)
    }

    private static func action(_ name: String, _ details: JSONValue?) -> MessagingAction {
        let schema = details?["_embedded"]?["schema"]
        let title = details?["title"]?.text ?? schema?["title"]?.text
        return MessagingAction(
            name: PlatformText.cleaned(name, limit: 80),
            title: title.map { PlatformText.cleaned($0, limit: 200) },
            isDisabled: schema?["disabled"]?.flag ?? false,
            disabledReason: schema?["disabledReason"]?.text.map {
                PlatformText.cleaned($0, limit: 300)
            },
            textLimit: schema?["properties"]?["rawMessageBody"]?["maxLength"]?.whole)
    }
}
