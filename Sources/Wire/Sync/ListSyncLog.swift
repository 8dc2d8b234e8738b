package import HelpDesk
package import SwiftExtensions

/// What was asked of platforms and mailboxes, newest first, within the caller's stores. Anybody may
/// look. All filters given must fit. Error: `storeOutOfScope`.
package struct ListSyncLog: RemoteCall {
    package static let method = "sync.log"
    package var store: StoreID?
    /// The platform's name of the call, whole and case-sensitive.
    package var operation: String?
    package var errorClass: SyncErrorClass?
    /// Leaves out what succeeded.
    package var onlyFailures: Bool
    /// Only entries older than this one: the last of the page before.
    package var before: SyncLogID?
    /// 1 to 500; the core clamps it.
    package var limit: Int

    package init(
        store: StoreID? = nil, operation: String? = nil, errorClass: SyncErrorClass? = nil,
        onlyFailures: Bool = false, before: SyncLogID? = nil, limit: Int = 100
    ) {
        self.store = store
        self.operation = operation
        self.errorClass = errorClass
        self.onlyFailures = onlyFailures
        self.before = before
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var entries: [SyncLogEntry]
        /// Whether older entries fit the filters too.
        package var hasMore: Bool
        package init(entries: [SyncLogEntry], hasMore: Bool) {
            self.entries = entries
            self.hasMore = hasMore
        }
    }
}

/// One call to a platform or one pass over a mailbox.
package struct SyncLogEntry: Codable, Sendable, Hashable, Identifiable {
    package var id: SyncLogID
    /// When the call began.
    package var at: Timestamp
    package var store: StoreID?
    package var operation: String
    /// HTTP status, or the mail server's code; nil when there was no answer.
    package var status: Int?
    /// Nil for a success.
    package var errorClass: SyncErrorClass?
    package var durationMilliseconds: Int
    /// The platform's own id of the request, to quote to its support.
    package var requestID: String?
    /// Bytes of the answer's body.
    package var byteCount: Int?
    /// Counted from one; above one for a repeat of the same call.
    package var attempt: Int
    /// What came of it in a few words, cleaned, no personal data: `50 orders`, the error's words.
    package var message: String

    package init(
        id: SyncLogID, at: Timestamp, store: StoreID?, operation: String, status: Int?,
        errorClass: SyncErrorClass?, durationMilliseconds: Int, requestID: String?,
        byteCount: Int?, attempt: Int = 1, message: String = ""
    ) {
        self.id = id
        self.at = at
        self.store = store
        self.operation = operation
        self.status = status
        self.errorClass = errorClass
        self.durationMilliseconds = durationMilliseconds
        self.requestID = requestID
        self.byteCount = byteCount
        self.attempt = attempt
        self.message = message
    }
}
