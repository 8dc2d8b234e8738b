package import HelpDesk
import Store
import SwiftExtensions
package import Wire

/// The most rows of one answer: more than people read, little enough for one line.
private let mostRows = 2000

extension Desk {
    /// The states of a topic in some stores, so that a reader can tell "none" from "not permitted".
    fileprivate func states(
        _ topics: [AccountTopic], _ stores: [StoreID], _ transaction: ReadTransaction
    ) throws -> [AccountTask] {
        try stores.flatMap { store in
            try topics.compactMap { try transaction.accountTask(store, $0) }
        }
    }
}

extension ListSettlements: DeskCall {
    package static let need: Need = .verb(.financeRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let stores = try desk.stores(store, for: caller)
        return try await desk.database.read { transaction in
            let found = try stores.flatMap { store in
                try transaction.settlements(
                    of: store, numbered: settlement, from: from, to: to, limit: 100
                ).map {
                    SettlementView(
                        $0, of: store,
                        lines: withLines
                            ? try transaction.settlementLines(of: $0.report, limit: 100_000) : [])
                }
            }
            return Reply(
                settlements: found, states: try desk.states([.settlement], stores, transaction))
        }
    }
}

extension ListReturns: DeskCall {
    package static let need: Need = .verb(.accountRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let stores = try desk.stores(store, for: caller)
        return try await desk.database.read { transaction in
            let found = try stores.flatMap { store in
                try transaction.returns(
                    of: store, order: order, from: from, to: to, limit: mostRows
                ).map { ReturnView(store: store, item: $0.item, isOrderKnown: $0.isOrderKnown) }
            }
            return Reply(returns: found, states: try desk.states([.returns], stores, transaction))
        }
    }
}

extension ListFeedback: DeskCall {
    package static let need: Need = .verb(.accountRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let stores = try desk.stores(store, for: caller)
        return try await desk.database.read { transaction in
            let found = try stores.flatMap { store in
                try transaction.feedback(of: store, from: from, to: to, limit: mostRows).map {
                    FeedbackView(
                        store: store, feedback: $0.feedback, isOrderKnown: $0.isOrderKnown)
                }
            }
            return Reply(
                feedback: found, states: try desk.states([.feedback], stores, transaction))
        }
    }
}

extension ListStock: DeskCall {
    package static let need: Need = .verb(.accountRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let stores = try desk.stores(store, for: caller)
        let start = max(offset, 0)
        let length = min(max(limit, 1), mostRows)
        return try await desk.database.read { transaction in
            let found = try stores.flatMap { store in
                try transaction.stock(of: store, offset: start, limit: length).map {
                    StockView(store: store, level: $0.level, seenAt: $0.seenAt)
                }
            }
            return Reply(
                stock: found,
                states: try desk.states([.inventory, .listings], stores, transaction))
        }
    }
}

extension RefreshAccount: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        let stores = try desk.stores(store, for: caller).filter { desk.ports.accounts[$0] != nil }
        for store in stores { desk.gates.force(store, at: desk.clock.now) }
        try await desk.act(as: caller) { transaction in
            for store in stores {
                for task in try transaction.accountTasks(of: store)
                where topic == nil || task.topic == topic {
                    // A report on its way comes when it is made; asking again makes another.
                    if task.phase != .requested { try transaction.pull(task) }
                }
            }
        }
        return Done()
    }
}
