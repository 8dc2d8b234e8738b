package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListAgents: DeskCall {
    package static let need: Need = .oneOf([.read, .roster])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let people = try transaction.people()
                .filter { $0.isActive && $0.scope.overlaps(caller.scope) }
            let views = try AgentViews(transaction, desk: desk, now: now)
            return Reply(agents: people.compactMap(views.view(of:)))
        }
    }
}

extension SaveProfile: DeskCall {
    package static let need: Need = .right(.roster, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Versioned<AgentProfile> {
        try RoutingCheck.check(profile)
        return try await desk.act(as: caller) { transaction in
            try transaction.checkPeople([profile.person])
            let newest = try transaction.history(of: profile.person).first?.version ?? 0
            let change = try RoutingChange(
                after: version, newest: newest, reason: reason, value: profile)
            try transaction.record(.routing(.profileSaved(change)))
            return try transaction.fresh(change)
        }
    }
}

extension ShowProfileHistory: DeskCall {
    package static let need: Need = .oneOf([.read, .roster])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            guard let shown = try transaction.person(person), shown.scope.overlaps(caller.scope)
            else { throw DeskError(.personNotFound, ["person": String(person.rawValue)]) }
            return Reply(
                versions: try transaction.history(of: person).map(transaction.view(of:)))
        }
    }
}

extension SetPresence: DeskCall {
    package static let need: Need = .signedIn

    /// Nobody is away for longer without a word to the roster.
    private static let longestAway: Duration = .days(60)

    package func run(in desk: Desk, as caller: Principal) async throws -> AgentView {
        let whom = person ?? caller.person
        if whom != caller.person { try Rights.require(.roster, .all, of: caller) }
        let now = desk.clock.now
        if let until, until <= now || until > now + Self.longestAway {
            throw DeskError(.badRequest, ["field": "until"])
        }
        let shown = try await desk.database.read { try $0.person(whom) }
        guard let shown, shown.isActive else {
            throw DeskError(.personNotFound, ["person": String(whom.rawValue)])
        }
        if whom != caller.person {
            guard shown.scope.overlaps(caller.scope) else {
                throw DeskError(.personNotFound, ["person": String(whom.rawValue)])
            }
            let order = PresenceOrder(person: whom, presence: presence, until: until)
            _ = try await desk.act(as: caller) { try $0.record(.rights(.presenceSet(order))) }
        }
        let isAbsence = presence == .away || presence == .off
        desk.presence.say(PresenceMark(presence, until: isAbsence ? until : nil), of: whom)
        desk.bells.routing.ring()
        return try await desk.database.read { transaction in
            let views = try AgentViews(transaction, desk: desk, now: now)
            guard let view = views.view(of: shown) else {
                throw DeskError(.personNotFound, ["person": String(whom.rawValue)])
            }
            return view
        }
    }
}

/// People as routing sees them, for the screens.
struct AgentViews {
    private let roster: RoutingRoster
    private let book: PresenceBook
    private let versions: [PersonID: Int]
    private let groups: [RoutingGroup]

    init(_ transaction: ReadTransaction, desk: Desk, load: TicketLoad? = nil, now: Timestamp) throws
    {
        let book = try transaction.routingBook()
        groups = book.groups.filter(\.isActive)
        self.book = desk.presence
        roster = try RoutingRoster(
            transaction, desk: desk, book: book,
            load: load ?? TicketLoad.measured(transaction, at: now),
            now: now)
        versions = Dictionary(
            try transaction.agentProfiles().map { ($0.value.person, $0.version) },
            uniquingKeysWith: max)
    }

    func view(of person: Person) -> AgentView? {
        guard let agent = roster.agents[person.id] else { return nil }
        return AgentView(
            person: person.id, unixUser: person.unixUser, name: person.displayName,
            profile: agent.profile, version: versions[person.id] ?? 0,
            presence: agent.presence.presence, until: book.saidUntil(of: person.id),
            shiftLeftSeconds: agent.shiftLeft.map { $0.wholeMilliseconds / 1000 },
            load: agent.load,
            groups: groups.filter { $0.members.contains(person.id) }.map(\.id))
    }
}
