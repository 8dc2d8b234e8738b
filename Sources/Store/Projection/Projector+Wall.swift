import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func wall(_ event: WallEvent, at instant: Timestamp) throws {
        switch event {
        case .broadcastSent(let broadcast): try add(broadcast)
        case .broadcastRead(let broadcast, let person):
            try db.run(
                "INSERT INTO broadcast_reading VALUES (?, ?, ?)",
                [broadcast.rawValue, person.rawValue, instant.milliseconds])
        case .broadcastWithdrawn(let broadcast):
            let isKnown = try db.changeOne(
                "UPDATE broadcast SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL",
                [instant.milliseconds, broadcast.rawValue])
            guard isKnown else { throw Self.unknown("broadcast", broadcast.rawValue) }
        case .forecastMade(let forecast):
            try db.run(
                "INSERT INTO forecast_made (id, start, ends, payload) VALUES (?, ?, ?, ?)",
                [
                    forecast.id, forecast.start.milliseconds, forecast.end.milliseconds,
                    try JSONText.text(forecast),
                ])
        case .forecastScored(let score):
            let isKnown = try db.changeOne(
                """
                UPDATE forecast_made SET late = ?, breaches = ?, brier = ?, is_covered = ?
                WHERE id = ? AND brier IS NULL
                """,
                [score.late, score.breaches, score.brier, score.isCovered, score.forecast])
            guard isKnown else { throw Self.unknown("forecast", score.forecast) }
        }
    }

    private func add(_ broadcast: Broadcast) throws {
        try db.run(
            "INSERT INTO broadcast VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            [
                broadcast.id.rawValue, broadcast.author.rawValue, broadcast.at.milliseconds,
                broadcast.until.milliseconds, try broadcast.stores.map { try JSONText.text($0) },
                broadcast.group?.rawValue, broadcast.isUrgent, broadcast.digest,
            ])
    }
}
