import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Asks the platform for single orders, because a ticket was opened or names an order that nobody
/// has seen yet.
struct OrderLookup: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any OrderPlatform

    private static let attempts = 6
    private static let window = 4000

    /// Carries out the store's waiting look-ups until one must wait; returns when to go on, if ever.
    func runDue() async throws -> Timestamp? {
        while !Task.isCancelled {
            let now = desk.clock.now
            let job = try await desk.database.read { transaction in
                try transaction.jobsDue(now: now, limit: Self.window).first(where: isMine)
            }
            guard let job, let order = JobKind.parts(job.key)?.order else { return nil }
            do {
                try await refresh(order)
                try await desk.act(service: .orderSync) { try $0.finish(job) }
            } catch let failure as SyncFailure {
                try await putBack(job, after: failure)
                if failure.errorClass == .throttled || failure.errorClass.isAccountWide {
                    return desk.clock.now + delay(job.attempts + 1, failure)
                }
            }
        }
        return nil
    }

    private func isMine(_ job: JobRecord) -> Bool {
        job.kind == JobKind.orderRefresh.rawValue && JobKind.store(ofRefresh: job.key) == store
    }

    /// Asks for one order and stores the answer. Throws `SyncFailure` when the platform refuses.
    func refresh(_ order: OrderID) async throws {
        switch try await platform.order(order) {
        case .found(let fetched):
            _ = try await desk.act(service: .orderSync) {
                try $0.save([fetched], worthNoting: .minutes(5))
            }
        case .unread(let record):
            try await desk.act(service: .orderSync) { try $0.quarantine([record], of: store) }
        }
    }

    private func putBack(_ job: JobRecord, after failure: SyncFailure) async throws {
        let isHopeless = failure.errorClass == .notFound || failure.errorClass == .badRequest
        // Being throttled or locked out is no fault of this order.
        let isShared = failure.errorClass == .throttled || failure.errorClass.isAccountWide
        let attempts = job.attempts + (isShared ? 0 : 1)
        let again = desk.clock.now + delay(attempts, failure)
        try await desk.act(service: .orderSync) { transaction in
            try transaction.fail(
                job, attempts: attempts, reason: failure.errorClass.rawValue,
                retryAt: isHopeless || attempts >= Self.attempts ? nil : again)
        }
    }

    private func delay(_ attempt: Int, _ failure: SyncFailure) -> Duration {
        let named = Duration.milliseconds(Int64((failure.retryAfterSeconds ?? 0) * 1000))
        let usual = Duration.seconds(Int64(10) << Int64(min(max(attempt, 1), 6)))
        return max(named, failure.errorClass == .throttled ? .seconds(2) : usual)
    }
}

extension SyncErrorClass {
    /// The whole account is shut, not one call.
    var isAccountWide: Bool {
        switch self {
        case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
            .platformOutage, .network:
            true
        case .throttled, .mailbox, .schemaDrift, .notFound, .badRequest, .bug: false
        }
    }
}
