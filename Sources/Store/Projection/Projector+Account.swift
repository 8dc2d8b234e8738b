import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func account(_ event: AccountEvent, at instant: Timestamp) throws {
        switch event {
        case .taskMoved(let task): try move(task)
        case .reportStored(let report): try store(report)
        case .reportRead(let reading): try note(reading)
        case .participationsSeen(let seen): try see(seen)
        case .financesSeen(let finances): try see(finances, at: instant)
        }
    }

    private func move(_ task: AccountTask) throws {
        try db.run(
            """
            INSERT INTO account_task (
                store, topic, phase, report_id, requested_at, last_attempt, last_success,
                next_run, failure, missing_role, platform_note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                phase = excluded.phase, report_id = excluded.report_id,
                requested_at = excluded.requested_at, last_attempt = excluded.last_attempt,
                last_success = excluded.last_success, next_run = excluded.next_run,
                failure = excluded.failure, missing_role = excluded.missing_role,
                platform_note = excluded.platform_note
            """,
            [
                task.store.rawValue, task.topic.rawValue, task.phase.rawValue, task.reportID,
                task.requestedAt?.milliseconds, task.lastAttempt?.milliseconds,
                task.lastSuccess?.milliseconds, task.nextRun.milliseconds,
                try task.failure.map { try JSONText.text($0) }, task.missingRole,
                task.platformNote,
            ])
    }

    private func store(_ report: AccountReport) throws {
        try db.run(
            """
            INSERT INTO account_report (
                id, store, topic, platform_id, document_id, type, created_at, data_start,
                data_end, stored_at, digest, charset)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                report.id, report.store.rawValue, report.topic.rawValue, report.platformID,
                report.documentID, report.type, report.createdAt.milliseconds,
                report.dataStart?.milliseconds, report.dataEnd?.milliseconds,
                report.storedAt.milliseconds, report.digest, report.charset,
            ])
    }

    private func note(_ reading: AccountReportReading) throws {
        let isKnown = try db.changeOne(
            "UPDATE account_report SET row_count = ?, problem = ? WHERE id = ?",
            [reading.rowCount, reading.problem, reading.report])
        guard isKnown else { throw Self.unknown("report", reading.report) }
        try db.run("DELETE FROM account_bad_line WHERE report = ?", [reading.report])
        for (position, bad) in reading.badLines.enumerated() {
            try db.run(
                "INSERT INTO account_bad_line VALUES (?, ?, ?, ?, ?)",
                [reading.report, position, bad.line, bad.field, bad.reason])
        }
    }

    private func see(_ seen: StoreParticipations) throws {
        try db.run(
            """
            INSERT INTO store_account (store, business_type, selling_plan) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET business_type = excluded.business_type,
                selling_plan = excluded.selling_plan
            """, [seen.store.rawValue, seen.businessType, seen.sellingPlan])
        try db.run("DELETE FROM store_participation WHERE store = ?", [seen.store.rawValue])
        for (position, place) in seen.marketplaces.enumerated() {
            try db.run(
                "INSERT INTO store_participation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    seen.store.rawValue, position, place.marketplaceID, place.name,
                    place.countryCode, place.storeName, place.isParticipating,
                    place.hasSuspendedListings,
                ])
        }
    }

    private func see(_ finances: OrderFinances, at instant: Timestamp) throws {
        try db.run(
            """
            INSERT INTO order_finances (store, order_id, fetched_at, transactions)
            VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET fetched_at = excluded.fetched_at,
                transactions = excluded.transactions
            """,
            [
                finances.store.rawValue, finances.order.rawValue, instant.milliseconds,
                try JSONText.text(finances.transactions),
            ])
    }
}
