import GRDB
package import HelpDesk
package import SwiftExtensions

/// What an attempt to sign the end of the log gave.
package enum CheckpointResult: Hashable, Sendable {
    /// Everything is covered already.
    case covered
    case signed(Checkpoint)
    /// The chain is broken since the last checkpoint; nothing is signed over it.
    case broken(RecordBreak)
}

extension DeskDatabase {
    /// Signs all entries that no checkpoint covers, after recomputing their chain. What is broken
    /// is not signed over unless a segment that names a break has begun since.
    package func checkpoint(at now: Timestamp) async throws -> CheckpointResult {
        let result = try await writer.read { try self.prepare($0, now) }
        if case .signed(let checkpoint) = result {
            try await writer.write { try CheckpointRows.insert(checkpoint, $0) }
        }
        return result
    }

    /// `checkpoint` for callers without a task: command-line tools and tests.
    package func checkpointSync(at now: Timestamp) throws -> CheckpointResult {
        let result = try writer.read { try prepare($0, now) }
        if case .signed(let checkpoint) = result {
            try writer.write { try CheckpointRows.insert(checkpoint, $0) }
        }
        return result
    }

    private func prepare(_ db: Database, _ now: Timestamp) throws -> CheckpointResult {
        let last = try CheckpointRows.newest(db, log: log)
        let end = try EventLog.head(db, log: log)
        guard end.sequence > 0, end.sequence != last?.entries else { return .covered }
        let start = try start(db, after: last)
        if let last, last.entries == start.sequence, start.sequence > end.sequence {
            return .broken(
                RecordBreak(.truncated, entry: last.entries, checkpoint: last.number))
        }
        var walk = ChainWalk(log: log, after: start)
        try EntryRow.each(db, after: start.sequence, through: end.sequence) { walk.visit($0) }
        if let found = walk.breaks.first { return .broken(found) }
        return .signed(
            try .signed(log: log, covering: end, at: now, after: last, with: auditKey))
    }

    /// Where the unsigned part begins: after the last checkpoint, as it was signed, or where a
    /// later segment begins.
    private func start(_ db: Database, after last: Checkpoint?) throws -> ChainHead {
        let since = last?.at.milliseconds ?? .min
        let segment = try RecordCheck.signedBreaks(db, log: log, by: auditKey.publicKey)
            .last { $0.counter >= since }?.sequence
        guard let segment else {
            guard let last else { return .beginning(of: log) }
            let hash = HexText.bytes(of: last.head).flatMap(Hash256.init)
            let counter = try db.number(
                "SELECT counter FROM event WHERE seq = ?", [last.entries])
            guard let hash else { throw Fields.damaged("a checkpoint's head") }
            return ChainHead(sequence: last.entries, counter: counter ?? .min, hash: hash)
        }
        guard segment > 1 else { return .beginning(of: log) }
        let before = try EntryRow.read(db, after: segment - 2, limit: 1).first
        guard let before, let hash = before.hash, before.entry.sequence == segment - 1 else {
            return .beginning(of: log)
        }
        return ChainHead(sequence: segment - 1, counter: before.entry.counter, hash: hash)
    }

    /// Recomputes the whole record and compares it with its checkpoints and with `copies` of them
    /// from a second place; nil when there are none. Throws only when the file cannot be read.
    package func checkRecord(copies: [Checkpoint]? = nil) async throws -> RecordReport {
        let publicKey = auditKey.publicKey
        return try await writer.read {
            try RecordCheck(db: $0, publicKey: publicKey, copies: copies).report()
        }
    }

    /// `checkRecord` for callers without a task.
    package func checkRecordSync(copies: [Checkpoint]? = nil) throws -> RecordReport {
        try writer.read {
            try RecordCheck(db: $0, publicKey: auditKey.publicKey, copies: copies).report()
        }
    }

    /// The public key that checkpoints are signed with, in lower-case hex.
    package var publicKey: String { auditKey.publicKey }

    /// A signature (Ed25519) with the key of the checkpoints, in lower-case hex.
    package func sign(_ bytes: [UInt8]) throws -> String { try auditKey.sign(bytes) }
}

extension DatabaseInspection {
    /// `DeskDatabase.checkRecord` for a file that no core has open, or beside one; `publicKey` in
    /// lower-case hex.
    package func checkRecord(publicKey: String, copies: [Checkpoint]?) throws -> RecordReport {
        try look { db, _ in
            try RecordCheck(db: db, publicKey: publicKey, copies: copies).report()
        }
    }
}
