package import HelpDesk

extension SellingPartnerClient {
    /// Asks which typed messages the order allows now; to be asked right before they are offered.
    package func messagingActions(
        of order: OrderID, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> MessagingActions {
        let request = MessagingRequests.actions(order, marketplaceID)
        let answer = try await read(request, for: account)
        let read = MessagingActionsReader().read(answer.document, requestID: answer.requestID)
        guard let read else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: request.operation,
                message: "_links.actions: missing or retyped", requestID: answer.requestID)
        }
        return read
    }

    /// The language that the buyer prefers, such as `en-US`; nil when the platform does not say.
    package func buyerLocale(
        of order: OrderID, marketplaceID: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> String? {
        let request = MessagingRequests.attributes(order, marketplaceID)
        let answer = try await read(request, for: account)
        let locale = answer.document["buyer"]?["locale"]?.text
        return locale.map { PlatformText.cleaned($0, limit: 20) }
    }

    /// Sends a typed message, once.
    package func send(
        _ message: TypedMessage, about order: OrderID, marketplaceID: String,
        for account: SellingPartnerAccount
    ) async -> SendOutcome {
        let request: SellingPartnerRequest
        do {
            request = try MessagingRequests.message(message, for: order, marketplaceID)
        } catch {
            return .refused(SyncFailure(unsendable: error, operation: message.action))
        }
        return await send(request, for: account)
    }
}

extension SyncFailure {
    /// What the desk itself refuses before anything leaves.
    init(unsendable error: DeskError, operation: String) {
        self.init(
            errorClass: .badRequest, operation: operation,
            message: "not sent: \(error.code.rawValue)")
    }
}
