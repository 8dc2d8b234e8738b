/// The operations around a seller's account that the pretend platform serves.
enum PretendAccountRoute {
    case sellerAccount
    case createReport, reports
    case report(String), cancelReport(String), reportDocument(String)
    /// The packed bytes behind a document's address.
    case download(String)
    case transactions
    case stock
    case listings(String), listing(String, sku: String)
    case destinations, createDestination, destination(String), deleteDestination(String)
    case subscription(String), subscribe(String), unsubscribe(String, String), testOf(String)

    /// Nil for a path or method that the models do not have.
    init?(_ request: PretendRequest) {
        let parts = request.path.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        let found: PretendAccountRoute? =
            switch first {
            case "sellers" where parts == ["sellers", "v1", "account"]: .sellerAccount
            case "reports": Self.report(request.method, parts)
            case "documents" where parts.count == 2: .download(parts[1])
            case "finances": Self.finance(parts)
            case "fba" where parts == ["fba", "inventory", "v1", "summaries"]: .stock
            case "listings": Self.listing(parts)
            case "notifications": Self.notification(request.method, parts)
            default: nil
            }
        guard let found, request.method == found.method else { return nil }
        self = found
    }

    private static func report(_ method: String, _ parts: [String]) -> Self? {
        guard parts.count >= 3, parts[1] == "2021-06-30" else { return nil }
        switch (parts[2], parts.count) {
        case ("reports", 3): return method == "POST" ? .createReport : .reports
        case ("reports", 4): return method == "DELETE" ? .cancelReport(parts[3]) : .report(parts[3])
        case ("documents", 4): return .reportDocument(parts[3])
        default: return nil
        }
    }

    private static func finance(_ parts: [String]) -> Self? {
        parts == ["finances", "2024-06-19", "transactions"] ? .transactions : nil
    }

    private static func listing(_ parts: [String]) -> Self? {
        guard parts.count >= 4, parts[1] == "2021-08-01", parts[2] == "items" else { return nil }
        switch parts.count {
        case 4: return .listings(parts[3])
        case 5: return .listing(parts[3], sku: parts[4])
        default: return nil
        }
    }

    private static func notification(_ method: String, _ parts: [String]) -> Self? {
        guard parts.count >= 3, parts[1] == "v1" else { return nil }
        switch (parts[2], parts.count) {
        case ("destinations", 3): return method == "POST" ? .createDestination : .destinations
        case ("destinations", 4):
            return method == "DELETE" ? .deleteDestination(parts[3]) : .destination(parts[3])
        case ("subscriptions", 4):
            return method == "POST" ? .subscribe(parts[3]) : .subscription(parts[3])
        case ("subscriptions", 5) where parts[4] == "testNotification": return .testOf(parts[3])
        case ("subscriptions", 5): return .unsubscribe(parts[3], parts[4])
        default: return nil
        }
    }

    private var method: String {
        switch self {
        case .createReport, .createDestination, .subscribe, .testOf: "POST"
        case .cancelReport, .deleteDestination, .unsubscribe: "DELETE"
        default: "GET"
        }
    }

    /// Whether the application's own token is wanted instead of a seller's.
    var isGrantless: Bool {
        switch self {
        case .destinations, .createDestination, .destination, .deleteDestination, .unsubscribe: true
        default: false
        }
    }

    var operation: String {
        switch self {
        case .sellerAccount: "getAccount"
        case .createReport: "createReport"
        case .reports: "getReports"
        case .report: "getReport"
        case .cancelReport: "cancelReport"
        case .reportDocument: "getReportDocument"
        case .download: "reportDocument"
        case .transactions: "listTransactions"
        case .stock: "getInventorySummaries"
        case .listings: "searchListingsItems"
        case .listing: "getListingsItem"
        case .destinations: "getDestinations"
        case .createDestination: "createDestination"
        case .destination: "getDestination"
        case .deleteDestination: "deleteDestination"
        case .subscription: "getSubscription"
        case .subscribe: "createSubscription"
        case .unsubscribe: "deleteSubscriptionById"
        case .testOf: "sendTestNotification"
        }
    }
}
