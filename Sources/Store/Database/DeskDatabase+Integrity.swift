import GRDB

extension DeskDatabase {
    /// SQLite's own checks of the file and of all foreign keys; empty means sound.
    package func checkIntegrity() throws -> [String] {
        try writer.read { db in
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
}
