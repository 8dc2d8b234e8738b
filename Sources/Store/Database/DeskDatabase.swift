import GRDB
package import HelpDesk
package import SwiftExtensions
import Synchronization

/// The desk's database: an append-only event log, the rows that are its fold, and the contents
/// (words, names, bytes) that retention may empty. The only place that speaks SQL.
package final class DeskDatabase: Sendable {
    let writer: any DatabaseWriter
    let key: ContentKey
    let files: ContentFiles
    let log: String
    let auditKey: AuditKey
    /// Nil for a database in memory.
    let path: String?
    let pastDesks: PastDesks?
    private let sinks = Mutex<[@Sendable ([EventRecord]) -> Void]>([])

    /// Opens or creates the file, in WAL mode with full synchronisation, and brings its schema up
    /// to date. Throws `DeskError.dataTooNew` when a newer version of the desk has written it.
    package convenience init(path: String, key: ContentKey) throws {
        let pool = try DatabasePool(path: path, configuration: DatabaseSettings.configuration())
        try self.init(
            writer: pool, key: key, auditKey: try AuditKey.load(besideDatabase: path),
            files: ContentFiles(besideDatabase: path), path: path)
        try moveFilesOut()
    }

    init(
        writer: any DatabaseWriter, key: ContentKey, auditKey: AuditKey = .forTests,
        files: ContentFiles = ContentFiles(folder: nil), path: String? = nil,
        migrations: [Migration] = Migrations.all
    ) throws {
        self.writer = writer
        self.key = key
        self.files = files
        self.auditKey = auditKey
        self.path = path
        pastDesks = path.map(PastDesks.init(besideDatabase:))
        try DatabaseSettings.makeDurable(writer)
        try Migrations.apply(migrations, to: writer)
        try EarlierEntries.seal(writer)
        log = try writer.read { try EventLog.name($0) }
    }

    /// A database that lives as long as this object, with a fixed key unless one is given.
    package static func inMemory(key: ContentKey = .forTests) throws -> DeskDatabase {
        let queue = try DatabaseQueue(configuration: DatabaseSettings.configuration())
        return try DeskDatabase(writer: queue, key: key)
    }

    /// Calls `sink` with the events of each commit, in log order, on the writer's own queue: it
    /// must hand them on and return. It must not use the database.
    package func observe(_ sink: @escaping @Sendable ([EventRecord]) -> Void) {
        sinks.withLock { $0.append(sink) }
    }

    /// Runs `body` in one transaction. Once a `record` has failed nothing can be committed, even
    /// when `body` swallows the error. Throws what `body` throws, `StoreConflict` for a refused
    /// duplicate, and `DeskError.ticketDebtOwed` when a closed ticket would still owe an answer.
    package func write<T: Sendable>(
        as actor: Actor, from origin: EntryOrigin = .unknown, at now: Timestamp,
        _ body: @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        try await writer.write { try self.transact($0, actor, origin, now, body) }
    }

    /// `write` for callers without a task: command-line tools and tests.
    package func writeSync<T>(
        as actor: Actor, from origin: EntryOrigin = .unknown, at now: Timestamp,
        _ body: (WriteTransaction) throws -> T
    ) throws -> T {
        try writer.write { try transact($0, actor, origin, now, body) }
    }

    /// Runs `body` on one unchanging state of the database.
    package func read<T: Sendable>(
        _ body: @Sendable (ReadTransaction) throws -> T
    ) async throws -> T {
        try await writer.read { try body(ReadTransaction($0, key: self.key, files: self.files)) }
    }

    /// `read` for callers without a task: command-line tools and tests.
    package func readSync<T>(_ body: (ReadTransaction) throws -> T) throws -> T {
        try writer.read { try body(ReadTransaction($0, key: key, files: files)) }
    }

    /// Closes the file. Later calls throw.
    package func close() throws {
        // What lies in the log beside the file moves into it, so that a copy of the file is whole. A
        // reader in between only puts that off.
        _ = try? writer.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try writer.close()
    }

    private func transact<T>(
        _ db: Database, _ actor: Actor, _ origin: EntryOrigin, _ now: Timestamp,
        _ body: (WriteTransaction) throws -> T
    ) throws -> T {
        let transaction = try WriteTransaction(
            db, key: key, files: files, log: log, actor: actor, origin: origin, now: now)
        let result = try StoreConflict.translating { try body(transaction) }
        try transaction.finish()
        let events = transaction.recorded
        guard !events.isEmpty else { return result }
        db.afterNextTransaction { _ in
            for sink in self.sinks.withLock({ $0 }) { sink(events) }
        }
        return result
    }
}
