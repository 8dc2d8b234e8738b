import GRDB
import HelpDesk

extension DeskDatabase {
    /// Replays all events into an empty copy in memory and compares each table row by row with
    /// what stands here, on one unchanging state; also checks that every content present still has
    /// the digest its row names. Throws only when the database cannot be read.
    package func rebuild() async throws -> RebuildReport {
        let copy = try DeskDatabase.inMemory(key: key)
        return try await writer.read { db in
            try copy.writer.write {
                try Rebuild(original: db, copy: $0, key: self.key, files: self.files).report()
            }
        }
    }

    /// `rebuild` for callers without a task.
    package func rebuildSync() throws -> RebuildReport {
        let copy = try DeskDatabase.inMemory(key: key)
        return try writer.read { db in
            try copy.writer.write {
                try Rebuild(original: db, copy: $0, key: key, files: files).report()
            }
        }
    }
}
