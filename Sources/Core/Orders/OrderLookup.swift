import ChannelAmazon
import HelpDesk
import Jobs
import Store
import SwiftExtensions

/// Asks the platform for single orders, because a ticket was opened or names an order that nobody
/// has seen yet.
struct OrderLookup: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any OrderPlatform

    private static let policy = RetryPolicy(
        attemptLimit: JobKind.orderRefresh.attemptLimit,
        backoff: Backoff(base: .seconds(20), cap: .hours(1)))
    /// The platform knows the number, but not as an order of this store.
    static let foreignCode = "foreign-order"
    private static let lease = Duration.minutes(10)

    /// Carries out the store's waiting look-ups until one must wait; returns when to go on, if ever.
    func runDue() async throws -> Timestamp? {
        while !Task.isCancelled {
            let now = desk.clock.now
            let (job, next) = try await desk.database.read { transaction in
                let kind = JobKind.orderRefresh.rawValue
                let due = try transaction.jobsDue(kind: kind, of: store, now: now, limit: 1)
                return (due.first, try transaction.nextJobRun(kind: kind, of: store))
            }
            guard let job, let order = JobKind.parts(job.key)?.order else {
                return next.map { max($0, now + .seconds(1)) }
            }
            // While the store is parked its jobs wait; none of them fails for it.
            if let until = desk.gates.ask(store, at: now) { return until }
            if let until = try await run(job, order) { return until }
        }
        return nil
    }

    /// Runs one job; returns when to go on if the platform must be left alone for a while.
    private func run(_ job: JobRecord, _ order: OrderID) async throws -> Timestamp? {
        try await desk.act(service: .orderSync) { transaction in
            try transaction.lease(job.id, until: transaction.now + Self.lease)
        }
        do {
            try await refresh(order)
            desk.gates.succeeded(store)
            try await desk.act(service: .orderSync) { try $0.finish(job) }
            return nil
        } catch let failure as SyncFailure {
            let until = desk.gates.failed(store, failure, at: desk.clock.now)
            if failure.errorClass == .notFound {
                // An answer like any other: numbers that buyers type are wrong now and then.
                try await desk.act(service: .orderSync) {
                    try $0.finish(
                        job,
                        finding: failure.code == Self.foreignCode
                            ? Self.foreignCode : failure.errorClass.rawValue)
                }
                return until
            }
            return try await putBack(job, after: failure, shutUntil: until)
        } catch {
            try desk.actUncancelled(service: .orderSync) { try $0.release(job.id) }
            throw error
        }
    }

    /// Asks for one order and stores the answer. Throws `SyncFailure` when the platform refuses or
    /// answers with something else than was asked.
    func refresh(_ order: OrderID) async throws {
        switch try await platform.order(order) {
        case .found(let fetched):
            guard isMine(fetched.order, asked: order) else { throw foreign }
            _ = try await desk.act(service: .orderSync) {
                try $0.save(
                    [fetched], worthNoting: .minutes(5),
                    ending: desk.reader.caseKinds(endedBy:))
            }
        case .unread(let record):
            guard record.recordID == nil || record.recordID == order.rawValue else { throw foreign }
            try await desk.act(service: .orderSync) {
                try $0.quarantine([record], of: store, operation: "getOrder")
            }
        }
    }

    /// One seller account may serve several stores: an order of another one's marketplaces is not
    /// this store's to keep.
    private func isMine(_ found: Order, asked order: OrderID) -> Bool {
        guard found.id == order, found.store == store, let marketplace = found.marketplace else {
            return false
        }
        return desk.settings.store(store)?.marketplaces.contains(marketplace) ?? false
    }

    private var foreign: SyncFailure {
        SyncFailure(
            errorClass: .notFound, operation: "getOrder", message: "another order came",
            code: Self.foreignCode)
    }

    /// The rate and a store that needs its owner are no fault of this order and leave the job's
    /// attempts as they were; all else counts, an outage too, since it may be this order's alone.
    private func putBack(
        _ job: JobRecord, after failure: SyncFailure, shutUntil until: Timestamp?
    ) async throws -> Timestamp? {
        let now = desk.clock.now
        let isShared = failure.errorClass == .throttled || failure.errorClass.effect.isForPeople
        guard !failure.isOwnPace else {
            try desk.actUncancelled(service: .orderSync) { try $0.release(job.id) }
            return now + max(failure.namedWait, .seconds(1))
        }
        let attempts = job.attempts + (isShared ? 0 : 1)
        let again: Timestamp? =
            isShared
            ? max(until ?? now, now + max(failure.namedWait, .seconds(2)))
            : retry(afterAttempt: attempts, failure).map { max($0, until ?? $0) }
        try desk.actUncancelled(service: .orderSync) { transaction in
            try transaction.fail(
                job, attempts: attempts, reason: failure.errorClass.rawValue, failure: failure,
                retryAt: again)
        }
        return until ?? (isShared ? again : nil)
    }

    /// When to try again after the failure of an attempt; nil gives the job up.
    private func retry(afterAttempt attempt: Int, _ failure: SyncFailure) -> Timestamp? {
        var random = DeskRandomSource(random: desk.random)
        switch Self.policy.decide(afterAttempt: attempt, failure.nature, using: &random) {
        case .giveUp: return nil
        case .retry(let delay): return desk.clock.now + max(delay, failure.namedWait, .seconds(5))
        }
    }
}

extension SyncFailure {
    /// What the failure means for trying the same call again.
    var nature: FailureNature {
        switch errorClass {
        case .notFound, .badRequest: .permanent
        case .throttled: .throttled(retryAfter: namedWait)
        case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
            .network, .mailbox, .schemaDrift, .platformOutage, .bug:
            .transient
        }
    }
}
