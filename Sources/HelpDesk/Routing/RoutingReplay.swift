package import SwiftExtensions

/// Plays arrivals through the rules of routing with people who work them off, the most urgent first
/// (helpdesk section 7.8). Nothing in it is random: two strategies meet the same tickets.
package struct RoutingReplay {
    private struct Item {
        var arrival: ReplayArrival
        var owner: PersonID?
        var begunAt: Timestamp?
        var returnAt: Timestamp?
        var isUrgent = false
    }

    private struct Worker {
        let agent: ReplayAgent
        var queue: [Int] = []
        var busyUntil: Timestamp?
        var work: Duration = .zero
        var onShift: Duration = .zero
        var isOn = false
    }

    private static let tick: Duration = .minutes(5)

    private let book: RoutingBook
    private let strategy: RoutingStrategy
    private let shiftLeft: (PersonID, Timestamp) -> Duration?
    private var items: [Item]
    private var workers: [PersonID: Worker]
    private var people: [PersonID]
    private var waiting: [Int] = []
    private var rotations: [GroupID: RoutingRotation] = [:]
    private var next = 0
    private var handOffs = 0
    private var now: Timestamp

    /// `strategy` replaces that of every group, so that only it differs.
    package init(
        arrivals: [ReplayArrival], agents: [ReplayAgent], book: RoutingBook,
        strategy: RoutingStrategy, start: Timestamp,
        shiftLeft: @escaping (PersonID, Timestamp) -> Duration?
    ) {
        var book = book
        for index in book.groups.indices { book.groups[index].strategy = strategy }
        self.book = book
        self.strategy = strategy
        self.shiftLeft = shiftLeft
        items = arrivals.sorted { ($0.at, $0.subject.ticket) < ($1.at, $1.subject.ticket) }
            .map { Item(arrival: $0) }
        workers = Dictionary(
            agents.map { ($0.profile.person, Worker(agent: $0)) },
            uniquingKeysWith: { first, _ in first })
        people = workers.keys.sorted()
        now = start
    }

    /// Plays until `end`, and a day longer so that the last ones can be answered or be late.
    package mutating func run(until end: Timestamp, seed: UInt64) -> ReplayOutcome {
        run(until: end, seed: seed) {}
    }

    /// The same; what `check` throws, asked before each step, ends it.
    package mutating func run(
        until end: Timestamp, seed: UInt64, check: () throws -> Void
    ) rethrows -> ReplayOutcome {
        while now < end + .days(1) {
            try check()
            arrive()
            changeShifts()
            giveBack()
            route()
            for person in people { work(person) }
            now = now + Self.tick
        }
        return outcome(seed: seed)
    }

    private mutating func arrive() {
        while next < items.count, items[next].arrival.at <= now {
            waiting.append(next)
            next += 1
        }
    }

    // MARK: People

    private mutating func changeShifts() {
        for person in people {
            let isOn = shiftLeft(person, now) != nil
            if isOn { workers[person]?.onShift += Self.tick }
            guard let was = workers[person]?.isOn, was != isOn else { continue }
            workers[person]?.isOn = isOn
            if !isOn { leave(person) }
        }
    }

    /// Going home gives up what is due before the night is over.
    private mutating func leave(_ person: PersonID) {
        let mark = PresenceMark(.off)
        let lost = (workers[person]?.queue ?? []).filter {
            mark.mustGiveUp(due: items[$0].arrival.subject.due, at: now)
        }
        for index in lost { release(index, from: person) }
    }

    /// Whoever did not begin in time loses the ticket.
    private mutating func giveBack() {
        for person in people {
            for index in workers[person]?.queue ?? [] {
                guard let returnAt = items[index].returnAt, returnAt <= now else { continue }
                items[index].arrival.subject.exclusions.insert(person)
                items[index].arrival.subject.returns += 1
                release(index, from: person)
            }
        }
    }

    private mutating func release(_ index: Int, from person: PersonID) {
        workers[person]?.queue.removeAll { $0 == index }
        items[index].owner = nil
        items[index].returnAt = nil
        waiting.append(index)
        handOffs += 1
    }

    /// Works off the queue until the next tick; whoever has none takes what waits, if they may.
    private mutating func work(_ person: PersonID) {
        let until = now + Self.tick
        while workers[person]?.isOn == true {
            let free = max(workers[person]?.busyUntil ?? now, now)
            guard free < until else { return }
            guard let index = take(person) else { return }
            let item = items[index]
            let speed = max(workers[person]?.agent.speed ?? 1, 0.1)
            let seconds = Double(item.arrival.handling.wholeMilliseconds) / 1000 / speed
            let work = Duration.seconds(Int64(seconds.rounded(.up)))
            items[index].begunAt = max(free, item.arrival.at)
            items[index].returnAt = nil
            workers[person]?.busyUntil = max(free, item.arrival.at) + work
            workers[person]?.work += work
        }
    }

    /// The most urgent of the own queue; in a team that works by hand, of what anybody may take.
    private mutating func take(_ person: PersonID) -> Int? {
        let queue = workers[person]?.queue ?? []
        if let index = queue.min(by: isBefore) {
            workers[person]?.queue.removeAll { $0 == index }
            return index
        }
        guard strategy == .manual else { return nil }
        let (rules, agents) = (RoutingRules(book: book, now: now), standings)
        let index = waiting.filter {
            rules.mayTake(items[$0].arrival.subject, by: person, agents: agents)
        }.min(by: isBefore)
        guard let index else { return nil }
        waiting.removeAll { $0 == index }
        items[index].owner = person
        return index
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        RoutingSubject.isServedBefore(items[left].arrival.subject, items[right].arrival.subject)
    }

    // MARK: Routing

    private var standings: [PersonID: AgentStanding] {
        workers.mapValues { worker in
            AgentStanding(
                profile: worker.agent.profile, scope: worker.agent.scope,
                languages: worker.agent.languages,
                shiftLeft: shiftLeft(worker.agent.profile.person, now),
                load: Double(worker.queue.count))
        }
    }

    private mutating func route() {
        guard !waiting.isEmpty else { return }
        var agents = standings
        let rules = RoutingRules(book: book, now: now)
        let sorted = waiting.sorted(by: isBefore)
        let plan = plan(sorted, rules, agents)
        var left: [Int] = []
        for index in sorted {
            let subject = items[index].arrival.subject
            let decision = rules.decide(
                subject, cause: .again, agents: agents, rotations: rotations,
                planned: plan[subject.ticket])
            if decision.isUrgent { items[index].isUrgent = true }
            guard let person = decision.chosen else {
                left.append(index)
                continue
            }
            agents[person]?.load += subject.cost
            workers[person]?.queue.append(index)
            items[index].owner = person
            items[index].returnAt = AcceptTimer.end(assignedAt: now, due: subject.due)
            if let group = decision.group, let weight = decision.turnWeight {
                rotations[group, default: RoutingRotation()].assign(person, weight: weight)
            }
        }
        waiting = left
    }

    private func plan(
        _ sorted: [Int], _ rules: RoutingRules, _ agents: [PersonID: AgentStanding]
    ) -> [TicketID: PersonID] {
        guard strategy == .balanced else { return [:] }
        let rows = sorted.prefix(BalancedPlan.mostTickets).compactMap { index in
            let subject = items[index].arrival.subject
            return rules.plannable(subject, agents: agents).map {
                BalancedPlan.Row(subject: subject, eligible: $0)
            }
        }
        return BalancedPlan.make(rows, now: now, handling: TicketLoad.usualHandling) ?? [:]
    }

    // MARK: The outcome

    private func outcome(seed: UInt64) -> ReplayOutcome {
        let late = items.filter { item in
            let due = PlatformClock.due(from: item.arrival.subject.start)
            return item.begunAt.map { $0 + item.arrival.handling > due } ?? (now > due)
        }
        let waits = items.map { (($0.begunAt ?? now) - $0.arrival.at).wholeMilliseconds / 60_000 }
            .sorted()
        let rates = people.compactMap { workers[$0] }.filter { $0.onShift > .zero }
            .map { Double($0.work.wholeMilliseconds) / Double($0.onShift.wholeMilliseconds) }
        let mean = rates.isEmpty ? 0 : rates.reduce(0, +) / Double(rates.count)
        return ReplayOutcome(
            strategy: strategy, seed: seed, tickets: items.count, breaches: late.count,
            medianWait: Self.rank(waits, 0.5), ninetiethWait: Self.rank(waits, 0.9),
            handOffs: handOffs, gini: LoadSpread.gini(rates),
            busiest: mean > 0 ? (rates.max() ?? 0) / mean : 0,
            idlest: mean > 0 ? (rates.min() ?? 0) / mean : 0,
            urgent: items.count { $0.isUrgent })
    }

    private static func rank(_ sorted: [Int64], _ share: Double) -> Int {
        guard !sorted.isEmpty else { return 0 }
        return Int(sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)])
    }
}
