import GRDB
package import HelpDesk
package import SwiftExtensions

/// A settlement without its lines.
package struct StoredSettlement: Hashable, Sendable {
    package var report: Int64
    package var settlement: Settlement
    /// The lines' exact sum; nil when it could not be counted.
    package var sum: String?
    package var isBalanced: Bool
    package var lineCount: Int
}

extension WriteTransaction {
    /// Puts a settlement in the place of an earlier reading of the same report. A bad line breaks
    /// the balance even when the others happen to add up.
    package func putSettlement(
        _ settlement: Settlement, of report: Int64, hasBadLines: Bool
    ) throws {
        try db.run("DELETE FROM settlement_line WHERE report = ?", [report])
        try db.run("DELETE FROM settlement WHERE report = ?", [report])
        try db.run(
            "INSERT INTO settlement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                report, settlement.settlementID, settlement.start?.milliseconds,
                settlement.end?.milliseconds, settlement.depositedAt?.milliseconds,
                settlement.total.amount, settlement.total.currency,
                settlement.sum?.description, settlement.isBalanced && !hasBadLines,
            ])
        for line in settlement.lines {
            try db.run(
                "INSERT INTO settlement_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    report, line.line, line.transactionType, line.amountType,
                    line.amountDescription, line.amount, line.order?.rawValue, line.sku,
                    line.quantity, line.marketplaceName, line.postedAt?.milliseconds,
                ])
        }
    }
}

extension ReadTransaction {
    /// A store's settlements that end in a span, the newest first, without their lines; with a
    /// number only the one that the platform gave it.
    package func settlements(
        of store: StoreID, numbered number: String? = nil, from: Timestamp?, to: Timestamp?,
        limit: Int
    ) throws -> [StoredSettlement] {
        try db.all(
            """
            SELECT settlement.report, settlement_id, total_amount, currency, starts_at, ends_at,
                deposited_at, sum, is_balanced,
                (SELECT count(*) FROM settlement_line WHERE report = settlement.report)
            FROM settlement JOIN account_report ON account_report.id = settlement.report
            WHERE store = ? AND coalesce(ends_at, created_at) BETWEEN ? AND ?
                AND settlement_id = coalesce(?, settlement_id)
            ORDER BY coalesce(ends_at, created_at) DESC, settlement.report DESC LIMIT ?
            """,
            [
                store.rawValue, from?.milliseconds ?? Int64.min, to?.milliseconds ?? Int64.max,
                number, limit,
            ]
        ) { fields in
            let report = try fields.number()
            var settlement = Settlement(
                settlementID: try fields.text(),
                total: Money(amount: try fields.text(), currency: try fields.text()), lines: [])
            settlement.start = try fields.optionalTime()
            settlement.end = try fields.optionalTime()
            settlement.depositedAt = try fields.optionalTime()
            return StoredSettlement(
                report: report, settlement: settlement, sum: try fields.optionalText(),
                isBalanced: try fields.flag(), lineCount: try fields.count())
        }
    }

    /// The lines of one settlement, in its own order.
    package func settlementLines(of report: Int64, limit: Int) throws -> [SettlementLine] {
        try db.all(
            """
            SELECT line, transaction_type, amount_type, amount_description, amount, order_id,
                sku, quantity, marketplace_name, posted_at
            FROM settlement_line WHERE report = ? ORDER BY line LIMIT ?
            """, [report, limit]
        ) { fields in
            SettlementLine(
                line: try fields.count(), transactionType: try fields.text(),
                amountType: try fields.optionalText(),
                amountDescription: try fields.optionalText(), amount: try fields.text(),
                order: try fields.optionalName(), sku: try fields.optionalText(),
                quantity: try fields.optionalNumber().map { Int($0) },
                marketplaceName: try fields.optionalText(), postedAt: try fields.optionalTime())
        }
    }
}
