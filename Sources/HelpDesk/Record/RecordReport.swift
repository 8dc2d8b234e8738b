/// What a check of the whole record found.
package struct RecordReport: Hashable, Sendable, Codable {
    package var log: String
    package var entries: Int64
    package var checkpoints: Int64
    /// Entries that the newest checkpoint covers.
    package var covered: Int64
    /// Checkpoints of the second place that were compared; nil when there was none to compare.
    package var copies: Int64?
    /// Every break found, the first of a row of like ones; empty means sound.
    package var breaks: [RecordBreak]
    /// Breaks among them that a segment names already.
    package var named: [RecordBreak]
    /// Entries written while the clock was set back.
    package var entriesBehindClock: Int64

    package init(
        log: String, entries: Int64 = 0, checkpoints: Int64 = 0, covered: Int64 = 0,
        copies: Int64? = nil, breaks: [RecordBreak] = [], named: [RecordBreak] = [],
        entriesBehindClock: Int64 = 0
    ) {
        self.log = log
        self.entries = entries
        self.checkpoints = checkpoints
        self.covered = covered
        self.copies = copies
        self.breaks = breaks
        self.named = named
        self.entriesBehindClock = entriesBehindClock
    }

    package var isSound: Bool { breaks.isEmpty }

    /// Breaks that nobody has been told of yet.
    package var news: [RecordBreak] { breaks.filter { !named.contains($0) } }
}
