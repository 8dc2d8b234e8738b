import HelpDesk
import SwiftExtensions

/// Reads a settlement (flat file, version 2): its first line says what was paid out, every other
/// one is an amount of it.
enum SettlementReader {
    static func read(_ file: FlatFile, dates: ReportDate) throws(ReportProblem) -> ReadReport {
        guard let head = file.lines.first else { throw ReportProblem(words: "no first line") }
        var settlement = try self.head(head, dates)
        let (lines, bad) = file.rows { line throws(LineProblem) in
            line.number == head.number
                ? nil : try self.line(line, of: settlement.settlementID, dates)
        }
        settlement.lines = lines
        return ReadReport(rows: .settlement(settlement), badLines: bad)
    }

    private static func head(
        _ line: FlatFile.Line, _ dates: ReportDate
    ) throws(ReportProblem) -> Settlement {
        do {
            let currency = try line.required("currency", limit: 3)
            guard let total = try line.amount("total") else { throw LineProblem.missing("total") }
            let decimals = MarketplaceTable.standard.decimals(ofCurrency: currency)
            return Settlement(
                settlementID: try line.required("settlement", limit: 60),
                start: try line.time("start", dates), end: try line.time("end", dates),
                depositedAt: try line.time("deposit", dates),
                total: Money(amount: total.text(decimals: decimals), currency: currency),
                lines: [])
        } catch {
            throw ReportProblem(words: "first line: \(error)".prefix(100).description)
        }
    }

    private static func line(
        _ line: FlatFile.Line, of settlement: String, _ dates: ReportDate
    ) throws(LineProblem) -> SettlementLine {
        guard try line.required("settlement", limit: 60) == settlement else {
            throw .unreadable("settlement")
        }
        guard let amount = try line.amount("amount") else { throw .missing("amount") }
        let order = line.text("order", limit: 64)
        if let order, order.contains("/") { throw .unreadable("order") }
        let posted = try line.time("posted", dates)
        return SettlementLine(
            line: line.number, transactionType: try line.required("type", limit: 100),
            amountType: line.text("amount-type", limit: 100),
            amountDescription: line.text("amount-description", limit: 100),
            amount: amount.description, order: order.map { OrderID($0) },
            sku: line.text("sku", limit: 100), quantity: try line.whole("quantity"),
            marketplaceName: line.text("marketplace", limit: 60),
            postedAt: posted == nil ? try line.time("posted-day", dates) : posted)
    }
}
