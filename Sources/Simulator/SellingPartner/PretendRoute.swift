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
        default:
            guard let route = PretendAccountRoute(request) else { return nil }
            self = .account(route)
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
        case .account(let route): route.operation
        }
    }
}
