import GRDB

@testable import Store

extension DeskDatabase {
    /// Changes the database behind the record's back, as somebody with the file could.
    func tamper(_ sql: String...) throws {
        try writer.write { db in
            for statement in sql { try db.execute(sql: statement) }
        }
    }
}
