import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// The state of one topic of a store; nil before its first turn.
    package func accountTask(_ store: StoreID, _ topic: AccountTopic) throws -> AccountTask? {
        try tasks("WHERE store = ? AND topic = ?", [store.rawValue, topic.rawValue]).first
    }

    /// Every topic of a store that had a turn.
    package func accountTasks(of store: StoreID) throws -> [AccountTask] {
        try tasks("WHERE store = ?", [store.rawValue]).sorted { $0.topic < $1.topic }
    }

    private func tasks(_ rest: String, _ values: [Binding]) throws -> [AccountTask] {
        try db.all(
            """
            SELECT store, topic, next_run, phase, report_id, requested_at, last_attempt,
                last_success, failure, missing_role, platform_note
            FROM account_task \(rest)
            """, values
        ) { fields in
            var task = AccountTask(
                store: try fields.name(), topic: try fields.word(), nextRun: try fields.time())
            task.phase = try fields.word()
            task.reportID = try fields.optionalText()
            task.requestedAt = try fields.optionalTime()
            task.lastAttempt = try fields.optionalTime()
            task.lastSuccess = try fields.optionalTime()
            task.failure = try fields.optionalJSON()
            task.missingRole = try fields.optionalText()
            task.platformNote = try fields.optionalText()
            return task
        }
    }

    /// A store's marketplaces as its account has them; nil before they were asked for.
    package func participations(of store: StoreID) throws -> StoreParticipations? {
        let found = try db.one(
            "SELECT business_type, selling_plan FROM store_account WHERE store = ?",
            [store.rawValue]
        ) { fields in
            StoreParticipations(
                store: store, marketplaces: [], businessType: try fields.optionalText(),
                sellingPlan: try fields.optionalText())
        }
        guard var found else { return nil }
        found.marketplaces = try db.all(
            """
            SELECT marketplace_id, name, country_code, store_name, is_participating,
                has_suspended_listings
            FROM store_participation WHERE store = ? ORDER BY position
            """, [store.rawValue]
        ) { fields in
            StoreParticipation(
                marketplaceID: try fields.text(), name: try fields.text(),
                countryCode: try fields.text(), storeName: try fields.optionalText(),
                isParticipating: try fields.flag(), hasSuspendedListings: try fields.flag())
        }
        return found
    }

    /// When the books of any order of a store were read last; nil before the first time.
    package func lastFinances(of store: StoreID) throws -> Timestamp? {
        try db.number(
            "SELECT max(fetched_at) FROM order_finances WHERE store = ?", [store.rawValue]
        ).map { Timestamp(milliseconds: $0) }
    }

    /// The books of one order and when they were read; nil when nobody asked yet.
    package func orderFinances(
        _ order: OrderID, of store: StoreID
    ) throws -> (finances: OrderFinances, fetchedAt: Timestamp)? {
        try db.one(
            """
            SELECT fetched_at, transactions FROM order_finances
            WHERE store = ? AND order_id = ?
            """, [store.rawValue, order.rawValue]
        ) { fields in
            let fetchedAt = try fields.time()
            return (
                OrderFinances(order: order, store: store, transactions: try fields.json()),
                fetchedAt
            )
        }
    }
}
