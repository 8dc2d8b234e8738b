import GRDB
import HelpDesk
import SwiftExtensions

/// One check of the whole record, on one unchanging state: chain, counter, checkpoints, and copies
/// of checkpoints from a second place (helpdesk section 15.5).
struct RecordCheck {
    let db: Database
    /// The public key that checkpoints must be signed with.
    let publicKey: String
    /// Checkpoints of the second place; nil when there is none.
    let copies: [Checkpoint]?

    /// No core leaves more than this without a checkpoint: it signs every thousand entries or ten
    /// minutes, and these leave room for a large transaction and a slow disk.
    private static let uncoveredEntries: Int64 = 20_000
    private static let uncoveredTime = Duration.minutes(30)

    func report() throws -> RecordReport {
        let log = try EventLog.name(db)
        var walk = ChainWalk(log: log, after: .beginning(of: log))
        try EntryRow.each(db, after: 0) { walk.visit($0) }
        let checkpoints = try CheckpointRows.all(db, log: log)
        var breaks = walk.breaks
        breaks += try chainBreaks(of: checkpoints, log, end: walk.head.sequence)
        breaks += try copyBreaks(checkpoints, log, end: walk.head.sequence)
        if let tail = try uncovered(after: checkpoints.last, end: walk.head.sequence) {
            breaks.append(tail)
        }
        let named = try Set(Self.signedBreaks(db, log: log, by: publicKey).map { $0.found })
        return RecordReport(
            log: log, entries: walk.head.sequence, checkpoints: Int64(checkpoints.count),
            covered: checkpoints.last?.entries ?? 0, copies: copies.map { Int64($0.count) },
            breaks: breaks, named: breaks.filter(named.contains),
            entriesBehindClock: walk.behindClock)
    }

    private func chainBreaks(of checkpoints: [Checkpoint], _ log: String, end: Int64) throws
        -> [RecordBreak]
    {
        var breaks: [RecordBreak] = []
        var last: Checkpoint?
        for checkpoint in checkpoints {
            let number = checkpoint.number
            if number != (last?.number ?? 0) + 1 {
                breaks.append(RecordBreak(.checkpointMissing, checkpoint: number))
            } else if checkpoint.previous != last?.digest ?? Checkpoint.noPrevious {
                // A change of the one before was said there.
                if last.map(signatureFault) == .some(nil) || last == nil {
                    breaks.append(RecordBreak(.checkpointChanged, checkpoint: number))
                }
            }
            if let fault = signatureFault(checkpoint) {
                breaks.append(RecordBreak(fault, checkpoint: number))
            } else if let found = try position(of: checkpoint, end: end, isFromCopy: false) {
                breaks.append(found)
            }
            last = checkpoint
        }
        return Array(breaks.prefix(ChainWalk.breakLimit))
    }

    /// The newest copy must lie on the chain, and the database must still have it.
    private func copyBreaks(_ checkpoints: [Checkpoint], _ log: String, end: Int64) throws
        -> [RecordBreak]
    {
        guard let newest = copies?.max(by: { $0.number < $1.number }) else { return [] }
        guard newest.log == log else {
            return [RecordBreak(.otherLog, checkpoint: newest.number, isFromCopy: true)]
        }
        if let fault = signatureFault(newest) {
            return [RecordBreak(fault, checkpoint: newest.number, isFromCopy: true)]
        }
        var breaks: [RecordBreak] = []
        if !checkpoints.contains(newest) {
            breaks.append(
                RecordBreak(.checkpointMissing, checkpoint: newest.number, isFromCopy: true))
        }
        if let found = try position(of: newest, end: end, isFromCopy: true) { breaks.append(found) }
        return breaks
    }

    private func signatureFault(_ checkpoint: Checkpoint) -> RecordBreak.Kind? {
        guard checkpoint.isSigned else { return .checkpointChanged }
        return checkpoint.key == publicKey ? nil : .foreignKey
    }

    /// Nil when the chain has, where the checkpoint says, the entry that it covers.
    private func position(of checkpoint: Checkpoint, end: Int64, isFromCopy: Bool) throws
        -> RecordBreak?
    {
        func broken(_ kind: RecordBreak.Kind) -> RecordBreak {
            RecordBreak(
                kind, entry: checkpoint.entries, checkpoint: checkpoint.number,
                isFromCopy: isFromCopy)
        }
        guard checkpoint.entries <= end else { return broken(.truncated) }
        let entry = try db.one(
            "SELECT hash, counter FROM event WHERE seq = ?", [checkpoint.entries]
        ) { fields in
            (try fields.optionalBytes().flatMap(Hash256.init), try fields.optionalNumber() ?? 0)
        }
        // A gap was said by the walk.
        guard let (hash, counter) = entry, hash?.hex != checkpoint.head else { return nil }
        return broken(counter > checkpoint.at.milliseconds ? .overwritten : .restamped)
    }

    private func uncovered(after last: Checkpoint?, end: Int64) throws -> RecordBreak? {
        let covered = last?.entries ?? 0
        guard end > covered else { return nil }
        let first = covered + 1
        let times = try db.one(
            "SELECT min(counter), max(counter) FROM event WHERE seq > ?", [covered]
        ) { fields in (try fields.optionalTime(), try fields.optionalTime()) }
        guard let times else { return nil }
        // Entries without a counter are told as unsealed.
        var isLong = false
        if let first = times.0, let last = times.1 { isLong = last - first > Self.uncoveredTime }
        guard isLong || end - covered > Self.uncoveredEntries else { return nil }
        return RecordBreak(.uncovered, entry: first)
    }

    /// A break that the keeper of the record signed for, and the entry that says so.
    struct Signed {
        var found: RecordBreak
        var sequence: Int64
        var counter: Int64
    }

    /// Hash of an entry as it stands now, in lower-case hex; of one without, what `EventLog.head` takes.
    private static func head(_ db: Database, log: String, at sequence: Int64) throws -> String {
        let hash = try db.one("SELECT hash FROM event WHERE seq = ?", [sequence]) { fields in
            try fields.optionalBytes().flatMap(Hash256.init)
        }
        return (hash.flatMap { $0 } ?? ChainHead.beginning(of: log).hash).hex
    }

    /// The breaks that the keeper of the record signed for, in order. A name alone proves nothing:
    /// whoever can edit an entry can append one.
    static func signedBreaks(
        _ db: Database, log: String, by publicKey: String
    ) throws -> [Signed] {
        let all: [Signed?] = try db.all(
            """
            SELECT coalesce(counter, 0), \(EventLog.columns) FROM event
            WHERE kind = 'break-signed' ORDER BY seq
            """
        ) { fields in
            let counter = try fields.number()
            guard let record = try? EventLog.record(from: &fields),
                case .chronicle(.breakSigned(let word)) = record.event,
                word.after == record.sequence.rawValue - 1,
                word.isSigned(log: log, by: publicKey),
                try Self.head(db, log: log, at: word.after) == word.head
            else { return nil }
            return Signed(
                found: word.found, sequence: record.sequence.rawValue, counter: counter)
        }
        return all.compactMap { $0 }
    }
}
