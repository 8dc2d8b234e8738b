package import HelpDesk
import Jobs
import Store
import SwiftExtensions
package import Wire

extension SimulateRouting: DeskCall {
    package static let need: Need = .right(.ruleWrite, .all)

    private static let mostSeeds = 10

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard (1...Self.mostSeeds).contains(seeds.count), !strategies.isEmpty else {
            throw DeskError(.badRequest, ["field": seeds.isEmpty ? "seeds" : "strategies"])
        }
        guard let pattern else { return try await replayLastWeek(desk) }
        let start = Timestamp(seconds: 1_772_409_600)
        var outcomes: [ReplayOutcome] = []
        for strategy in Set(strategies).sorted(by: { $0.rawValue < $1.rawValue }) {
            for seed in seeds {
                // A week takes a while: other calls get their turn.
                await Task.yield()
                var random = SeededRandom(seed: seed)
                let week = InventedWeek(pattern, start: start, using: &random)
                var replay = RoutingReplay(
                    arrivals: week.arrivals, agents: week.agents, book: week.book,
                    strategy: strategy, start: start
                ) { InventedWeek.shiftLeft(of: $0, at: $1, weekStart: start) }
                outcomes.append(
                    try replay.run(
                        until: week.end, seed: seed, check: { try Task.checkCancellation() }))
            }
        }
        return Reply(outcomes: outcomes)
    }

    private func replayLastWeek(_ desk: Desk) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            var book = try transaction.routingBook()
            if let rules {
                try RoutingCheck.check(rules, groups: book.groups)
                book.rules = rules
            }
            let week = try PastWeek(transaction, desk: desk, book: book, now: now)
            var outcomes: [ReplayOutcome] = []
            for strategy in Set(strategies).sorted(by: { $0.rawValue < $1.rawValue }) {
                for seed in seeds {
                    outcomes.append(try week.play(strategy, seed: seed, transaction, desk))
                }
            }
            return Reply(outcomes: outcomes)
        }
    }
}

/// The tickets of the last seven days and the people of today.
private struct PastWeek {
    private let subjects: [RoutingSubject]
    private let agents: [ReplayAgent]
    private let calendars: [PersonID: String]
    private let book: RoutingBook
    private let handling: Duration
    private let load: TicketLoad
    private let start: Timestamp

    init(_ transaction: ReadTransaction, desk: Desk, book: RoutingBook, now: Timestamp) throws {
        self.book = book
        start = now - .days(Int64(RulePreview.days))
        subjects = try RoutingPreview(transaction, desk: desk, now: now).subjects
        load = try TicketLoad.measured(transaction, at: now)
        handling = load.handling
        let roster = try RoutingRoster(transaction, desk: desk, book: book, load: load, now: now)
        let members = Set(book.groups.filter(\.isActive).flatMap(\.members))
        agents = roster.agents.values.filter { $0.isActive && members.contains($0.person) }
            .sorted { $0.person < $1.person }
            .map { ReplayAgent(profile: $0.profile, scope: $0.scope, languages: $0.languages) }
        var calendars: [PersonID: String] = [:]
        for agent in agents {
            calendars[agent.profile.person] =
                agent.profile.calendar
                ?? book.groups.first {
                    $0.isActive && $0.members.contains(agent.profile.person)
                }?.calendar
        }
        self.calendars = calendars
    }

    /// Handling times vary around the category's median, by the seed.
    func play(
        _ strategy: RoutingStrategy, seed: UInt64, _ transaction: ReadTransaction, _ desk: Desk
    ) throws -> ReplayOutcome {
        var random = SeededRandom(seed: seed)
        let arrivals = subjects.map { subject in
            let weight = load.weight(of: subject.category)
            let spread = Double.random(in: 0.4...1.6, using: &random)
            let seconds = Double(handling.wholeMilliseconds) / 1000 * weight * spread
            return ReplayArrival(
                subject: subject, at: subject.start, handling: .seconds(Int64(seconds)))
        }
        var failure: (any Error)?
        var replay = RoutingReplay(
            arrivals: arrivals, agents: agents, book: book, strategy: strategy, start: start
        ) { person, instant in
            do {
                return try desk.shiftLeft(calendars[person], at: instant, transaction)
            } catch {
                failure = error
                return nil
            }
        }
        let outcome = try replay.run(
            until: start + .days(Int64(RulePreview.days)), seed: seed,
            check: { try Task.checkCancellation() })
        if let failure { throw failure }
        return outcome
    }
}
