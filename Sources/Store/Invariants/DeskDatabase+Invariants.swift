import GRDB
package import HelpDesk
package import SwiftExtensions

extension DeskDatabase {
    /// Looks at all rules of helpdesk section 2 on one unchanging state, with the log folded into a
    /// copy: a file beside the database that is thrown away after, or memory.
    package func checkInvariants(
        at now: Timestamp, _ surroundings: InvariantSurroundings = InvariantSurroundings()
    ) async throws -> InvariantReport {
        guard let pastDesks else {
            let copy = try DeskDatabase.inMemory(key: key)
            return try await check(copy.writer, now, surroundings)
        }
        return try await pastDesks.withWorkingFile { try await check($0.queue, now, surroundings) }
    }

    private func check(
        _ copy: any DatabaseWriter, _ now: Timestamp, _ surroundings: InvariantSurroundings
    ) async throws -> InvariantReport {
        try await writer.read { db in
            try copy.write {
                try InvariantCheck(
                    original: db, copy: $0, key: self.key, files: self.files, now: now,
                    surroundings: surroundings
                ).report()
            }
        }
    }
}

extension PastDesks {
    /// Lends an empty file to be folded into.
    func withWorkingFile<T: Sendable>(
        _ body: @Sendable (PastFile) async throws -> T
    ) async throws -> T {
        try prepare()
        let file = try PastFile(at: shelf.workingPath(), from: nil)
        defer { file.remove() }
        return try await body(file)
    }
}
