import ChannelAmazon
import HelpDesk
import Jobs
import Logging
import Store
import SwiftExtensions

/// Takes every topic of one store's account one step further when it is due. All that it must
/// remember stands in the database, so a restart goes on where it stopped.
struct AccountSyncer: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any AccountPlatform

    /// Does what is due and returns when something is due again.
    func runDue() async throws -> Timestamp {
        try await AccountIntake(desk: desk, store: store, platform: platform).readLeftovers()
        var next = desk.clock.now + .hours(24)
        for topic in AccountTopic.allCases {
            try Task.checkCancellation()
            var task = try await task(topic)
            if task.nextRun <= desk.clock.now {
                // While the way to the platform is shut no topic counts that as its own failure.
                if let until = desk.gates.ask(store, at: desk.clock.now) { return min(next, until) }
                task = try await turn(task)
            }
            next = min(next, task.nextRun)
        }
        return next
    }

    private func task(_ topic: AccountTopic) async throws -> AccountTask {
        let now = desk.clock.now
        return try await desk.database.read { try $0.accountTask(store, topic) }
            ?? AccountTask(store: store, topic: topic, nextRun: now)
    }

    private func turn(_ task: AccountTask) async throws -> AccountTask {
        var after = task
        after.lastAttempt = desk.clock.now
        do {
            try await step(&after)
            desk.gates.succeeded(store)
        } catch let failure as SyncFailure {
            desk.gates.failed(store, failure, at: desk.clock.now)
            note(failure, in: &after)
        }
        return try await save(after, since: task)
    }

    /// Keeps what somebody asked for meanwhile: a turn that was pulled forward stays so.
    private func save(_ after: AccountTask, since before: AccountTask) async throws -> AccountTask {
        let now = desk.clock.now
        return try await desk.act(service: .account) { transaction in
            var after = after
            let stored = try transaction.accountTask(store, after.topic)
            if let stored, stored.nextRun != before.nextRun {
                after.nextRun = min(after.nextRun, max(stored.nextRun, now))
            }
            if stored != after { try transaction.record(.account(.taskMoved(after))) }
            return after
        }
    }

    private func note(_ failure: SyncFailure, in task: inout AccountTask) {
        let now = desk.clock.now
        if failure.errorClass == .throttled {
            // Nobody's fault; what is under way stays so.
            task.nextRun = now + AccountPlan.pause(after: failure)
            return
        }
        if failure.errorClass == .notFound || failure.errorClass == .permissionMissing {
            task.reportID = nil
            task.requestedAt = nil
        }
        let isRole = failure.errorClass == .permissionMissing
        task.phase = isRole ? .notPermitted : .failed
        task.missingRole = isRole ? task.topic.role : nil
        task.failure = failure
        task.nextRun = now + AccountPlan.pause(after: failure)
    }

    private func step(_ task: inout AccountTask) async throws {
        switch task.topic {
        case .participation: try await seeParticipations()
        case .inventory, .listings: try await countStock(task.topic)
        case .settlement: try await takeSettlements()
        case .health, .returns, .feedback:
            guard try await report(&task) else { return }
        }
        succeed(&task)
    }

    private func succeed(_ task: inout AccountTask) {
        let now = desk.clock.now
        task.phase = .idle
        task.reportID = nil
        task.requestedAt = nil
        task.lastSuccess = now
        task.failure = nil
        task.missingRole = nil
        task.nextRun = now + AccountPlan.interval(task.topic)
    }
}

extension AccountSyncer {
    private func seeParticipations() async throws {
        let found = try await platform.participations()
        try await desk.act(service: .account) { transaction in
            guard try transaction.participations(of: store) != found else { return }
            try transaction.record(.account(.participationsSeen(found)))
        }
    }

    private func countStock(_ topic: AccountTopic) async throws {
        for marketplace in platform.marketplaceIDs {
            let isOwn = topic == .listings
            let answer =
                isOwn
                ? try await platform.ownStock(marketplaceID: marketplace)
                : try await platform.warehouseStock(marketplaceID: marketplace)
            let named = answer.unread.compactMap(\.sku)
            try await desk.act(service: .account) { transaction in
                try transaction.putStock(
                    answer.levels, of: store, isOwn ? .seller : .platform,
                    marketplaceID: marketplace,
                    keeping: named.count == answer.unread.count ? Set(named) : nil)
                try transaction.noteDrift(
                    of: answer.unread, store,
                    isOwn ? "searchListingsItems" : "getInventorySummaries",
                    marketplace)
            }
        }
    }

    /// One step of a report; true when its rows are in.
    private func report(_ task: inout AccountTask) async throws -> Bool {
        let now = desk.clock.now
        guard let id = task.reportID, let requestedAt = task.requestedAt else {
            try await request(&task)
            return false
        }
        let found = try await platform.report(id)
        switch found.status {
        case .done:
            try await AccountIntake(desk: desk, store: store, platform: platform)
                .take(found, task.topic)
            task.platformNote = nil
            return true
        case .cancelled:
            // This is also how the platform says that there is nothing to report.
            task.platformNote = "CANCELLED"
            return true
        case .fatal:
            fail(&task, "FATAL", "the platform could not make the report")
        case .inQueue, .inProgress, .other:
            guard now - requestedAt < AccountPlan.longestMaking else {
                fail(&task, nil, "the platform made no report in time")
                return false
            }
            task.nextRun = now + AccountPlan.patience(requestedAt: requestedAt, at: now)
        }
        return false
    }

    private func request(_ task: inout AccountTask) async throws {
        let now = desk.clock.now
        guard
            let order = AccountPlan.order(
                task, marketplaceIDs: platform.marketplaceIDs, at: now)
        else { return }
        task.reportID = try await platform.createReport(order)
        task.phase = .requested
        task.requestedAt = now
        task.failure = nil
        task.missingRole = nil
        task.nextRun = now + AccountPlan.patience(requestedAt: now, at: now)
    }

    private func fail(_ task: inout AccountTask, _ word: String?, _ why: String) {
        task.phase = .failed
        task.reportID = nil
        task.requestedAt = nil
        task.platformNote = word
        task.failure = SyncFailure(
            errorClass: .platformOutage, operation: "getReport", message: why)
        task.nextRun = desk.clock.now + .hours(6)
    }

    /// Settlements cannot be asked for; they appear.
    private func takeSettlements() async throws {
        guard let type = AccountTopic.settlement.reportType else { return }
        let intake = AccountIntake(desk: desk, store: store, platform: platform)
        var search = ReportSearch(
            types: [type], createdSince: desk.clock.now - AccountPlan.settlementsBack)
        var firstFailure: SyncFailure?
        var unreadable = 0
        for _ in 0..<100 {
            let page = try await platform.reports(search)
            unreadable += page.unreadable.count
            for found in page.reports.sorted(by: { $0.createdAt < $1.createdAt })
            where found.status == .done {
                do {
                    try await intake.take(found, .settlement)
                } catch let failure as SyncFailure {
                    // One bad document holds up none of the others, unless it is the way there.
                    guard failure.errorClass.connectionEffect == .none else { throw failure }
                    firstFailure = firstFailure ?? failure
                }
            }
            guard let token = page.nextToken, !token.isEmpty else { break }
            search.pageToken = token
        }
        if let firstFailure { throw firstFailure }
        guard unreadable == 0 else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: "getReports",
                message: "\(unreadable) entries of the list cannot be read")
        }
    }
}
