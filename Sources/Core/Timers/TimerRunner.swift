import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Rings what the database's jobs say is due. Each timer decides and finishes in one transaction, so
/// it fires once, catches up after downtime, and finds nothing to do when its ticket moved on.
struct TimerRunner: Sendable {
    let desk: Desk

    private static let batch = 64
    /// Fires everything due now; returns how many timers there were.
    @discardableResult
    func runDue() async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let now = desk.clock.now
            let due = try await desk.database.read { transaction in
                try transaction.jobsDue(kinds: JobKind.timers, now: now, limit: Self.batch)
            }
            guard !due.isEmpty else { break }
            try await fire(due)
            count += due.count
        }
        try await dropStrays()
        try await takeBackLost()
        return count
    }

    /// Jobs whose runner has not been heard of for too long go back into the queue.
    private func takeBackLost() async throws {
        let now = desk.clock.now
        let lost = try await desk.database.read { try $0.leases().filter { $0.until <= now } }
        guard !lost.isEmpty else { return }
        try await desk.act(service: .timers) { transaction in
            for lease in try transaction.leases() where lease.until <= now {
                try transaction.interrupt(lease)
            }
        }
    }

    /// Gives up look-ups of stores that nobody can be asked about any more.
    private func dropStrays() async throws {
        let stores = desk.ports.orders.keys.sorted()
        while !Task.isCancelled {
            let now = desk.clock.now
            let strays = try await desk.database.read { transaction in
                try transaction.jobsDue(
                    kind: JobKind.orderRefresh.rawValue, ofNone: stores, now: now,
                    limit: Self.batch)
            }
            guard !strays.isEmpty else { return }
            try await desk.act(service: .timers) { transaction in
                for job in strays {
                    try transaction.fail(
                        job, attempts: job.attempts, reason: "no-such-store", retryAt: nil)
                }
            }
        }
    }

    private func fire(_ jobs: [JobRecord]) async throws {
        do {
            try await desk.act(service: .timers) { transaction in
                for job in jobs { try fire(job, transaction) }
            }
        } catch {
            for job in jobs { try await fireAlone(job) }
        }
    }

    /// One bad timer does not hold up the others.
    private func fireAlone(_ job: JobRecord) async throws {
        do {
            try await desk.act(service: .timers) { try fire(job, $0) }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            desk.logger.error(
                "A timer failed.", metadata: ["job": "\(job.id.rawValue)", "error": "\(error)"])
            let attempts = job.attempts + 1
            try await desk.act(service: .timers) { transaction in
                let retry = transaction.now + .minutes(Int64(attempts))
                try transaction.fail(
                    job, attempts: attempts, reason: "timer-failed",
                    retryAt: attempts < JobKind.usualAttempts ? retry : nil)
            }
        }
    }

    private func fire(_ job: JobRecord, _ transaction: WriteTransaction) throws {
        guard let kind = JobKind(rawValue: job.kind), let number = Int64(job.key) else {
            throw DeskError(.internalError, detail: "job \(job.kind) has no such key")
        }
        try transaction.finish(job)
        switch kind {
        case .holdReview: try review(TicketID(number), transaction)
        case .wake: try wake(TicketID(number), transaction)
        case .noteDue: try transaction.remind(MessageID(number))
        case .silence: try resolveSilent(TicketID(number), transaction)
        case .archive: try archive(TicketID(number), transaction)
        case .bounceWindow: try confirm(OutboxID(number), transaction)
        case .excuseExpiry: try expire(DebtID(number), transaction)
        case .acceptTimer: try transaction.acceptTimeOver(TicketID(number))
        case .orderRefresh, .orderQuarantine, .dispatch: break
        }
    }
}

extension TimerRunner {
    private func review(_ id: TicketID, _ transaction: WriteTransaction) throws {
        guard let ticket = try transaction.ticket(id) else { return }
        try transaction.apply(TicketRules.reviewDue(ticket, at: transaction.now))
    }

    private func wake(_ id: TicketID, _ transaction: WriteTransaction) throws {
        guard let ticket = try transaction.ticket(id) else { return }
        try transaction.apply(TicketRules.wake(ticket, at: transaction.now))
    }

    private func resolveSilent(_ id: TicketID, _ transaction: WriteTransaction) throws {
        guard let ticket = try transaction.ticket(id), ticket.state == .pending else { return }
        let debts = try transaction.debts(of: id)
        let change = TicketRules.silence(
            ticket, debts: debts, cases: try transaction.allCases(of: ticket),
            hasDueNote: try transaction.noteDues(of: id).contains { $0.doneAt == nil },
            at: transaction.now)
        if let change {
            try transaction.apply(change)
        } else {
            let again = max(
                ticket.lastActivityAt + TicketRules.resolveAfter, transaction.now + .hours(1))
            try transaction.schedule(.silence, for: id, at: again)
        }
    }

    private func archive(_ id: TicketID, _ transaction: WriteTransaction) throws {
        guard let ticket = try transaction.ticket(id) else { return }
        try transaction.apply(TicketRules.archive(ticket, at: transaction.now))
    }

    private func confirm(_ id: OutboxID, _ transaction: WriteTransaction) throws {
        guard let item = try transaction.outboxItem(id), item.state == .accepted else { return }
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: id, from: .accepted, to: .confirmed, at: transaction.now,
                    evidence: "no-bounce")))
        try transaction.apply(
            DebtRules.confirmation(
                of: id, at: transaction.now, debts: try transaction.debts(outbox: id),
                proof: .bounceWindowPassed(id)))
    }

    private func expire(_ id: DebtID, _ transaction: WriteTransaction) throws {
        guard let debt = try transaction.debt(id),
            let move = DebtRules.excuseExpiry(of: debt, at: transaction.now)
        else { return }
        try transaction.apply([move])
        guard let ticket = try transaction.ticket(debt.ticket) else { return }
        try transaction.apply(TicketRules.debtReturned(on: ticket))
    }
}
