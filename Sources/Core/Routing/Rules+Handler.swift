package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowRules: DeskCall {
    package static let need: Need = .oneOf([.read, .roster, .ruleWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            Reply(rules: try transaction.routingRules().map(transaction.view(of:)))
        }
    }
}

extension ShowRulesHistory: DeskCall {
    package static let need: Need = .oneOf([.read, .roster, .ruleWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            Reply(versions: try transaction.rulesHistory().map(transaction.view(of:)))
        }
    }
}

extension PreviewRules: DeskCall {
    package static let need: Need = .right(.ruleWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> RulePreview {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let groups = try transaction.routingGroups().map(\.value)
            try RoutingCheck.check(rules, groups: groups)
            return try RoutingPreview(transaction, desk: desk, now: now).of(rules)
        }
    }
}

extension SaveRules: DeskCall {
    package static let need: Need = .right(.ruleWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Versioned<RuleSheet> {
        try await desk.act(as: caller) { transaction in
            let groups = try transaction.routingGroups().map(\.value)
            try RoutingCheck.check(rules, groups: groups)
            try transaction.checkPeople(rules.compactMap(\.designated))
            let preview = try RoutingPreview(transaction, desk: desk, now: transaction.now)
                .of(rules)
            let change = try RoutingChange(
                after: version, newest: try transaction.routingRules()?.version ?? 0,
                reason: reason, value: RuleSheet(rules: rules, preview: preview))
            try transaction.record(.routing(.rulesSaved(change)))
            return try transaction.fresh(change)
        }
    }
}
