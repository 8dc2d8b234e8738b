package import HelpDesk

extension AccountTopic {
    /// The role whose absence keeps the topic from us, in the platform's words. The platform does
    /// not name it in its refusal; those of returns and feedback are our reading of its lists.
    package var role: String {
        switch self {
        case .participation, .health, .feedback: "Selling Partner Insights"
        case .settlement: "Finance and Accounting"
        case .returns: "Inventory and Order Tracking"
        case .inventory: "Amazon Fulfillment"
        case .listings: "Product Listing"
        }
    }

    /// The platform's report that holds the topic; nil for those that are read at once.
    package var reportType: String? {
        switch self {
        case .health: "GET_V2_SELLER_PERFORMANCE_REPORT"
        case .settlement: "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"
        case .returns: "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE"
        case .feedback: "GET_SELLER_FEEDBACK_DATA"
        case .participation, .inventory, .listings: nil
        }
    }

    /// The role that the books of an order need.
    package static var financesRole: String { AccountTopic.settlement.role }
}
