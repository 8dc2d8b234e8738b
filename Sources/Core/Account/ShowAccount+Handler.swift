package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowAccount: DeskCall {
    package static let need: Need = .verb(.accountRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let stores = try desk.stores(store, for: caller)
        let now = desk.clock.now
        let maySeeMoney = caller.may(.financeRead)
        return try await desk.database.read { transaction in
            Reply(
                accounts: try stores.map {
                    try transaction.account(of: $0, at: now, maySeeMoney: maySeeMoney)
                })
        }
    }
}

extension Desk {
    /// The stores that a call is about. Throws `storeOutOfScope` for one that the caller may not
    /// see or that is not configured.
    func stores(_ only: StoreID?, for caller: Principal) throws -> [StoreID] {
        if let only, !caller.scope.contains(only) || settings.store(only) == nil {
            throw DeskError(.storeOutOfScope, ["store": only.rawValue])
        }
        return settings.stores.map(\.id).filter {
            caller.scope.contains($0) && (only ?? $0) == $0
        }
    }
}

extension ReadTransaction {
    private static var trendSpan: Duration { .days(60) }

    func account(
        of store: StoreID, at now: Timestamp, maySeeMoney: Bool
    ) throws -> AccountView {
        var view = AccountView(
            store: store, participations: try participations(of: store),
            tasks: try accountTasks(of: store).filter { maySeeMoney || $0.topic != .settlement })
        view.health = try health(of: store, at: now)
        if maySeeMoney {
            view.settlement = try settlements(of: store, from: nil, to: nil, limit: 1).first
                .map { SettlementView($0, of: store) }
        }
        view.returns =
            try returns(of: store, from: now - .days(30), to: nil, limit: 10_000).count
        for row in try feedback(of: store, from: now - .days(90), to: nil, limit: 10_000) {
            view.feedback[min(max(row.feedback.rating, 1), 5) - 1] += 1
        }
        (view.products, view.productsWithoutStock) = try stockTotals(of: store)
        return view
    }

    private func health(of store: StoreID, at now: Timestamp) throws -> HealthView? {
        guard let stored = try accountReports(of: store, .health, limit: 1).first else {
            return nil
        }
        let history = try healthHistory(of: store, since: now - Self.trendSpan)
        let lines = try health(of: stored.report.id).map { entry in
            HealthLine(
                entry: entry, verdict: HealthRules.verdict(on: entry),
                trend: entry.value == nil
                    ? []
                    : history.filter {
                        $0.marketplaceID == entry.marketplaceID && $0.name == entry.name
                    }.compactMap { Double($0.value) }.suffix(30))
        }
        return HealthView(
            createdAt: stored.report.createdAt, badLines: stored.badLines,
            problem: stored.problem, lines: lines)
    }
}

extension SettlementView {
    init(_ stored: StoredSettlement, of store: StoreID, lines: [SettlementLine] = []) {
        self.init(
            store: store, settlementID: stored.settlement.settlementID,
            start: stored.settlement.start, end: stored.settlement.end,
            depositedAt: stored.settlement.depositedAt, total: stored.settlement.total,
            sum: stored.sum, isBalanced: stored.isBalanced, lineCount: stored.lineCount,
            lines: lines)
    }
}
