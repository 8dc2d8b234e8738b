package import HelpDesk
import Store
package import Wire

extension ListGroups: DeskCall {
    package static let need: Need = .oneOf([.read, .roster, .ruleWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let groups = try transaction.routingGroups().filter { caller.scope.mayKnow($0.value) }
            return Reply(
                groups: try groups.map { stored in
                    let available = stored.value.members.count {
                        desk.presence.mark(of: $0, at: now).presence == .available
                    }
                    let query = TicketQuery(
                        queue: .group, scope: caller.scope, person: caller.person, now: now,
                        groups: [stored.value.id])
                    return GroupView(
                        group: try transaction.view(of: stored),
                        waiting: try transaction.ticketTotal(query), available: available)
                })
        }
    }
}

extension StoreScope {
    /// Whether a group works for a store of this scope.
    func mayKnow(_ group: RoutingGroup) -> Bool {
        group.stores.isEmpty || group.stores.contains(where: contains)
    }
}

extension SaveGroup: DeskCall {
    package static let need: Need = .right(.roster, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Versioned<RoutingGroup> {
        try await desk.act(as: caller) { transaction in
            let stored = try transaction.routingGroups()
            var group = group
            let known = stored.first { $0.value.id == group.id }
            if version == 0, known == nil {
                group.id = GroupID((stored.map(\.value.id.rawValue).max() ?? 0) + 1)
            } else if known == nil {
                throw DeskError(.groupNotFound, ["group": String(group.id.rawValue)])
            }
            try RoutingCheck.check(group, among: stored.map(\.value))
            try transaction.checkPeople(group.members + group.leads + group.deputies)
            try checkAnswering(group, since: known?.value, desk, transaction)
            let change = try RoutingChange(
                after: version, newest: known?.version ?? 0, reason: reason, value: group)
            try transaction.record(.routing(.groupSaved(change)))
            return try transaction.fresh(change)
        }
    }
}

extension SaveGroup {
    /// Nobody is put into a group who may not answer in a store of it; who is in it already may have
    /// lost the right, and then routing passes them over. Throws `routingInvalid`.
    private func checkAnswering(
        _ group: RoutingGroup, since known: RoutingGroup?, _ desk: Desk,
        _ transaction: ReadTransaction
    ) throws {
        let earlier = Set((known?.members ?? []) + (known?.leads ?? []) + (known?.deputies ?? []))
        for id in group.members + group.leads + group.deputies where !earlier.contains(id) {
            guard let person = try transaction.person(id) else { continue }
            let scope = desk.people.answeringScope(of: person)
            let isUseful = group.stores.isEmpty || group.stores.contains(where: scope.contains)
            guard person.isActive, isUseful, scope != .only([]) else {
                throw DeskError(
                    .routingInvalid, ["field": "members", "value": person.displayName])
            }
        }
    }
}

extension ShowGroupHistory: DeskCall {
    package static let need: Need = .oneOf([.read, .roster, .ruleWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let versions = try transaction.history(of: group)
            guard let newest = versions.first, caller.scope.mayKnow(newest.value) else {
                throw DeskError(.groupNotFound, ["group": String(group.rawValue)])
            }
            return Reply(versions: try versions.map(transaction.view(of:)))
        }
    }
}

extension ReadTransaction {
    /// Nobody unknown gets into a group. Throws `personNotFound`.
    func checkPeople(_ people: [PersonID]) throws {
        for id in people where try person(id) == nil {
            throw DeskError(.personNotFound, ["person": String(id.rawValue)])
        }
    }

    /// The active groups somebody is in.
    func groups(of person: PersonID) throws -> [GroupID] {
        try routingGroups().map(\.value)
            .filter { $0.isActive && ($0.members + $0.leads).contains(person) }.map(\.id)
    }
}
