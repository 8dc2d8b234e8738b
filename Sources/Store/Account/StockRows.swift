import GRDB
package import HelpDesk
package import SwiftExtensions

extension WriteTransaction {
    /// Puts the platform's present numbers of one keeper and marketplace in the place of the
    /// earlier ones: what is not named any more is gone, but for the products in `keeping`, whose
    /// new numbers nobody could read. Nil keeps all that is not named.
    package func putStock(
        _ levels: [StockLevel], of store: StoreID, _ keeper: StockLevel.Keeper,
        marketplaceID: String, keeping: Set<String>? = []
    ) throws {
        if let keeping {
            let kept = keeping.sorted()
            let marks = Array(repeating: "?", count: kept.count).joined(separator: ", ")
            try db.run(
                """
                DELETE FROM stock_level
                WHERE store = ? AND keeper = ? AND marketplace_id = ? AND sku NOT IN (\(marks))
                """, [store.rawValue, keeper.rawValue, marketplaceID] + kept)
        }
        for level in levels {
            try db.run(
                "INSERT OR REPLACE INTO stock_level VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    store.rawValue, keeper.rawValue, marketplaceID, level.sku, level.asin,
                    level.title, level.available, level.inbound, level.reserved,
                    level.researching, level.unfulfillable, level.updatedAt?.milliseconds,
                    now.milliseconds,
                ])
        }
    }
}

extension ReadTransaction {
    /// A store's stock, what is short first.
    package func stock(
        of store: StoreID, offset: Int, limit: Int
    ) throws -> [(level: StockLevel, seenAt: Timestamp)] {
        try db.all(
            """
            SELECT marketplace_id, sku, keeper, available, inbound, reserved, researching,
                unfulfillable, asin, title, updated_at, seen_at
            FROM stock_level WHERE store = ?
            ORDER BY available, sku, marketplace_id, keeper LIMIT ? OFFSET ?
            """, [store.rawValue, limit, offset]
        ) { fields in
            var level = StockLevel(
                marketplaceID: try fields.text(), sku: try fields.text(),
                keeper: try fields.word(), available: try fields.count(),
                inbound: try fields.count(), reserved: try fields.count(),
                researching: try fields.count(), unfulfillable: try fields.count())
            level.asin = try fields.optionalText()
            level.title = try fields.optionalText()
            level.updatedAt = try fields.optionalTime()
            return (level, try fields.time())
        }
    }

    /// How many products a store has in stock, and how many of them there is nothing left of.
    package func stockTotals(of store: StoreID) throws -> (products: Int, empty: Int) {
        let found = try db.one(
            """
            SELECT count(*), coalesce(sum(available <= 0), 0) FROM stock_level WHERE store = ?
            """, [store.rawValue]
        ) { (try $0.count(), try $0.count()) }
        return (found?.0 ?? 0, found?.1 ?? 0)
    }
}
