import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Tells people of the thresholds that have come. Walks the index of next thresholds, so that a turn
/// costs what is due and nothing else; after downtime each clock tells once, of the most severe.
struct ClockSweeper: Sendable {
    let desk: Desk

    /// Some forty milliseconds of work, so that nobody waits long for the database.
    private static let batch = 1000

    /// Everything due now; returns how many clocks told something.
    @discardableResult
    func runDue() async throws -> Int {
        try await settleOrphans()
        var count = 0
        while try await isSomethingDue() {
            let told = try await pass()
            guard told > 0 else { break }
            count += told
        }
        return count
    }

    private func isSomethingDue() async throws -> Bool {
        let now = desk.clock.now
        return try await desk.database.read {
            try $0.nextClockThreshold().map { $0 <= now } ?? false
        }
    }

    /// Every clock that is due, once, in the order of their thresholds. One that has nothing to say
    /// is a fault, and holds up nobody behind it.
    private func pass() async throws -> Int {
        var place: ClockPlace? = .beginning
        var told = 0
        var silent = 0
        while !Task.isCancelled, let from = place {
            let turn = try await desk.act(service: .clocks) { try sweep($0, after: from) }
            told += turn.told
            silent += turn.silent
            place = turn.last
        }
        if silent > 0 {
            desk.logger.error(
                "Clocks are due and say nothing.", metadata: ["clocks": "\(silent)"])
        }
        return told
    }

    private struct Turn: Sendable {
        var told = 0
        var silent = 0
        /// Nil when nothing came after it.
        var last: ClockPlace?
    }

    private func sweep(_ transaction: WriteTransaction, after place: ClockPlace) throws -> Turn {
        let now = transaction.now
        let due = try transaction.clocksDue(at: now, after: place, limit: Self.batch)
        guard !due.isEmpty else { return Turn() }
        let book = try desk.shelf.book(transaction)
        let roster = try RoutedRoster(transaction, desk: desk, now: now)
        var turn = Turn(last: due.count < Self.batch ? nil : due.last?.place)
        for clock in due {
            let run = clock.run
            guard let finding = run.sweep(at: now, repeats: run.repeats(in: book)) else {
                turn.silent += 1
                continue
            }
            let audience = roster.candidates(for: clock.duty)
                .audience(for: finding.threshold, isMuted: clock.duty.isMuted)
            try transaction.record(.clock(event(run, finding, clock.duty.owner, audience, now)))
            if audience.people.isEmpty, try transaction.raiseOrphan(run.store) {
                desk.tellOfOrphan(run.store)
            }
            turn.told += 1
        }
        return turn
    }

    private func event(
        _ run: ClockRun, _ finding: SweepFinding, _ owner: PersonID?, _ audience: WarningAudience,
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
                cause: run.isBornLate ? .channel : .late, owner: owner,
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
