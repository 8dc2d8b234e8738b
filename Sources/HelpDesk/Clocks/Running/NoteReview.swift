package import SwiftExtensions

/// A note that asks for a look, as its REVIEW clock sees it.
package struct NoteReview: Hashable, Sendable {
    /// How many seconds after its time a note may wait for somebody.
    package static let target: Int64 = 4 * 3600

    package var message: MessageID
    package var due: Timestamp
    /// When it was looked at, or taken away.
    package var doneAt: Timestamp?

    package init(message: MessageID, due: Timestamp, doneAt: Timestamp?) {
        self.message = message
        self.due = due
        self.doneAt = doneAt
    }
}
