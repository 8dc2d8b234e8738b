import GRDB

/// One unchanging state of the database. Use it only inside the closure that got it.
package class ReadTransaction {
    let db: Database
    let key: ContentKey

    init(_ db: Database, key: ContentKey) {
        self.db = db
        self.key = key
    }
}
