package import HelpDesk
package import SwiftExtensions

/// Broadcasts and forecasts, on top of `SampleEvents`.
package enum WallSamples {
    private static let time = SampleEvents.time

    package static func made(_ id: Int64, at start: Timestamp) -> ForecastMade {
        ForecastMade(
            id: id, start: start, hours: 24, expected: 1.5, low: 0, high: 4, owed: 12,
            chances: [ForecastMade.Chance(DebtID(1), 0.25)])
    }

    package static let all: [DeskEvent] = [
        .wall(
            .broadcastSent(
                Broadcast(
                    id: BroadcastID(1), author: Desk.bo, at: time, until: time + .hours(8),
                    stores: [Desk.us], isUrgent: true, digest: "d"))),
        .wall(.broadcastRead(BroadcastID(1), by: Desk.ann)),
        .wall(.broadcastWithdrawn(BroadcastID(1))),
        .wall(.forecastMade(made(1, at: time))),
        .wall(
            .forecastScored(
                ForecastScore(forecast: 1, late: 1, breaches: 2, brier: 0.05, isCovered: true))),
    ]
}
