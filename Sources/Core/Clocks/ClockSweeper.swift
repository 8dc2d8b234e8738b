import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Tells people of the thresholds that have come. Walks the index of next thresholds, so that a turn
/// costs what is due and nothing else; after downtime each clock tells once, of the most severe.
struct ClockSweeper: Sendable {
    let desk: Desk

    private static let batch = 256

    /// Everything due now; returns how many clocks told something.
    @discardableResult
    func runDue() async throws -> Int {
        var count = 0
        try await settleOrphans()
        while !Task.isCancelled {
            let now = desk.clock.now
            let isDue = try await desk.database.read {
                try $0.nextClockThreshold().map { $0 <= now } ?? false
            }
            guard isDue else { break }
            let told = try await desk.act(service: .clocks) { try sweep($0) }
            guard told > 0 else {
                desk.logger.error("A clock is due and says nothing.")
                break
            }
            count += told
        }
        return count
    }

    private func sweep(_ transaction: WriteTransaction) throws -> Int {
        let due = try transaction.clocksDue(at: transaction.now, limit: Self.batch)
        guard !due.isEmpty else { return 0 }
        let book = try desk.shelf.book(transaction)
        let roster = try RoutedRoster(transaction, desk: desk, now: transaction.now)
        var count = 0
        for run in due {
            guard let ticket = try transaction.ticket(run.ticket),
                let finding = run.sweep(at: transaction.now, repeats: run.repeats(in: book))
            else { continue }
            let audience = roster.candidates(for: ticket)
                .audience(for: finding.threshold, isMuted: ticket.flags.contains(.muted))
            try transaction.record(.clock(event(run, finding, ticket, audience, transaction.now)))
            if audience.people.isEmpty, try transaction.raiseOrphan(run.store) {
                desk.tellOfOrphan(run.store)
            }
            count += 1
        }
        return count
    }

    private func event(
        _ run: ClockRun, _ finding: SweepFinding, _ ticket: Ticket, _ audience: WarningAudience,
        _ now: Timestamp
    ) -> ClockEvent {
        let due = run.due ?? now
        guard finding.threshold == .breach else {
            return .warned(
                ClockWarning(
                    key: run.key, ticket: run.ticket, store: run.store,
                    threshold: finding.threshold, due: due, skipped: finding.skipped,
                    audience: audience, nextAt: finding.nextAt))
        }
        return .breached(
            ClockBreach(
                key: run.key, ticket: run.ticket, store: run.store, dueAt: due, noticedAt: now,
                cause: run.isBornLate ? .channel : .late, owner: ticket.owner,
                skipped: finding.skipped, audience: audience, nextAt: finding.nextAt))
    }

    /// The orphan alarm ends when somebody can hear of the store's deadlines again.
    private func settleOrphans() async throws {
        let isOpen = try await desk.database.read { transaction in
            try transaction.openAlarms().contains { $0.alarm.kind == .orphan }
        }
        guard isOpen else { return }
        try await desk.act(service: .clocks) { transaction in
            let roster = try RoutedRoster(transaction, desk: desk, now: transaction.now)
            for open in try transaction.openAlarms() where open.alarm.kind == .orphan {
                guard let store = open.alarm.store, roster.hasAnybody(for: store) else { continue }
                try transaction.record(.alarmSettled(open.alarm.id))
            }
        }
    }
}
