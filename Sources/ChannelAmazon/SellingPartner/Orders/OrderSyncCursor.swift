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
    }

    /// Everything that changed between the start of the newest days and here is stored.
    package var coveredUpTo: Timestamp?
    /// When the last look for changes was complete.
    package var lookedAt: Timestamp?
    package var rescannedAt: Timestamp?
    /// Still to be read once: the days before the first look.
    package var backfill: Window?
    package var isBackfillDone: Bool
    package var changes: Window?
    package var rescan: Window?
    /// Whether the back-fill's turn is next when both it and newer changes wait.
    package var isBackfillTurn: Bool

    /// A store that has never been synced.
    package init() {
        isBackfillDone = false
        isBackfillTurn = false
    }
}
