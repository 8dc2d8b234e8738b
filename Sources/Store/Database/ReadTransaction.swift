import GRDB

/// One unchanging state of the database. Use it only inside the closure that got it.
package class ReadTransaction {
    let db: Database
    let key: ContentKey
    let files: ContentFiles

    init(_ db: Database, key: ContentKey, files: ContentFiles = ContentFiles(folder: nil)) {
        self.db = db
        self.key = key
        self.files = files
    }
}
