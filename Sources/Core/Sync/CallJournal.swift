package import ChannelAmazon
import HelpDesk
import Store
import SwiftExtensions
import Synchronization
import Wire

/// Calls on their way into the sync log. The caller never waits for the disk; what a crash takes of
/// the last moment is only notes.
package final class CallJournal: Sendable {
    private static let limit = 5000
    private let waiting = Mutex<[SyncLogLine]>([])
    let bell = Signal()

    package init() {}

    /// Give this to the client's observer.
    package func note(_ call: CallRecord) {
        let line = SyncLogLine(
            at: call.startedAt, store: call.store, operation: call.operation, status: call.status,
            errorClass: call.errorClass, milliseconds: max(0, call.milliseconds),
            requestID: call.requestID, byteCount: call.byteCount, attempt: call.attempt,
            message: call.message)
        waiting.withLock { lines in
            // More than the disk can take: the newest tell more than the oldest.
            if lines.count >= Self.limit { lines.removeFirst(Self.limit / 2) }
            lines.append(line)
        }
        bell.ring()
    }

    func take() -> [SyncLogLine] {
        waiting.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}

extension Desk {
    /// The log keeps this much.
    private static let logAge = Duration.days(30)
    private static let logLines = 200_000

    /// Writes calls into the log as they come, until the task is cancelled.
    func runJournal() async throws {
        guard let journal = ports.journal else { return }
        while !Task.isCancelled {
            await journal.bell.wait(until: nil, clock: clock)
            try await flushJournal()
        }
    }

    /// Writes down the calls made so far.
    func flushJournal() async throws {
        guard let lines = ports.journal?.take(), !lines.isEmpty else { return }
        try await act(service: .orderSync) { transaction in
            try transaction.putSyncLog(lines)
            try transaction.pruneSyncLog(
                before: transaction.now - Self.logAge, keeping: Self.logLines)
        }
        bus.note([.log])
    }
}
