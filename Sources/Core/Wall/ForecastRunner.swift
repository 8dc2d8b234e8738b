package import HelpDesk
import Jobs
import Store
import SwiftExtensions
import Synchronization
package import Wire

/// Plays forecasts, in portions that let other calls in between, and keeps them for a few minutes.
struct ForecastRunner: Sendable {
    let desk: Desk

    static let plays = 500
    /// Plays for a first look at each change that may help.
    static let trialPlays = 60
    static let mostChanges = 24
    private static let portion = 20
    /// Fewer expected breaches than this need no advice.
    private static let worthAdvice = 0.05

    /// The forecast of these stores, at most a few minutes old.
    func current(scope: StoreScope, hours: Int) async throws -> ForecastShelf.Entry {
        let key = ForecastShelf.Key(scope: scope, hours: hours)
        if let known = desk.forecasts.entry(key, at: desk.clock.now) { return known }
        let entry = try await make(scope: scope, hours: hours)
        desk.forecasts.keep(entry, for: key)
        return entry
    }

    func make(scope: StoreScope, hours: Int) async throws -> ForecastShelf.Entry {
        try await desk.foldReports()
        let now = desk.clock.now
        let plan = try await desk.database.read {
            try ForecastPlan($0, desk: desk, scope: scope, hours: hours, now: now)
        }
        // The minute is the seed: whoever asks again within it gets the same forecast.
        let seed = UInt64(bitPattern: plan.queue.start.seconds)
        var counter = Self.counter(plan.queue, seed)
        try await play(&counter, Self.trialPlays)
        let trial = counter.expected
        try await play(&counter, Self.plays)
        let forecast = counter.forecast(seed: seed)
        let option = try await advice(plan.queue, forecast, trial: trial, seed)
        return ForecastShelf.Entry(
            at: now, forecast: forecast, option: option, withoutPlan: plan.withoutPlan,
            isAnybodyPlanned: plan.queue.people.contains { !$0.shifts.isEmpty },
            owed: plan.queue.items.count { $0.due > plan.queue.start })
    }

    private static func counter(
        _ queue: ForecastQueue, _ seed: UInt64, opensOverflow: Bool = false
    ) -> ForecastCounter<SeededRandom> {
        ForecastCounter(queue, opensOverflow: opensOverflow) { play in
            SeededRandom(seed: seed &+ UInt64(play) &* 0x9E37_79B9)
        }
    }

    /// Up to so many plays in all.
    private func play(_ counter: inout ForecastCounter<SeededRandom>, _ plays: Int) async throws {
        while counter.plays < plays {
            await Task.yield()
            try Task.checkCancellation()
            counter.play(min(Self.portion, plays - counter.plays))
        }
    }

    private func advice(
        _ queue: ForecastQueue, _ forecast: Forecast, trial: Double, _ seed: UInt64
    ) async throws -> ForecastOption? {
        guard forecast.expected >= Self.worthAdvice else { return nil }
        var options: [ForecastOption] = []
        for change in ForecastChange.candidates(for: queue).prefix(Self.mostChanges) {
            var counter = Self.counter(
                change.applied(to: queue), seed, opensOverflow: change.opensOverflow)
            try await play(&counter, Self.trialPlays)
            options.append(ForecastOption(change: change, expected: counter.expected))
        }
        guard let best = ForecastOption.cheapest(of: options, without: trial) else { return nil }
        var counter = Self.counter(
            best.change.applied(to: queue), seed, opensOverflow: best.change.opensOverflow)
        try await play(&counter, Self.plays)
        guard counter.expected < forecast.expected else { return nil }
        return ForecastOption(change: best.change, expected: counter.expected)
    }
}

/// The forecasts of the last minutes, by scope: people with the same stores share one.
final class ForecastShelf: Sendable {
    struct Key: Hashable {
        var scope: StoreScope
        var hours: Int
    }

    struct Entry: Sendable {
        var at: Timestamp
        var forecast: Forecast
        var option: ForecastOption?
        var withoutPlan: Int
        var isAnybodyPlanned: Bool
        /// Answers that were owed and not late yet.
        var owed: Int
    }

    private static let lasts: Duration = .minutes(5)
    private static let most = 16
    private let entries = Mutex<[Key: Entry]>([:])

    func entry(_ key: Key, at now: Timestamp) -> Entry? {
        entries.withLock { entries in
            guard let entry = entries[key], entry.at <= now, now - entry.at < Self.lasts else {
                return nil
            }
            return entry
        }
    }

    func keep(_ entry: Entry, for key: Key) {
        entries.withLock { entries in
            if entries.count >= Self.most, entries[key] == nil {
                entries = entries.filter { entry.at - $0.value.at < Self.lasts }
                if entries.count >= Self.most { entries = [:] }
            }
            entries[key] = entry
        }
    }
}

extension ShowForecast: DeskCall {
    package static let need: Need = .right(.supervise, .stores)
    /// Scores of a month, at four forecasts a day.
    private static let scores = 120

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard (1...72).contains(hours) else { throw DeskError(.badRequest, ["field": "hours"]) }
        let entry = try await ForecastRunner(desk: desk).current(scope: caller.scope, hours: hours)
        return try await desk.database.read { transaction in
            var name: String?
            if case .oneMoreHour(let person, _)? = entry.option?.change {
                name = try transaction.person(person)?.displayName
            }
            let track =
                caller.scope == .all
                ? ForecastTrack(try transaction.forecastScores(limit: Self.scores)) : nil
            return Reply(
                forecast: entry.forecast, option: entry.option, optionName: name,
                withoutPlan: entry.withoutPlan, isAnybodyPlanned: entry.isAnybodyPlanned,
                track: track)
        }
    }
}
