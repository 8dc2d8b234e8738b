import Core
import HelpDesk
import Jobs
import Store
import SwiftExtensions
import Testing
import Wire

/// The desk of the week: its people, what happened to it, and what was refused.
struct Week {
    /// Somebody with hours of the day in UTC; `until` below `from` is a night.
    struct Shift {
        var person: Principal
        var from: Int
        var until: Int
        /// A shift that was left without a word.
        var isOn = false
    }

    var world: World
    let fault: CommitFault
    var random: SeededRandom
    var shifts: [Shift] = []
    var buyers = Buyers()
    /// How often each kind of thing was done, and refused.
    var done: [String: Int] = [:]
    var refused: [String: Int] = [:]
    let start: Timestamp

    init(start: Timestamp, seed: UInt64) async throws {
        let fault = CommitFault()
        world = try await World.make(
            settings: Self.settings, at: start, seed: seed, hasUSFeed: true,
            commitGate: fault.gate)
        self.fault = fault
        self.start = start
        random = SeededRandom(seed: seed)
        for (index, name) in Self.europeans.enumerated() {
            let from = index < 5 ? 5 : 12
            shifts.append(
                Shift(
                    person: try await world.desk.principal(unixUser: name), from: from,
                    until: from + 9))
        }
        for (index, name) in Self.americans.enumerated() {
            let (from, until) = index < 2 ? (13, 22) : (21, 7)
            shifts.append(
                Shift(
                    person: try await world.desk.principal(unixUser: name), from: from,
                    until: until))
        }
        try await setUp()
    }

    static let europeans = ["ana", "ben", "eva", "fay", "gus", "hal", "ida", "jon"]
    static let americans = ["mia", "kit", "lou", "max"]

    static let settings: DeskSettings = {
        var settings = World.settings
        let known = Set(settings.people.map(\.unixUser))
        settings.people += europeans.filter { !known.contains($0) }.map {
            World.person($0, $0 < "g" ? .senior : .agent, .only([World.europe]))
        }
        settings.people += americans.filter { !known.contains($0) }.map {
            World.person($0, .agent, .only([World.america]))
        }
        return settings
    }()

    /// Calendars with lunch and nights in both zones, policies on them, and a group each.
    private func setUp() async throws {
        let desk = world.desk
        let spans = { (words: [String]) in words.compactMap(OpenSpan.init) }
        for (id, zone, hours) in [
            ("berlin", "Europe/Berlin", ["07:00-12:00", "12:30-23:00"]),
            ("newyork", "America/New_York", ["09:00-13:00", "14:00-18:00", "22:00-06:00"]),
        ] {
            _ = try await desk.perform(
                SaveCalendar(
                    calendar: WorkCalendar(
                        id: CalendarID(rawValue: id), version: 0, title: id, zone: zone,
                        week: WorkWeek(daily: spans(hours)))), as: world.ops)
        }
        for (id, store) in [("berlin", World.europe), ("newyork", World.america)] {
            var policy = ResponsePolicy(
                id: PolicyID(rawValue: id), version: 0, title: id,
                calendar: CalendarID(rawValue: id),
                targets: PolicyTargets(first: 120, next: 240, resolve: 2880))
            policy.conditions.stores = [store]
            try await world.approved(SavePolicy(policy: policy))
        }
        try await group("Europe", World.europe, "berlin", Self.europeans, .leastLoaded)
        try await group("America", World.america, "newyork", Self.americans, .roundRobin)
    }

    private func group(
        _ name: String, _ store: StoreID, _ calendar: String, _ members: [String],
        _ strategy: RoutingStrategy
    ) async throws {
        let people = shifts.map(\.person).filter { members.contains($0.unixUser) }
        _ = try await world.desk.perform(
            SaveGroup(
                group: RoutingGroup(
                    id: GroupID(0), name: name, stores: [store], members: people.map(\.person),
                    leads: [world.sue.person], calendar: calendar, strategy: strategy),
                version: 0, reason: "The week begins."), as: world.sue)
    }

    // MARK: One step

    mutating func step() async throws {
        try await pass(.minutes(Int64.random(in: 15...60, using: &random)))
        try await changeShifts()
        for _ in 0..<Int.random(in: 0...2, using: &random) { try await buyerWrites() }
        let present = shifts.filter(\.isOn).map(\.person)
        for _ in 0..<min(3, present.count) {
            guard let agent = present.randomElement(using: &random) else { break }
            try await act(as: agent)
        }
        if one(in: 6) { try await supervise() }
        if one(in: 5) { try await misfortune() }
        try await runDue()
    }

    mutating func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    /// Lets time pass in pieces, so that what falls due is done about when it does.
    mutating func pass(_ duration: Duration) async throws {
        let end = world.clock.now + duration
        while world.clock.now < end {
            world.clock.advance(to: min(end, world.clock.now + .minutes(30)))
            try await runDue()
        }
    }

    /// The services' turn. A commit that fails is tried again, as the desk's own loops do.
    mutating func runDue() async throws {
        do {
            _ = try await world.desk.runDue()
        } catch is CommitFault.Refusal {
            done["failed commit", default: 0] += 1
            _ = try await world.desk.runDue()
        }
    }

    /// A use case by a person: what the desk refuses is counted, what it does not foresee fails the
    /// test, and a commit that fails is tried once more.
    @discardableResult
    mutating func perform<Call: DeskCall>(
        _ call: Call, as caller: Principal
    ) async throws -> Call.Reply? {
        for _ in 0..<2 {
            do {
                let reply = try await world.desk.perform(call, as: caller)
                done[Call.method, default: 0] += 1
                return reply
            } catch is CommitFault.Refusal {
                done["failed commit", default: 0] += 1
            } catch let error as DeskError {
                refused[Call.method, default: 0] += 1
                #expect(error.code != .internalError, "\(Call.method)")
                return nil
            } catch {
                Issue.record("\(Call.method) as \(caller.unixUser): \(error)")
                return nil
            }
        }
        return nil
    }

    // MARK: Hours

    /// Whoever's hours begin says so; whoever's end hands over what is open, or just goes.
    private mutating func changeShifts() async throws {
        let hour = Int((world.clock.now.milliseconds / 3_600_000) % 24)
        for index in shifts.indices {
            let shift = shifts[index]
            let isOn =
                shift.from < shift.until
                ? (shift.from..<shift.until).contains(hour)
                : hour >= shift.from || hour < shift.until
            if isOn, !shift.isOn {
                shifts[index].isOn = true
                try await perform(SetPresence(presence: .available), as: shift.person)
                try await takeOver(as: shift.person)
            } else if !isOn, shift.isOn {
                shifts[index].isOn = false
                if one(in: 2) { try await handOver(as: shift.person) }
                try await perform(SetPresence(presence: .off), as: shift.person)
            }
        }
    }

    private mutating func handOver(as person: Principal) async throws {
        let mine = try await perform(ListTickets(queue: .mine, limit: 5), as: person)?.rows ?? []
        let promises = mine.prefix(1).map {
            HandOverPromise(ticket: $0.id, words: "A call back tomorrow.")
        }
        try await perform(OfferHandOver(promises: Array(promises)), as: person)
    }

    private mutating func takeOver(as person: Principal) async throws {
        let lists = try await perform(ListHandOvers(), as: person)?.lists ?? []
        for list in lists.suffix(1) where list.from != person.person {
            for line in list.lines.prefix(3) where line.line.acceptedBy == nil {
                try await perform(
                    AcceptHandOverLine(list: list.id, ticket: line.line.ticket), as: person)
            }
        }
    }
}
