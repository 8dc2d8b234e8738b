import GRDB
package import HelpDesk
import SwiftExtensions

/// A stored report and how reading it went.
package struct StoredReport: Hashable, Sendable {
    package var report: AccountReport
    /// Nil as long as nobody read it.
    package var rowCount: Int?
    package var problem: String?
    package var badLines: Int
}

extension ReadTransaction {
    private static var columns: String {
        """
        id, store, topic, platform_id, document_id, type, created_at, stored_at, digest, \
        data_start, data_end, charset, row_count, problem, \
        (SELECT count(*) FROM account_bad_line WHERE report = account_report.id)
        """
    }

    /// One stored report.
    package func accountReport(_ id: Int64) throws -> StoredReport? {
        try reports("WHERE id = ?", [id]).first
    }

    /// Whether the platform's report lies here already.
    package func hasReport(_ platformID: String, of store: StoreID) throws -> Bool {
        try db.number(
            "SELECT id FROM account_report WHERE store = ? AND platform_id = ?",
            [store.rawValue, platformID]) != nil
    }

    /// A store's reports of a topic, the newest first.
    package func accountReports(
        of store: StoreID, _ topic: AccountTopic, limit: Int
    ) throws -> [StoredReport] {
        try reports(
            "WHERE store = ? AND topic = ? ORDER BY created_at DESC, id DESC LIMIT ?",
            [store.rawValue, topic.rawValue, limit])
    }

    /// Reports whose documents lie here and were never read, the oldest first.
    package func unreadReports(of store: StoreID) throws -> [StoredReport] {
        try reports(
            "WHERE store = ? AND row_count IS NULL ORDER BY id LIMIT 100", [store.rawValue])
    }

    /// The lines of a report that could not be used.
    package func badLines(of report: Int64) throws -> [BadReportLine] {
        try db.all(
            "SELECT line, field, reason FROM account_bad_line WHERE report = ? ORDER BY position",
            [report]
        ) { fields in
            BadReportLine(
                line: try fields.count(), field: try fields.text(), reason: try fields.text())
        }
    }

    private func reports(_ rest: String, _ values: [Binding]) throws -> [StoredReport] {
        try db.all("SELECT \(Self.columns) FROM account_report \(rest)", values) { fields in
            var report = AccountReport(
                id: try fields.number(), store: try fields.name(), topic: try fields.word(),
                platformID: try fields.text(), documentID: try fields.text(),
                type: try fields.text(), createdAt: try fields.time(),
                storedAt: try fields.time(), digest: try fields.text())
            report.dataStart = try fields.optionalTime()
            report.dataEnd = try fields.optionalTime()
            report.charset = try fields.optionalText()
            return StoredReport(
                report: report, rowCount: try fields.optionalNumber().map { Int($0) },
                problem: try fields.optionalText(), badLines: try fields.count())
        }
    }
}

extension WriteTransaction {
    /// A number for the next report.
    package func nextReportID() throws -> Int64 {
        (try db.number("SELECT max(id) FROM account_report") ?? 0) + 1
    }

    /// Notes that a notification was seen; false when it had been before. Old notes are dropped.
    package func seeNotification(_ id: String) throws -> Bool {
        try db.run(
            "DELETE FROM seen_notification WHERE seen_at < ?",
            [(now - .days(15)).milliseconds])
        return try db.changeOne(
            "INSERT INTO seen_notification (id, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [id, now.milliseconds])
    }
}
