package import SwiftExtensions

/// How far a store's orders are synced: a value that is saved with each page.
package struct OrderSyncCursor: Hashable, Sendable, Codable {
    /// A window that is being read, page by page; its ends stay as they were first asked.
    package struct Window: Hashable, Sendable, Codable {
        package var after: Timestamp
        /// Nil leaves the end to the platform.
        package var before: Timestamp?
        package var openedAt: Timestamp
        /// What the platform vouches for, as the first page said.
        package var vouchedUpTo: Timestamp?
        package var pageToken: String?
        package var pageTokenAt: Timestamp?
        package var pagesRead: Int
        /// A token that was handed out a while ago: one that comes again leads in a circle. Each
        /// stays for twice as many pages as the one before, so a circle of any length meets one
        /// (Brent).
        package var markedToken: String?
    }

    /// Everything that changed between the start of the newest days and here is stored.
    package var coveredUpTo: Timestamp?
    /// When the last look for changes was complete.
    package var lookedAt: Timestamp?
    package var rescannedAt: Timestamp?
    /// The slice of the past that is being read, or comes next.
    package var backfill: Window?
    /// Where the past to be read begins and ends; nil before the first look, and in cursors of
    /// earlier versions, which read it as one window.
    package var backfillFloor: Timestamp?
    package var backfillCeiling: Timestamp?
    /// Orders that the back-fill has read.
    package var backfillRecords: Int?
    package var isBackfillDone: Bool
    package var changes: Window?
    package var rescan: Window?
    /// Page tokens that were refused since the last one that was taken; nil for none.
    var tokenRefusals: Int?
    /// When the last one was refused; nil for never, and in cursors of earlier versions.
    var tokenRefusedAt: Timestamp?
    /// Windows that are read in pieces, by their lane.
    var narrow: [String: Narrow]?
    /// A store that has never been synced.
    package init() {
        isBackfillDone = false
    }
}
