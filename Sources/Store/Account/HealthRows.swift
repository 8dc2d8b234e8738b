import GRDB
package import HelpDesk
package import SwiftExtensions

/// One value of a metric's history.
package struct HealthPoint: Hashable, Sendable {
    package var at: Timestamp
    package var marketplaceID: String
    package var name: String
    package var value: String
}

extension WriteTransaction {
    /// Puts the rows of a health report in the place of earlier ones of the same report.
    package func putHealth(_ entries: [HealthEntry], of report: Int64) throws {
        try db.run("DELETE FROM health_entry WHERE report = ?", [report])
        for (position, entry) in entries.enumerated() {
            try db.run(
                "INSERT INTO health_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    report, position, entry.marketplaceID, entry.kind.rawValue, entry.name,
                    entry.status, entry.value, entry.target, entry.condition, entry.count,
                    entry.total, entry.from?.milliseconds, entry.to?.milliseconds,
                ])
        }
    }
}

extension ReadTransaction {
    /// A health report's rows in its own order.
    package func health(of report: Int64) throws -> [HealthEntry] {
        try db.all(
            """
            SELECT marketplace_id, kind, name, status, value, target, condition, count, total,
                date_from, date_to
            FROM health_entry WHERE report = ? ORDER BY position
            """, [report]
        ) { fields in
            HealthEntry(
                marketplaceID: try fields.text(), kind: try fields.word(),
                name: try fields.text(), status: try fields.text(),
                value: try fields.optionalText(), target: try fields.optionalText(),
                condition: try fields.optionalText(),
                count: try fields.optionalNumber().map { Int($0) },
                total: try fields.optionalNumber().map { Int($0) },
                from: try fields.optionalTime(), to: try fields.optionalTime())
        }
    }

    /// The metrics of a store's health reports since an instant, the oldest first.
    package func healthHistory(of store: StoreID, since: Timestamp) throws -> [HealthPoint] {
        try db.all(
            """
            SELECT account_report.created_at, marketplace_id, name, value
            FROM account_report JOIN health_entry ON health_entry.report = account_report.id
            WHERE store = ? AND topic = ? AND account_report.created_at >= ?
                AND value IS NOT NULL
            ORDER BY account_report.created_at, account_report.id, position
            """, [store.rawValue, AccountTopic.health.rawValue, since.milliseconds]
        ) { fields in
            HealthPoint(
                at: try fields.time(), marketplaceID: try fields.text(),
                name: try fields.text(), value: try fields.text())
        }
    }
}
