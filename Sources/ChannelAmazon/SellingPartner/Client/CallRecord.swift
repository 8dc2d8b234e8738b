package import HelpDesk
package import SwiftExtensions

/// One line of the sync log: a call that went out, or was held back, and how it ended.
package struct CallRecord: Hashable, Sendable, Codable {
    package var store: StoreID
    package var operation: String
    package var startedAt: Timestamp
    package var milliseconds: Int64
    /// Counted from one within one request of the desk.
    package var attempt: Int
    /// HTTP status; nil when no answer came.
    package var status: Int?
    package var requestID: String?
    /// Nil when the answer was accepted.
    package var errorClass: SyncErrorClass?
    /// Bytes of the answer's body; nil when no answer came.
    package var byteCount: Int? = nil
    /// The platform's words for a refusal, cleaned.
    package var message: String = ""
    /// How far the platform's clock is ahead of ours; nil when nobody knows.
    package var clockOffset: Duration? = nil
}
