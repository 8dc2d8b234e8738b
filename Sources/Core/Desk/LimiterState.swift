import ChannelAmazon
import Foundation
import HelpDesk
import Jobs
import Store
import SwiftExtensions

/// The platform rates as the database keeps them around restarts: a row for each budget.
enum LimiterState {
    /// Earlier versions kept all budgets in one row of this name.
    static let oldName = "selling-partner"

    static func name(of budget: CallBudget) -> String {
        "\(oldName)/\(budget.store)/\(budget.region)/\(budget.operation)"
    }

    static func text(_ budget: CallBudget) throws -> String {
        String(decoding: try JSONEncoder().encode(budget), as: UTF8.self)
    }

    /// The stored states. A row that nobody can read counts as a budget with nothing left.
    static func budgets(in states: [String: String], at now: Timestamp) -> [CallBudget] {
        states.sorted { $0.key < $1.key }.flatMap { name, text -> [CallBudget] in
            if name == oldName {
                return (try? JSONDecoder().decode([CallBudget].self, from: Data(text.utf8))) ?? []
            }
            guard name.hasPrefix(oldName + "/") else { return [] }
            if let budget = try? JSONDecoder().decode(CallBudget.self, from: Data(text.utf8)) {
                return [budget]
            }
            return spent(name, at: now).map { [$0] } ?? []
        }
    }

    private static func spent(_ name: String, at now: Timestamp) -> CallBudget? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return nil }
        let limit = RateLimitTable.standard.limit(of: parts[3])
        var bucket = TokenBucket(limit: limit, at: now)
        bucket.refused(pauseFor: .zero, at: now)
        return CallBudget(
            store: StoreID(parts[1]), region: parts[2], operation: parts[3], bucket: bucket)
    }
}

extension Desk {
    /// Takes up the rates where the last run left them, and has each token that is spent from now on
    /// written down before its call departs.
    func keepLimiter(_ states: [String: String]) {
        guard let limiter = ports.limiter else { return }
        limiter.restore(LimiterState.budgets(in: states, at: clock.now), at: clock.now)
        let (database, clock, gate) = (database, clock, commitGate)
        limiter.keep { budget in
            let text = try LimiterState.text(budget)
            let service = ServiceName.orderSync.rawValue
            try await database.write(as: .service(service), at: clock.now) { transaction in
                try transaction.putLimiter(name: LimiterState.name(of: budget), state: text)
                try gate()
            }
        }
    }
}
