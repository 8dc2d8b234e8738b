import GRDB
package import HelpDesk

/// A look at a database that changes nothing, beside a running core or without one.
package final class DatabaseInspection: Sendable {
    /// The database's schema, compared with this program's.
    package enum Age: Sendable {
        case current
        /// The next start brings it up to date.
        case older
        case newer
    }

    private let reader: DatabaseQueue

    /// Opens an existing file for reading only. Throws when it is no database.
    package init(path: String) throws {
        var configuration = DatabaseSettings.configuration()
        configuration.readonly = true
        configuration.label = "desk-inspection"
        reader = try DatabaseQueue(path: path, configuration: configuration)
        _ = try reader.read { try $0.schemaVersion() }
    }

    /// Closes the file. A second call does nothing.
    package func close() {
        try? reader.close()
    }

    package func age() throws -> Age {
        let own = Set(Migrations.all.map(\.identifier))
        let applied = try reader.read { try DatabaseMigrator().appliedIdentifiers($0) }
        if !applied.isSubset(of: own) { return .newer }
        return applied == own ? .current : .older
    }

    /// SQLite's own checks of the file and of all foreign keys; empty means sound.
    package func problems() throws -> [String] {
        try reader.read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA quick_check(20)")
            let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            return pages.filter { $0 != "ok" }
                + orphans.prefix(20).map { row in
                    let table: String? = row["table"]
                    let parent: String? = row["parent"]
                    return "\(table ?? "?") names a missing \(parent ?? "?")"
                }
        }
    }

    /// Whether this key opens a raw mail that the database holds; nil when it holds none.
    package func sealedContent(opensWith key: ContentKey) throws -> Bool? {
        try reader.read { db in
            guard try db.tableExists("raw_bytes"),
                let digest = try db.text("SELECT digest FROM raw_bytes LIMIT 1")
            else { return nil }
            do {
                return try ReadTransaction(db, key: key).rawBytes(digest: digest) != nil
            } catch let error as DatabaseError {
                throw error
            } catch {
                return false
            }
        }
    }

    /// The store's newest order, nil without one.
    package func newestOrder(of store: StoreID) throws -> Order? {
        try look { _, transaction in
            try transaction.orders(scope: .all, store: store, limit: 1).first?.order
        }
    }

    /// Reads what is not sealed, for which any key will do.
    func look<T>(_ body: (Database, ReadTransaction) throws -> T) throws -> T {
        guard let key = ContentKey(bytes: [UInt8](repeating: 0, count: 32)) else {
            throw DeskError(.internalError, detail: "32 bytes are a key")
        }
        return try reader.read { db in try body(db, ReadTransaction(db, key: key)) }
    }
}
