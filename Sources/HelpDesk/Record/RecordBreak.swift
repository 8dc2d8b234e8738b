/// A place where the record is not what was once written (helpdesk sections 15.4 and 15.5).
package struct RecordBreak: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The entry does not have the hash that it carries.
        case edited
        /// Entries between the one before and this one are gone.
        case missing
        /// The entry stands elsewhere than it was written.
        case moved
        /// The entry is sound by itself and does not follow the one before it.
        case unlinked
        /// The entry carries no hash.
        case unsealed
        /// The counter of the entry runs back.
        case counter
        /// Entries that a checkpoint covers are gone from the end of the log.
        case truncated
        /// As `truncated`, and others were written in their place since.
        case overwritten
        /// The chain is whole but is not the one that a checkpoint covers.
        case restamped
        /// A checkpoint is not what was signed.
        case checkpointChanged = "checkpoint-changed"
        /// A checkpoint was signed with another key.
        case foreignKey = "foreign-key"
        /// A checkpoint of which a later one or a copy knows is gone.
        case checkpointMissing = "checkpoint-missing"
        /// More of the log's end is without a checkpoint than any core leaves so.
        case uncovered
        /// The copy is of another log.
        case otherLog = "other-log"
    }

    package var kind: Kind
    /// The place in the log, counted from 1; nil when it is about a checkpoint alone.
    package var entry: Int64?
    /// The number of the checkpoint that shows it.
    package var checkpoint: Int64?
    /// Whether only the copy in the second place shows it.
    package var isFromCopy: Bool
    /// Where the entry was written, for one that was moved.
    package var writtenAs: Int64?

    package init(
        _ kind: Kind, entry: Int64? = nil, checkpoint: Int64? = nil, isFromCopy: Bool = false,
        writtenAs: Int64? = nil
    ) {
        self.kind = kind
        self.entry = entry
        self.checkpoint = checkpoint
        self.isFromCopy = isFromCopy
        self.writtenAs = writtenAs
    }

    /// Tells breaks apart in one line of plain words for programs, such as `edited entry 5`.
    package var name: String {
        var name = kind.rawValue
        if let entry { name += " entry \(entry)" }
        if let checkpoint { name += " checkpoint \(checkpoint)" }
        if isFromCopy { name += " by copy" }
        return name
    }
}
