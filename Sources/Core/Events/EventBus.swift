import HelpDesk
import Store
import SwiftExtensions
import Synchronization
import Wire

/// Tells the connected clients what changed, in their own scope. A commit only notes ids; rows are
/// read once per push for everybody, and a ticket that changed ten times is pushed once.
final class EventBus: Sendable {
    typealias Sink = @Sendable (PushedEvent) -> Void

    private struct Subscriber {
        var principal: Principal
        var sink: Sink
        var lastCounts: InboxCounts?
    }

    private struct State {
        var nextID = 1
        var subscribers: [SubscriptionID: Subscriber] = [:]
        var pending = PendingChanges()
    }

    /// Rows of a push at most: a mass import must not flood a terminal.
    private static let rowLimit = 200
    /// Shortest time between two pushes, in real time: people read them.
    private static let pace: Duration = .milliseconds(200)
    /// Counts are told anew this often even without commits, since time alone makes things late.
    private static let countEvery: Duration = .seconds(30)

    private let database: DeskDatabase
    private let clock: any DeskClock
    private let people: PeopleInMemory
    private let sight: BlindSight
    private let bell = Signal()
    private let state = Mutex(State())

    init(database: DeskDatabase, clock: any DeskClock, people: PeopleInMemory, sight: BlindSight) {
        self.database = database
        self.clock = clock
        self.people = people
        self.sight = sight
    }

    func subscribe(as principal: Principal, _ sink: @escaping Sink) -> SubscriptionID {
        state.withLock { state in
            let id = SubscriptionID(number: state.nextID)
            state.nextID += 1
            state.subscribers[id] = Subscriber(principal: principal, sink: sink)
            return id
        }
    }

    /// Returns who listened; nil for a subscription that is over already.
    @discardableResult
    func unsubscribe(_ id: SubscriptionID) -> PersonID? {
        state.withLock { $0.subscribers.removeValue(forKey: id)?.principal.person }
    }

    /// Called by the database on its own queue after each commit.
    func note(_ records: [EventRecord]) {
        let isAwaited = state.withLock { state -> Bool in
            guard !state.subscribers.isEmpty else { return false }
            for record in records { state.pending.note(record.event) }
            return !state.pending.isEmpty
        }
        if isAwaited { bell.ring() }
    }

    /// For what changes in the engine's own tables, without an event.
    func note(_ parts: Set<EngineNews.Part>) {
        let isAwaited = state.withLock { state -> Bool in
            guard !state.subscribers.isEmpty else { return false }
            state.pending.note(parts)
            return true
        }
        if isAwaited { bell.ring() }
    }

    /// Tells everybody the same, at once.
    func tellAll(_ event: PushedEvent) {
        for subscriber in state.withLock({ Array($0.subscribers.values) }) {
            subscriber.sink(event)
        }
    }

    /// Tells one person, at each of their screens, at once.
    func tell(_ person: PersonID, _ event: PushedEvent) {
        let theirs = state.withLock { state in
            state.subscribers.values.filter { $0.principal.person == person }
        }
        for subscriber in theirs { subscriber.sink(event) }
    }

    /// Tells who is on which ticket to those who may see the ticket.
    func tell(presence news: [TicketPresence]) {
        let subscribers = state.withLock { state in
            state.subscribers.sorted { $0.key.number < $1.key.number }.map(\.value)
        }
        for subscriber in subscribers {
            let person = people[subscriber.principal.person]
            guard person?.isActive ?? true else { continue }
            let caller = person.map(people.principal(of:)) ?? subscriber.principal
            guard caller.may(.read) else { continue }
            let theirs = news.filter { caller.scope.contains($0.store) }
            if !theirs.isEmpty { subscriber.sink(.presenceChanged(theirs)) }
        }
    }

    /// Pushes until the task is cancelled.
    func run() async throws {
        while !Task.isCancelled {
            await bell.wait(until: clock.now + Self.countEvery, clock: clock)
            try await flush(alwaysCounts: true)
            try await Task.sleep(for: Self.pace)
        }
    }

    /// Pushes what is pending now.
    func flush(alwaysCounts: Bool = false) async throws {
        let (changes, subscribers) = state.withLock { state in
            (state.pending.take(limit: Self.rowLimit), state.subscribers)
        }
        guard !subscribers.isEmpty, !changes.isEmpty || alwaysCounts else { return }
        let push = try await load(changes)
        for (id, subscriber) in subscribers.sorted(by: { $0.key.number < $1.key.number }) {
            let person = people[subscriber.principal.person]
            guard person?.isActive ?? true else {
                unsubscribe(id)
                continue
            }
            let caller = person.map(people.principal(of:)) ?? subscriber.principal
            for event in push.events(for: caller) { subscriber.sink(event) }
            if changes.isCountChanged || alwaysCounts { try await pushCounts(to: id, caller) }
        }
        if state.withLock({ !$0.pending.isEmpty }) { bell.ring() }
    }

    private func pushCounts(to id: SubscriptionID, _ caller: Principal) async throws {
        let now = clock.now
        let counts = try await database.read { try $0.inboxCounts(for: caller, at: now) }
        let sink = state.withLock { state -> Sink? in
            guard let known = state.subscribers[id], known.lastCounts != counts else { return nil }
            state.subscribers[id]?.lastCounts = counts
            return known.sink
        }
        sink?(.countsChanged(counts))
    }

    private func load(_ changes: PendingChanges) async throws -> Push {
        let (now, sight) = (clock.now, sight)
        return try await database.read { transaction in
            var push = Push(orders: changes.orders, engine: changes.engine)
            push.isRequestChanged = changes.isRequestChanged
            push.isBroadcastChanged = changes.isBroadcastChanged
            var tickets = changes.tickets
            for item in changes.outbox {
                guard let item = try transaction.outboxItem(item) else { continue }
                push.outbox.append(try transaction.view(of: item))
                tickets.append(item.ticket)
            }
            for dispatch in changes.dispatches {
                guard let dispatch = try transaction.dispatch(dispatch) else { continue }
                push.dispatches.append(try transaction.view(of: dispatch))
            }
            for debt in changes.debts.sorted() {
                if let debt = try transaction.debt(debt) { tickets.append(debt.ticket) }
            }
            for item in changes.cases.sorted() {
                if let ticket = try transaction.deskCase(item)?.ticket { tickets.append(ticket) }
            }
            for note in changes.notes.sorted() {
                if let note = try transaction.message(note) { tickets.append(note.ticket) }
            }
            var seen: Set<TicketID> = []
            for ticket in tickets where seen.insert(ticket).inserted {
                if let row = try transaction.ticketRow(ticket) { push.rows.append(TicketRow(row)) }
            }
            if changes.isSyncChanged {
                push.health = try transaction.health(sight, at: now)
                push.notices = try transaction.credentialNotices()
            }
            return push
        }
    }
}

/// One push before it is filtered for its receivers.
private struct Push: Sendable {
    var rows: [TicketRow] = []
    var outbox: [OutboxView] = []
    var dispatches: [DispatchView] = []
    var orders: [PendingChanges.OrderKey] = []
    var health: [SyncHealth]?
    var notices: [CredentialNotice] = []
    var engine: Set<EngineNews.Part>
    var isRequestChanged = false
    var isBroadcastChanged = false

    init(orders: [PendingChanges.OrderKey], engine: Set<EngineNews.Part>) {
        self.orders = orders
        self.engine = engine
    }

    func events(for caller: Principal) -> [PushedEvent] {
        let scope = caller.may(.read) ? caller.scope : .only([])
        var events = rows.filter { scope.contains($0.ticket.store) }.map(PushedEvent.ticketChanged)
        events += outbox.filter { scope.contains($0.item.store) }.map(PushedEvent.outboxChanged)
        events += dispatches.filter { scope.contains($0.dispatch.store) }
            .map(PushedEvent.dispatchChanged)
        for order in orders where scope.contains(order.store) {
            events.append(.orderChanged(order.order, order.store))
        }
        if let health {
            let seen = health.filter { caller.scope.contains($0.store) }.map { entry in
                var entry = entry
                if caller.may(.syncRun) { entry.add(notices) }
                return entry
            }
            events.append(.syncChanged(seen))
        }
        if isRequestChanged { events.append(.requestsChanged) }
        if isBroadcastChanged { events.append(.broadcastsChanged) }
        if !engine.isEmpty { events.append(.engineChanged(EngineNews(engine))) }
        return events
    }
}
