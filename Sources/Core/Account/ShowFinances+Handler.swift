import ChannelAmazon
package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowFinances: DeskCall {
    package static let need: Need = .verb(.accountRead)

    /// A reading within this time is as good as a new one: the books themselves lag by hours.
    private static var freshness: Duration { .minutes(15) }

    package func run(in desk: Desk, as caller: Principal) async throws -> FinancesView {
        try await desk.requireStore(store, for: caller)
        let known = try await desk.database.read { transaction in
            try store ?? transaction.store(ofOrder: order, scope: caller.scope)
        }
        guard let store = known else { throw notFound }
        let kept = try await desk.database.read { try $0.orderFinances(order, of: store) }
        let isFresh = kept.map { desk.clock.now - $0.fetchedAt < Self.freshness } ?? false
        if kept == nil || (refresh && !isFresh) { try await fetch(of: store, desk, kept != nil) }
        let found = try await desk.database.read { try $0.orderFinances(order, of: store) }
        guard let found else { throw DeskError(.financesUnknown, ["order": order.rawValue]) }
        return FinancesView(finances: found.finances, fetchedAt: found.fetchedAt)
    }

    private var notFound: DeskError { DeskError(.orderNotFound, ["order": order.rawValue]) }

    /// What is known already is better than an error, except where a role is missing: then it must
    /// be said.
    private func fetch(of store: StoreID, _ desk: Desk, _ isKnown: Bool) async throws {
        guard let platform = desk.ports.accounts[store] else { return }
        do {
            let found = try await platform.finances(of: order)
            try await desk.act(service: .account) { transaction in
                try transaction.record(.account(.financesSeen(found)))
            }
            desk.progress.financesAsked(nil, of: store, at: desk.clock.now)
        } catch let failure as SyncFailure {
            var noted = failure
            if failure.errorClass == .permissionMissing {
                noted.arguments = ["role": AccountTopic.financesRole]
            }
            desk.progress.financesAsked(noted, of: store, at: desk.clock.now)
            if failure.errorClass == .permissionMissing {
                throw DeskError(
                    .roleMissing,
                    ["role": AccountTopic.financesRole, "operation": failure.operation])
            }
            guard !isKnown else { return }
            throw DeskError(
                .financesUnknown, ["order": order.rawValue, "class": failure.errorClass.rawValue])
        }
    }
}
