package import SwiftExtensions

/// A note that asks for a look, as its REVIEW clock sees it.
package struct NoteReview: Hashable, Sendable {
    /// How long after its time a note may wait for somebody.
    package static let time: Duration = .hours(4)

    package var message: MessageID
    package var due: Timestamp
    package var doneAt: Timestamp?

    package init(message: MessageID, due: Timestamp, doneAt: Timestamp?) {
        self.message = message
        self.due = due
        self.doneAt = doneAt
    }

    static func schedule(from due: Timestamp) -> ClockSchedule {
        .elapsed(time, from: due, warnings: .note)
    }
}
