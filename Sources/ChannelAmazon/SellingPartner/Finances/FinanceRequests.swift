import HelpDesk

/// The reading call of Finances 2024-06-19.
enum FinanceRequests {
    /// The books of one order. Orders that sellers of the United States ship must be asked for
    /// without a marketplace (amazon.md section 4), so none is ever named.
    static func transactions(of order: OrderID, pageToken: String?) -> SellingPartnerRequest {
        var query: [(name: String, value: String)] = [
            ("relatedIdentifierName", "ORDER_ID"),
            ("relatedIdentifierValue", FormText.escaped(order.rawValue)),
        ]
        if let pageToken { query.append(("nextToken", FormText.escaped(pageToken))) }
        return SellingPartnerRequest(
            operation: "listTransactions", path: "/finances/2024-06-19/transactions", query: query)
    }
}
