/// Rates and bursts of the models, held apart from the desk's own table so that one checks the
/// other. The platform enforces them per seller and operation.
enum PublishedRates {
    static func of(_ operation: String) -> (rate: Double, burst: Double) {
        table[operation] ?? (1, 5)
    }

    private static let table: [String: (rate: Double, burst: Double)] = [
        "searchOrders": (0.0056, 20), "getOrder": (0.5, 30),
        "confirmShipment": (2, 10),
        "getMarketplaceParticipations": (0.016, 15), "getAccount": (0.016, 15),
        "createUploadDestinationForResource": (10, 10),
        "createReport": (0.0167, 15), "getReports": (0.0222, 10), "getReport": (2, 15),
        "getReportDocument": (0.0167, 15), "cancelReport": (0.0222, 10),
        "getReportSchedules": (0.0222, 10), "createReportSchedule": (0.0222, 10),
        "getReportSchedule": (0.0222, 10), "cancelReportSchedule": (0.0222, 10),
        "listTransactions": (0.5, 10), "listBalances": (0.5, 10), "listSummary": (0.5, 10),
        "listFinancialEventsByOrderId": (0.5, 30),
        "getInventorySummaries": (2, 2),
        "getListingsItem": (5, 10), "patchListingsItem": (5, 5), "searchListingsItems": (5, 5),
        // Messaging, Solicitations and Notifications: one a second, five at once.
    ]
}
