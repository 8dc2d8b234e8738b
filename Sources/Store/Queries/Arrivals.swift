import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// How many buyers' messages of a store arrived in each hour of the week, in all of
    /// [start, end), by the platform's time. The week begins with the hour of 1970-01-01T00:00Z.
    package func arrivalsByHour(
        of store: StoreID, from start: Timestamp, to end: Timestamp
    ) throws -> [Int: Int] {
        let pairs = try db.all(
            """
            SELECT (message.platform_time / 3600000) % 168, count(*)
            FROM message JOIN ticket ON ticket.id = message.ticket
            WHERE ticket.store = ? AND message.direction = 'inbound'
            AND message.platform_time >= ? AND message.platform_time < ?
            GROUP BY 1
            """, [store.rawValue, start.milliseconds, end.milliseconds]
        ) { (try $0.count(), try $0.count()) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The platform's time of a store's first buyer's message; nil without any.
    package func firstArrival(of store: StoreID) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(message.platform_time)
            FROM message JOIN ticket ON ticket.id = message.ticket
            WHERE ticket.store = ? AND message.direction = 'inbound'
            """, [store.rawValue]
        ).map(Timestamp.init(milliseconds:))
    }
}

extension ReadTransaction {
    /// Mails that are held back, within these stores; those of no store belong to all.
    package func quarantinedMails(_ scope: StoreScope) throws -> Int {
        guard case .only(let stores) = scope else {
            return Int(
                try db.number("SELECT count(*) FROM raw_mail WHERE outcome = 'quarantined'") ?? 0)
        }
        let names = stores.map(\.rawValue).sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return Int(
            try db.number(
                """
                SELECT count(*) FROM raw_mail
                WHERE outcome = 'quarantined' AND store IN (\(marks))
                """, names) ?? 0)
    }
}
