import GRDB
package import HelpDesk
import SwiftExtensions

extension ReadTransaction {
    /// What is known of each credential, by name.
    package func credentials() throws -> [CredentialRecord] {
        try db.all(
            "SELECT subject, renewed_at, is_estimated, warned FROM credential ORDER BY subject", []
        ) { fields in
            let name = try fields.text()
            guard let subject = CredentialSubject(name: name) else {
                throw Fields.damaged("credential \(name)")
            }
            return CredentialRecord(
                subject: subject, renewedAt: try fields.time(), isEstimated: try fields.flag(),
                warned: try fields.optionalNumber().map { Int($0) })
        }
    }

    /// One credential; nil when nobody told of it.
    package func credential(_ subject: CredentialSubject) throws -> CredentialRecord? {
        try credentials().first { $0.subject == subject }
    }
}

extension DatabaseInspection {
    /// What is known of each credential; empty in a database that is older than the calendar.
    package func credentials() throws -> [CredentialRecord] {
        try look { db, transaction in
            try db.tableExists("credential") ? transaction.credentials() : []
        }
    }

    /// Unix users of everybody who may use the desk, sorted.
    package func activeUsers() throws -> [String] {
        try look { db, _ in
            guard try db.tableExists("person") else { return [] }
            return try String.fetchAll(
                db, sql: "SELECT unix_user FROM person WHERE is_active = 1 ORDER BY unix_user")
        }
    }

    /// The last replies of a store, by what became of them.
    package struct ReplyFates: Hashable, Sendable {
        package var accepted: Int
        package var bounced: Int
    }

    /// How the replies that each store sent last fared, at most `limit` of a store.
    package func replyFates(limit: Int) throws -> [StoreID: ReplyFates] {
        try look { db, _ in
            guard try db.tableExists("outbox") else { return [:] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT store, sum(state IN ('accepted', 'confirmed')), sum(state = 'bounced')
                    FROM (
                        SELECT store, state, row_number() OVER (
                            PARTITION BY store ORDER BY id DESC) AS place
                        FROM outbox WHERE state IN ('accepted', 'confirmed', 'bounced'))
                    WHERE place <= ? GROUP BY store
                    """, arguments: [limit])
            return try Dictionary(
                rows.map { row in
                    var fields = Fields(row)
                    return (
                        try fields.name(),
                        ReplyFates(accepted: try fields.count(), bounced: try fields.count())
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}
