import GRDB
import HelpDesk

/// Walks entries one after another and notes where the chain is not what was written.
struct ChainWalk {
    /// Like breaks one after another are told once each up to this many; a log written anew has
    /// one in every row.
    static let breakLimit = 20
    /// How far from its place a moved entry is looked for.
    private static let reach: Int64 = 64

    let log: String
    private(set) var head: ChainHead
    private(set) var breaks: [RecordBreak] = []
    private(set) var behindClock: Int64 = 0
    /// False where the entry before is not known well enough to compare the link with.
    private var knowsPrevious = true

    init(log: String, after head: ChainHead) {
        self.log = log
        self.head = head
    }

    mutating func visit(_ row: EntryRow) {
        let entry = row.entry
        if entry.sequence != head.sequence + 1 {
            note(RecordBreak(.missing, entry: head.sequence + 1))
            knowsPrevious = false
        }
        guard row.hasCounter, let previous = row.previous, let hash = row.hash else {
            note(RecordBreak(.unsealed, entry: entry.sequence))
            head = ChainHead(sequence: entry.sequence, counter: head.counter, hash: head.hash)
            knowsPrevious = false
            return
        }
        var isInPlace = true
        if entry.hash(log: log, after: previous) != hash {
            let found = misfit(entry, previous, hash)
            note(found)
            isInPlace = found.kind != .moved
        } else if knowsPrevious, previous != head.hash {
            note(RecordBreak(.unlinked, entry: entry.sequence))
        } else if entry.counter < head.counter || entry.counter < entry.at {
            note(RecordBreak(.counter, entry: entry.sequence))
        }
        if entry.at < entry.counter { behindClock += 1 }
        head = ChainHead(sequence: entry.sequence, counter: entry.counter, hash: hash)
        knowsPrevious = isInPlace
    }

    /// Whether the entry was written under another number, or is not what was written at all.
    private func misfit(_ entry: SealedEntry, _ previous: Hash256, _ hash: Hash256) -> RecordBreak {
        var candidate = entry
        for number in max(1, entry.sequence - Self.reach)...(entry.sequence + Self.reach) {
            candidate.sequence = number
            if candidate.hash(log: log, after: previous) == hash {
                return RecordBreak(.moved, entry: entry.sequence, writtenAs: number)
            }
        }
        return RecordBreak(.edited, entry: entry.sequence)
    }

    private mutating func note(_ found: RecordBreak) {
        guard breaks.count < Self.breakLimit else { return }
        breaks.append(found)
    }
}
