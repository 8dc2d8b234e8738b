import HelpDesk
import Store
import SwiftExtensions

/// Writes a forecast down four times a day and holds it against what came when its time is over, so
/// that people see how far to trust it.
struct ForecastKeeper: Sendable {
    let desk: Desk

    static let every: Duration = .hours(6)
    private static let hours = 24

    /// Scores what is over and makes what is due; returns when to look again.
    func runDue() async throws -> Timestamp {
        let now = desk.clock.now
        try await score(at: now)
        let last = try await desk.database.read { try $0.lastForecast() }
        if let last, now - last.start < Self.every { return last.start + Self.every }
        let entry = try await ForecastRunner(desk: desk).make(scope: .all, hours: Self.hours)
        let forecast = entry.forecast
        // A desk without work foresees nothing worth a line in the record.
        if entry.owed > 0 || forecast.arrivals.contains(where: { $0 > 0 }) {
            try await desk.act(service: .forecasts) { transaction in
                let made = ForecastMade(
                    id: try transaction.nextForecastID(), start: forecast.start,
                    hours: forecast.hours, expected: forecast.expected, low: forecast.low,
                    high: forecast.high, owed: entry.owed,
                    chances: forecast.risks.map { ForecastMade.Chance($0.debt, $0.chance) }
                        .sorted { $0.debt < $1.debt })
                _ = try transaction.record(.wall(.forecastMade(made)))
            }
        }
        return now + Self.every
    }

    private func score(at now: Timestamp) async throws {
        let open = try await desk.database.read { try $0.forecastsToScore(at: now) }
        guard !open.isEmpty else { return }
        try await desk.act(service: .forecasts) { transaction in
            for forecast in open {
                let late = try transaction.lateDebts(from: forecast.start, to: forecast.end)
                let known = late.filter { $0.start <= forecast.start }.map(\.debt)
                _ = try transaction.record(
                    .wall(.forecastScored(forecast.score(late: Set(known), breaches: late.count))))
            }
        }
    }
}

extension Desk {
    /// Scores the forecasts whose time is over and makes the one that is due, if any.
    package func keepForecasts() async throws {
        _ = try await ForecastKeeper(desk: self).runDue()
    }

    func runForecasts() async throws {
        while !Task.isCancelled {
            let next = try await ForecastKeeper(desk: self).runDue()
            try await clock.sleep(until: next)
        }
    }
}
