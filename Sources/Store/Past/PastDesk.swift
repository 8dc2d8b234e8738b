import GRDB
package import HelpDesk
package import SwiftExtensions
import Synchronization

/// The desk as it was after one event: rows of then, with the words that are still there.
package final class PastDesk: Sendable {
    /// The last event that had happened.
    package let sequence: EventSequence
    private let file: PastFile
    private let key: ContentKey
    private let files: ContentFiles

    init(_ file: PastFile, key: ContentKey, files: ContentFiles) {
        self.file = file
        self.key = key
        self.files = files
        sequence = EventSequence(file.sequence)
    }

    deinit { file.remove() }

    /// Reads the past with the same questions as the present.
    package func read<T: Sendable>(
        _ body: @Sendable (ReadTransaction) throws -> T
    ) async throws -> T {
        try await file.queue.read {
            try body(ReadTransaction($0, key: self.key, files: self.files))
        }
    }
}

/// Makes desks of the past, one at a time, and keeps the last ones for further pages.
actor PastDesks {
    private static let limit = 2
    let shelf: SnapshotShelf
    private var isPrepared = false
    private var recent: [PastDesk] = []

    init(besideDatabase path: String) {
        shelf = SnapshotShelf(besideDatabase: path)
    }

    func desk(
        _ database: DeskDatabase, live: String, through end: Int64
    ) async throws -> PastDesk {
        if let index = recent.firstIndex(where: { $0.sequence.rawValue == end }) {
            let found = recent.remove(at: index)
            recent.append(found)
            return found
        }
        try prepare()
        var file = try PastFile(at: shelf.workingPath(), from: shelf.newest(through: end))
        do {
            let folded = end - file.sequence
            try await file.fold(database, through: end)
            if folded >= SnapshotShelf.shortest {
                let newest = try await database.writer.read { try EventLog.lastSequence($0) }
                try shelf.keep(file, end: newest)
            }
            try file.attach(live: live)
        } catch {
            file.remove()
            throw error
        }
        let desk = PastDesk(file, key: database.key, files: database.files)
        recent.append(desk)
        if recent.count > Self.limit { recent.removeFirst() }
        return desk
    }

    /// Keeps the rows of now for looks back from later; does nothing soon after the last time.
    func keepSnapshot(_ database: DeskDatabase) async throws -> Bool {
        try prepare()
        let end = try await database.writer.read { try EventLog.lastSequence($0) }
        let base = shelf.newest(through: end)
        guard end - (base?.sequence ?? 0) >= SnapshotShelf.shortest else { return false }
        var file = try PastFile(at: shelf.workingPath(), from: base)
        defer { file.remove() }
        try await file.fold(database, through: end)
        try shelf.keep(file, end: end)
        return true
    }

    func prepare() throws {
        if !isPrepared { try shelf.prepare() }
        isPrepared = true
    }
}

extension DeskDatabase {
    /// The desk as of an instant: after the last event that the log had by then, also where the
    /// clock was set back since. Throws `past.unknown` for an instant before the first event.
    package func past(at instant: Timestamp) async throws -> PastDesk {
        guard let pastDesks, let path else {
            throw DeskError(.internalError, detail: "A desk in memory keeps no past.")
        }
        let sequence = try await writer.read { try EventLog.sequence(at: instant, $0) }
        guard sequence > 0 else { throw DeskError(.pastUnknown, ["at": instant.iso8601]) }
        return try await pastDesks.desk(self, live: path, through: sequence)
    }

    /// Where the database lies; nil in memory.
    package var folder: String? {
        path.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) }
    }

    /// Keeps the rows of now, so that looks back stay short; false when that is not worth it yet
    /// or the desk is in memory.
    @discardableResult
    package func keepSnapshot() async throws -> Bool {
        try await pastDesks?.keepSnapshot(self) ?? false
    }
}

extension EventLog {
    /// The newest entry of which the counter had come no further than `instant`; zero for none.
    /// Looks at a few entries only: the counter never falls.
    static func sequence(at instant: Timestamp, _ db: Database) throws -> Int64 {
        var low: Int64 = 0
        var high = try lastSequence(db)
        while low < high {
            let middle = low + (high - low + 1) / 2
            let counter = try db.number("SELECT counter FROM event WHERE seq = ?", [middle])
            if let counter, counter <= instant.milliseconds {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }
}
