import HelpDesk
import SwiftExtensions

/// Reads the returns of orders that the seller ships (flat file, by return date).
enum ReturnsReader {
    static func read(_ file: FlatFile, dates: ReportDate) -> ReadReport {
        let (rows, bad) = file.rows { line throws(LineProblem) in try item(line, dates) }
        return ReadReport(rows: .returns(rows), badLines: bad)
    }

    private static func item(
        _ line: FlatFile.Line, _ dates: ReportDate
    ) throws(LineProblem) -> ReturnedItem {
        guard let quantity = try line.whole("quantity") else { throw .missing("quantity") }
        return ReturnedItem(
            order: try line.order("order"), rma: try line.required("rma", limit: 60),
            requestedAt: try line.time("requested", dates),
            status: try line.required("status", limit: 60), sku: line.text("sku", limit: 100),
            asin: line.text("asin", limit: 20), title: line.text("title", limit: 300),
            quantity: quantity, reason: line.text("reason", limit: 100),
            resolution: line.text("resolution", limit: 100),
            carrier: line.text("carrier", limit: 60),
            trackingNumber: line.text("tracking", limit: 60), isClaimed: isYes(line.text("claim")),
            refunded: try refunded(line))
    }

    private static func isYes(_ text: String?) -> Bool {
        ["y", "yes", "true"].contains(text?.lowercased() ?? "")
    }

    private static func refunded(_ line: FlatFile.Line) throws(LineProblem) -> Money? {
        guard let amount = try line.amount("refunded"),
            let currency = line.text("currency", limit: 3)
        else { return nil }
        let decimals = MarketplaceTable.standard.decimals(ofCurrency: currency)
        return Money(amount: amount.text(decimals: decimals), currency: currency)
    }
}
