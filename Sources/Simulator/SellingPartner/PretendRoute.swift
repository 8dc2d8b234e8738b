import HelpDesk

/// The operations that the pretend platform serves.
enum PretendRoute {
    case token
    /// Seller Central's page on which an owner agrees.
    case consent
    case searchOrders
    case getOrder(OrderID)
    case messagingActions(OrderID)
    case participations
    case messageAttributes(OrderID)
    case sendMessage(OrderID, PretendMessageForm)
    case uploadDestination(resource: String)
    /// The presigned address of an upload: no operation of the API, and no access token.
    case uploadFile(String)
    case solicitationActions(OrderID)
    case solicit(OrderID)
    case confirmShipment(OrderID)
    case account(PretendAccountRoute)

    /// Nil for a path or method that the models do not have.
    init?(_ request: PretendRequest) {
        let parts = request.path.split(separator: "/").map(String.init)
        switch (request.method, parts.count) {
        case ("POST", 3) where parts == ["auth", "o2", "token"]: self = .token
        case ("GET", 3) where parts == ["apps", "authorize", "consent"]: self = .consent
        case ("GET", 3) where parts == ["orders", "2026-01-01", "orders"]: self = .searchOrders
        case ("GET", 4) where parts.prefix(3) == ["orders", "2026-01-01", "orders"]:
            self = .getOrder(OrderID(parts[3]))
        case ("GET", 4) where parts.prefix(3) == ["messaging", "v1", "orders"]:
            self = .messagingActions(OrderID(parts[3]))
        case ("GET", 3) where parts == ["sellers", "v1", "marketplaceParticipations"]:
            self = .participations
        case ("POST", 5...)
        where parts.prefix(3) == ["uploads", "2020-11-01", "uploadDestinations"]:
            self = .uploadDestination(resource: parts.dropFirst(3).joined(separator: "/"))
        case ("PUT", 2) where parts[0] == Self.uploadFolder: self = .uploadFile(parts[1])
        default:
            if let route = Self.orderRoute(request.method, parts) {
                self = route
            } else if let route = PretendAccountRoute(request) {
                self = .account(route)
            } else {
                return nil
            }
        }
    }

    /// First part of the path of every presigned address.
    static let uploadFolder = "pretend-uploads"

    /// What may be done for one order.
    private static func orderRoute(_ method: String, _ parts: [String]) -> PretendRoute? {
        guard parts.count >= 4, parts[2] == "orders" else { return nil }
        let order = OrderID(parts[3])
        switch (method, parts[0], parts[1], Array(parts.dropFirst(4))) {
        case ("GET", "messaging", "v1", ["attributes"]): return .messageAttributes(order)
        case ("POST", "messaging", "v1", let rest) where rest.count == 2 && rest[0] == "messages":
            return PretendMessageForm.posted(to: rest[1]).map { .sendMessage(order, $0) }
        case ("GET", "solicitations", "v1", []): return .solicitationActions(order)
        case (
            "POST", "solicitations", "v1", ["solicitations", "productReviewAndSellerFeedback"]
        ):
            return .solicit(order)
        case ("POST", "orders", "v0", ["shipmentConfirmation"]): return .confirmShipment(order)
        default: return nil
        }
    }

    var operation: String {
        switch self {
        case .token: "token"
        case .consent: "consent"
        case .searchOrders: "searchOrders"
        case .getOrder: "getOrder"
        case .messagingActions: "getMessagingActionsForOrder"
        case .participations: "getMarketplaceParticipations"
        case .messageAttributes: "GetAttributes"
        case .sendMessage(_, let form): form.operation
        case .uploadDestination: "createUploadDestinationForResource"
        case .uploadFile: "uploadFile"
        case .solicitationActions: "getSolicitationActionsForOrder"
        case .solicit: "createProductReviewAndSellerFeedbackSolicitation"
        case .confirmShipment: "confirmShipment"
        case .account(let route): route.operation
        }
    }
}
