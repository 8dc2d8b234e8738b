package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension SendBroadcast: DeskCall {
    package static let need: Need = .right(.supervise, .stores)
    /// Bytes of the words.
    private static let longest = 2_000
    private static let usual: Duration = .hours(12)
    private static let longestTime: Duration = .days(14)

    package func run(in desk: Desk, as caller: Principal) async throws -> BroadcastView {
        let words = try TextLimits.clean(words, limit: Self.longest).collapsed()
        guard !words.isBlank else { throw DeskError(.badRequest, ["field": "words"]) }
        return try await desk.act(as: caller) { transaction in
            let now = transaction.now
            let until = until ?? now + Self.usual
            guard until > now, until <= now + Self.longestTime else {
                throw DeskError(.badRequest, ["field": "until"])
            }
            if let group, try transaction.routingBook().group(group) == nil {
                throw DeskError(.groupNotFound, ["group": String(group.rawValue)])
            }
            let broadcast = Broadcast(
                id: try transaction.nextBroadcastID(), author: caller.person, at: now,
                until: until, stores: try audience(of: caller, desk), group: group,
                isUrgent: isUrgent, digest: ContentDigest.of(words))
            try transaction.record(.wall(.broadcastSent(broadcast)))
            try transaction.putBroadcast(broadcast.id, words)
            return try BroadcastViews(transaction, caller, at: transaction.now).view(
                StoredBroadcast(broadcast: broadcast, words: words))
        }
    }

    /// Nobody speaks to stores that they do not see.
    private func audience(of caller: Principal, _ desk: Desk) throws -> [StoreID]? {
        if let stores {
            guard !stores.isEmpty else { throw DeskError(.badRequest, ["field": "stores"]) }
            for store in stores
            where !caller.scope.contains(store) || desk.settings.store(store) == nil {
                throw DeskError(.storeOutOfScope, ["store": store.rawValue])
            }
            return Set(stores).sorted()
        }
        guard case .only(let visible) = caller.scope else { return nil }
        return visible.sorted()
    }
}

extension ListBroadcasts: DeskCall {
    package static let need: Need = .signedIn
    private static let most = 50

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            guard let me = try transaction.person(caller.person) else {
                return Reply(broadcasts: [])
            }
            let views = try BroadcastViews(transaction, caller, at: now)
            let unread = try transaction.unreadBroadcasts(of: me, at: now)
            if onlyUnread { return Reply(broadcasts: try unread.map(views.view)) }
            let waiting = Set(unread.map(\.broadcast.id))
            let shown = try transaction.broadcasts(limit: Self.most).filter {
                waiting.contains($0.broadcast.id) || views.concerns($0.broadcast, me)
                    || views.mayFollow($0.broadcast)
            }
            return Reply(broadcasts: try shown.map(views.view))
        }
    }
}

extension ReadBroadcast: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        try await desk.act(as: caller) { transaction in
            guard let stored = try transaction.broadcast(broadcast),
                let me = try transaction.person(caller.person),
                try BroadcastViews(transaction, caller, at: transaction.now).concerns(
                    stored.broadcast, me)
            else {
                throw DeskError(.broadcastNotFound, ["broadcast": String(broadcast.rawValue)])
            }
            guard try !transaction.hasRead(broadcast, caller.person) else { return }
            try transaction.record(.wall(.broadcastRead(broadcast, by: caller.person)))
        }
        return Done()
    }
}

extension WithdrawBroadcast: DeskCall {
    package static let need: Need = .right(.supervise, .stores)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        try await desk.act(as: caller) { transaction in
            guard let stored = try transaction.broadcast(broadcast),
                stored.broadcast.withdrawnAt == nil,
                try BroadcastViews(transaction, caller, at: transaction.now).mayFollow(
                    stored.broadcast)
            else {
                throw DeskError(.broadcastNotFound, ["broadcast": String(broadcast.rawValue)])
            }
            try transaction.record(.wall(.broadcastWithdrawn(broadcast)))
        }
        return Done()
    }
}

/// Broadcasts with the names that their readers see, and for supervisors who has read them.
private struct BroadcastViews {
    private let transaction: ReadTransaction
    private let caller: Principal
    private let now: Timestamp
    private let people: [Person]
    private let groups: [RoutingGroup]

    init(_ transaction: ReadTransaction, _ caller: Principal, at now: Timestamp) throws {
        self.transaction = transaction
        self.now = now
        self.caller = caller
        people = try transaction.people()
        groups = try transaction.routingBook().groups
    }

    func concerns(_ broadcast: Broadcast, _ person: Person) -> Bool {
        broadcast.concerns(person, members: members(of: broadcast))
    }

    /// Supervisors see who has read what was sent to stores of theirs.
    func mayFollow(_ broadcast: Broadcast) -> Bool {
        guard caller.may(.supervise, .stores) else { return broadcast.author == caller.person }
        guard let stores = broadcast.stores else { return true }
        return stores.contains { caller.scope.contains($0) }
    }

    private func members(of broadcast: Broadcast) -> Set<PersonID> {
        guard let group = groups.first(where: { $0.id == broadcast.group }) else { return [] }
        return Set(group.members + group.leads)
    }

    func view(_ stored: StoredBroadcast) throws -> BroadcastView {
        let broadcast = stored.broadcast
        let readings = try transaction.broadcastReadings(broadcast.id)
        let readers = Set(readings.map(\.person))
        let concerned = people.filter { concerns(broadcast, $0) }
        let names = Dictionary(
            people.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
        var view = BroadcastView(
            broadcast: broadcast, authorName: names[broadcast.author] ?? "",
            groupName: groups.first { $0.id == broadcast.group }?.name, words: stored.words ?? "",
            isUnread: broadcast.isOpen(at: now)
                && concerned.contains { $0.id == caller.person }
                && !readers.contains(caller.person))
        guard mayFollow(broadcast) else { return view }
        // Names of people who share no store with the caller stay out.
        let seen = Set(people.filter { $0.scope.overlaps(caller.scope) }.map(\.id))
        view.read = readings.filter { seen.contains($0.person) }.map {
            BroadcastView.Reading(name: names[$0.person] ?? "", at: $0.at)
        }
        view.unread = concerned.filter { seen.contains($0.id) && !readers.contains($0.id) }
            .map(\.displayName)
        return view
    }
}
