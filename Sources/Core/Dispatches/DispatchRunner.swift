import ChannelAmazon
import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Carries out one store's dispatches, one after the other. The move to `sending` is on the disk
/// before the platform is called, and everything that can be asked or brought there without effect
/// comes before it; so a crash in between leaves `unknown` and never a second one.
struct DispatchRunner: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any DispatchPlatform
    let orders: (any OrderPlatform)?

    private static let attempts = 20
    static let readBackPause: Duration = .minutes(2)

    /// Carries out everything due; returns when to go on, if something waits.
    func runDue() async throws -> Timestamp? {
        while !Task.isCancelled {
            try settleEarlierSends()
            let now = desk.clock.now
            let job = try await desk.database.read { transaction in
                try transaction.jobsDue(
                    kind: JobKind.dispatch.rawValue, of: store, now: now, limit: 1
                ).first
            }
            guard let job else { break }
            if let until = try await carryOut(job) { return until }
        }
        return try await desk.database.read { transaction in
            try transaction.nextDispatchRun(of: store)
        }
    }

    /// Returns when to ask again while the way to the platform is shut.
    private func carryOut(_ job: JobRecord) async throws -> Timestamp? {
        let number = JobKind.parts(job.key).flatMap { Int64($0.order.rawValue) }
        let item = try await desk.database.read { transaction -> Item? in
            guard let number, let dispatch = try transaction.dispatch(DispatchID(number)),
                let order = try transaction.order(dispatch.order, store: store)?.order
            else { return nil }
            return Item(
                dispatch: dispatch, order: order,
                content: try transaction.dispatchContent(dispatch.id))
        }
        guard let item, let marketplaceID = platform.marketplaceID(of: item.dispatch.marketplace)
        else {
            try await desk.act(service: .dispatches) { try $0.finish(job) }
            return nil
        }
        let isCall =
            item.dispatch.state == .queued
            || item.dispatch.state == .unknown && item.dispatch.kind == .shipment
        if isCall, let until = desk.gates.ask(store, at: desk.clock.now) { return until }
        switch item.dispatch.state {
        case .queued: try await release(item, marketplaceID, job)
        case .unknown where item.dispatch.kind == .shipment: try await readBack(item, job)
        case .sending, .sent, .refused, .unknown, .withdrawn:
            try await desk.act(service: .dispatches) { try $0.finish(job) }
        }
        return nil
    }

    private func release(_ item: Item, _ marketplaceID: String, _ job: JobRecord) async throws {
        let preparation = DispatchPreparation(
            desk: desk, platform: platform, orders: orders, item: item,
            marketplaceID: marketplaceID)
        switch try await preparation.run() {
        case .ready(let call):
            desk.gates.succeeded(store)
            guard try await begin(item.dispatch, job) else { return }
            let outcome = await call()
            note(outcome)
            desk.unsettledDispatches.remember(
                item.dispatch.id, .init(outcome: outcome, at: desk.clock.now))
            try settleEarlierSends()
        case .done(let evidence):
            desk.gates.succeeded(store)
            try await end(item.dispatch, job, .sent, evidence, nil)
        case .refused(let code, let evidence):
            // Perhaps the desk itself refused, and nobody was asked.
            desk.gates.withdrew(store, at: desk.clock.now)
            try await end(item.dispatch, job, .refused, evidence, code)
        case .failed(let failure):
            desk.gates.failed(store, failure, at: desk.clock.now)
            try await putBack(item.dispatch, job, failure)
        }
    }

    private func note(_ outcome: SendOutcome) {
        switch outcome {
        case .done: desk.gates.succeeded(store)
        case .refused(let failure), .unknown(let failure):
            desk.gates.failed(store, failure, at: desk.clock.now)
        }
    }

    /// Nil-effect until here; from here on a crash leaves `unknown`. The buyer may have opted out, or
    /// the store may have been restricted, while it waited.
    private func begin(_ dispatch: Dispatch, _ job: JobRecord) async throws -> Bool {
        try await desk.act(service: .dispatches) { transaction in
            guard let current = try transaction.dispatch(dispatch.id), current.state == .queued
            else { return false }
            if let obstacle = try transaction.contactObstacle(to: current) {
                try transaction.move(
                    current, to: .refused, evidence: obstacle.code.rawValue,
                    problem: obstacle.code)
                try transaction.finish(job)
                return false
            }
            try transaction.move(current, to: .sending)
            return true
        }
    }

    private func end(
        _ dispatch: Dispatch, _ job: JobRecord, _ state: DispatchState, _ evidence: String,
        _ problem: DeskError.Code?
    ) async throws {
        try await desk.act(service: .dispatches) { transaction in
            guard let current = try transaction.dispatch(dispatch.id), current.state == .queued
            else { return }
            try transaction.move(current, to: state, evidence: evidence, problem: problem)
            try transaction.finish(job)
        }
        desk.offerBook.forget(dispatch.order, of: store)
    }

    /// Nothing has left: it waits for a better moment, within reason.
    private func putBack(
        _ dispatch: Dispatch, _ job: JobRecord, _ failure: SyncFailure
    ) async throws {
        let isShared = failure.errorClass == .throttled
        let attempts = job.attempts + (isShared ? 0 : 1)
        guard failure.passesByItself, attempts < Self.attempts else {
            try await end(dispatch, job, .refused, failure.evidence, failure.dispatchProblem)
            return
        }
        let again = desk.clock.now + Self.pause(attempts, failure)
        try await desk.act(service: .dispatches) { transaction in
            try transaction.fail(
                job, attempts: attempts, reason: failure.errorClass.rawValue, retryAt: again)
        }
    }

    static func pause(_ attempt: Int, _ failure: SyncFailure) -> Duration {
        let named = Duration.milliseconds(Int64((failure.retryAfterSeconds ?? 0) * 1000))
        let usual = Duration.seconds(Int64(5) << Int64(min(max(attempt, 0), 7)))
        return max(named, failure.errorClass == .throttled ? .seconds(2) : usual)
    }
}

extension DispatchRunner {
    /// Everything that is needed to carry a dispatch out.
    struct Item: Sendable {
        var dispatch: Dispatch
        var order: Order
        var content: DispatchContent?
    }

    /// Writes down what the platform said. Not cancellable: an outcome that is known must not become
    /// unknown because the core is being stopped.
    private func settleEarlierSends() throws {
        for (id, send) in desk.unsettledDispatches.all {
            try desk.actUncancelled(service: .dispatches) { transaction in
                guard let dispatch = try transaction.dispatch(id), dispatch.state == .sending,
                    dispatch.store == store
                else { return }
                try settle(dispatch, send.outcome, transaction)
                desk.offerBook.forget(dispatch.order, of: store)
            }
            if try desk.isSettled(id) { desk.unsettledDispatches.forget(id) }
        }
    }

    private func settle(
        _ dispatch: Dispatch, _ outcome: SendOutcome, _ transaction: WriteTransaction
    ) throws {
        switch outcome {
        case .done(let requestID):
            let evidence = requestID.map { "request \($0)" }
            try transaction.move(dispatch, to: .sent, evidence: evidence)
            try transaction.finishJob(of: dispatch)
            try askForOrder(of: dispatch, transaction)
        case .unknown(let failure):
            try transaction.move(
                dispatch, to: .unknown, evidence: failure.evidence, problem: .dispatchUnclear)
            try transaction.lookAfter(dispatch)
        case .refused(let failure) where failure.passesByItself:
            try transaction.move(
                dispatch, to: .queued, evidence: failure.evidence, problem: .dispatchWaiting)
            try transaction.retry(dispatch, failure)
        case .refused(let failure):
            try transaction.move(
                dispatch, to: .refused, evidence: failure.evidence,
                problem: failure.dispatchProblem)
            try transaction.finishJob(of: dispatch)
        }
    }

    /// The platform shows a confirmed package on the order soon; the next read brings it home.
    private func askForOrder(of dispatch: Dispatch, _ transaction: WriteTransaction) throws {
        guard dispatch.kind == .shipment, orders != nil else { return }
        try transaction.schedule(
            .orderRefresh, key: JobKind.key(store, dispatch.order), at: transaction.now)
    }

    /// A shipment can be looked up: when the order shows the package it was sent; when it does not,
    /// a person decides (channels D7).
    private func readBack(_ item: Item, _ job: JobRecord) async throws {
        guard let orders, let shipment = item.dispatch.shipment else {
            desk.gates.withdrew(store, at: desk.clock.now)
            try await desk.act(service: .dispatches) { try $0.finish(job) }
            return
        }
        let answer: PulledAnswer
        do {
            answer = try await orders.order(item.order.id)
            desk.gates.succeeded(store)
        } catch {
            desk.gates.failed(store, error, at: desk.clock.now)
            try await putBackLook(job, error)
            return
        }
        try await desk.act(service: .dispatches) { transaction in
            if case .found(let pulled) = answer, pulled.order.store == store,
                let current = try transaction.dispatch(item.dispatch.id),
                current.state == .unknown
            {
                _ = try transaction.save(
                    [pulled], ending: desk.reader.caseKinds(endedBy:))
                if ShipmentRules.isShown(shipment, on: pulled.order) {
                    try transaction.move(current, to: .sent, evidence: "read-back")
                }
            }
            try transaction.finish(job)
        }
    }

    private func putBackLook(_ job: JobRecord, _ failure: SyncFailure) async throws {
        let attempts = job.attempts + 1
        let again = desk.clock.now + max(Self.readBackPause, Self.pause(attempts, failure))
        try await desk.act(service: .dispatches) { transaction in
            try transaction.fail(
                job, attempts: attempts, reason: failure.errorClass.rawValue,
                retryAt: attempts < 5 && failure.passesByItself ? again : nil)
        }
    }
}

extension WriteTransaction {
    /// What is to be done about a dispatch whose outcome nobody knows: a shipment is looked up after
    /// a pause, all else waits for a person.
    func lookAfter(_ dispatch: Dispatch) throws {
        guard dispatch.kind == .shipment else { return try finishJob(of: dispatch) }
        try schedule(dispatch, at: now + DispatchRunner.readBackPause)
    }

    /// Puts the job of a dispatch back after a refusal that passes by itself.
    func retry(_ dispatch: Dispatch, _ failure: SyncFailure) throws {
        let key = JobKind.key(dispatch.store, dispatch.id)
        guard let job = try unfinishedJob(kind: JobKind.dispatch.rawValue, key: key) else {
            return try schedule(dispatch, at: now + .seconds(10))
        }
        try fail(
            job, attempts: job.attempts + 1, reason: failure.errorClass.rawValue,
            retryAt: now + DispatchRunner.pause(job.attempts + 1, failure))
    }
}

extension WriteTransaction {
    /// Why a dispatch may not reach the buyer now; a shipment tells the platform, not the buyer.
    fileprivate func contactObstacle(to dispatch: Dispatch) throws -> DeskError? {
        guard dispatch.kind != .shipment else { return nil }
        let entry = MessagingTable.standard.entry(dispatch.action)
        return try contactObstacle(
            ofOrder: dispatch.order, store: dispatch.store,
            isCritical: entry?.isCritical ?? false, at: now)
    }
}
