import HelpDesk
import Store
import SwiftExtensions

/// Broadcasts and forecasts, on top of `SampleEvents`.
enum WallSamples {
    private static let time = SampleEvents.time

    static func made(_ id: Int64, at start: Timestamp) -> ForecastMade {
        ForecastMade(
            id: id, start: start, hours: 24, expected: 1.5, low: 0, high: 4, owed: 12,
            chances: [ForecastMade.Chance(DebtID(1), 0.25)])
    }

    static let all: [DeskEvent] = [
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

extension Desk {
    /// A word to everybody that somebody reads, and a forecast that is held against what came.
    func broadcast(_ number: Int64) throws {
        try write { transaction in
            let id = try transaction.nextBroadcastID()
            let words = "Take care of number \(number)."
            try transaction.record(
                .wall(
                    .broadcastSent(
                        Broadcast(
                            id: id, author: Desk.bo, at: now, until: now + .hours(2),
                            stores: number % 2 == 0 ? [Desk.us] : nil, digest: digest(words)))))
            try transaction.putBroadcast(id, words)
            try transaction.record(.wall(.broadcastRead(id, by: Desk.ann)))
            let forecast = WallSamples.made(try transaction.nextForecastID(), at: now)
            try transaction.record(.wall(.forecastMade(forecast)))
            try transaction.record(
                .wall(.forecastScored(forecast.score(late: [DebtID(1)], breaches: 1))))
        }
    }
}
