import ChannelAmazon
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

    /// Carries out the store's waiting look-ups until one must wait; returns when to go on, if ever.
    func runDue() async throws -> Timestamp? {
        while !Task.isCancelled {
            let now = desk.clock.now
            let job = try await desk.database.read { transaction in
                try transaction.jobsDue(
                    kind: JobKind.orderRefresh.rawValue, of: store, now: now, limit: 1
                ).first
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
            try await desk.act(service: .orderSync) { try $0.quarantine([record], of: store) }
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
        SyncFailure(errorClass: .notFound, operation: "getOrder", message: "another order came")
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
