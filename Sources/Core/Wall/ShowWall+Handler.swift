package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowWall: DeskCall {
    package static let need: Need = .right(.supervise, .stores)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let scope = caller.scope
            let cells = try transaction.wallCells(scope: scope, at: now)
            let names = try WallNames(transaction)
            var lines = WallSum.lines(cells, by: dimension)
            for index in lines.indices {
                lines[index].label = names.label(lines[index].key, dimension)
            }
            let needs = try transaction.wallNeeds(scope: scope, at: now)
            return Reply(
                now: now, dimension: dimension, total: WallSum.total(cells), lines: lines,
                ages: QueueAges(ages: try transaction.owedAges(scope: scope, at: now)),
                needs: try self.needs(needs, desk, caller, transaction, now),
                people: try people(cells, needs, desk, caller, transaction, now))
        }
    }

    private func needs(
        _ data: WallNeedsData, _ desk: Desk, _ caller: Principal, _ transaction: ReadTransaction,
        _ now: Timestamp
    ) throws -> WallNeeds {
        let blind = try transaction.health(desk.sight, at: now).compactMap {
            entry -> WallNeeds.BlindStore? in
            guard entry.kind == .messages, caller.scope.contains(entry.store),
                let since = entry.blindSince
            else { return nil }
            return WallNeeds.BlindStore(
                store: entry.store, minutes: Int((now - since).wholeMilliseconds / 60_000))
        }
        return WallNeeds(
            late: data.late, held: data.heldBy.values.reduce(0, +), problems: data.problems,
            breaches: data.breaches, excused: data.excused,
            blind: blind.sorted { ($1.minutes, $0.store) < ($0.minutes, $1.store) })
    }

    /// Whoever may answer in one of the caller's stores; those with the most that is over first,
    /// then by what falls due next; of the idle those who are there first.
    private func people(
        _ cells: [WallCell], _ needs: WallNeedsData, _ desk: Desk, _ caller: Principal,
        _ transaction: ReadTransaction, _ now: Timestamp
    ) throws -> [WallPerson] {
        let mine = Dictionary(
            WallSum.lines(cells, by: .person).map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first })
        let load = try desk.loads.load(transaction, at: now)
        let views = try AgentViews(transaction, desk: desk, load: load, now: now)
        return try transaction.people().filter { person in
            person.isActive && person.scope.overlaps(caller.scope)
                && desk.people.rights(of: person.role).allows(.reply)
        }
        .compactMap(views.view(of:))
        .map { agent in
            let line = mine[String(agent.person.rawValue)]
            return WallPerson(
                agent: agent, counts: line?.counts ?? BandCounts(), nextLimit: line?.nextLimit,
                held: needs.heldBy[agent.person] ?? 0)
        }
        .sorted { left, right in
            let most = Timestamp(milliseconds: .max)
            return (
                right.counts.over, left.nextLimit ?? most, left.agent.presence.rank,
                left.agent.name
            ) < (
                left.counts.over, right.nextLimit ?? most, right.agent.presence.rank,
                right.agent.name
            )
        }
    }
}

/// How people read the keys of the wall's lines.
private struct WallNames {
    private let people: [String: String]
    private let groups: [String: String]

    init(_ transaction: ReadTransaction) throws {
        people = Dictionary(
            try transaction.people().map { (String($0.id.rawValue), $0.displayName) },
            uniquingKeysWith: { first, _ in first })
        groups = Dictionary(
            try transaction.routingBook().groups.map { (String($0.id.rawValue), $0.name) },
            uniquingKeysWith: { first, _ in first })
    }

    func label(_ key: String, _ dimension: WallDimension) -> String {
        switch dimension {
        case .store, .marketplace, .band: key
        case .group: groups[key] ?? key
        case .person: people[key] ?? key
        }
    }
}
