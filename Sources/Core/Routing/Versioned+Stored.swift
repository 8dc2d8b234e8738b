import HelpDesk
import Store
import SwiftExtensions
import Wire

extension ReadTransaction {
    /// A version with its author's name.
    func view<Value>(of stored: RoutingVersion<Value>) throws -> Versioned<Value> {
        Versioned(
            version: stored.version, at: stored.at, author: try name(of: stored.author),
            reason: stored.reason, value: stored.value)
    }

    /// A person's name, or that of a part of the core.
    func name(of actor: Actor) throws -> String {
        switch actor {
        case .person(let id): try person(id)?.displayName ?? "#\(id.rawValue)"
        case .service(let name): name
        }
    }
}

extension WriteTransaction {
    /// A version as its author sees it who has just written it.
    func fresh<Value>(_ change: RoutingChange<Value>) throws -> Versioned<Value> {
        Versioned(
            version: change.version, at: now, author: try name(of: actor), reason: change.reason,
            value: change.value)
    }
}

extension RoutingChange {
    /// The version after the one that somebody saw. Throws `routingStale` when that is not the
    /// newest any more, and `badRequest` without a reason.
    init(after seen: Int, newest: Int, reason: String, value: Value) throws(DeskError) {
        guard seen == newest else {
            throw DeskError(.routingStale, ["version": String(newest)])
        }
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        self.init(version: newest + 1, reason: reason, value: value)
    }
}
