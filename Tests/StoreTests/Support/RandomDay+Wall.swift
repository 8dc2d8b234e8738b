import EventSamples
import HelpDesk
import Store
import SwiftExtensions

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
            if number % 2 == 0 { try transaction.record(.wall(.broadcastWithdrawn(id))) }
            let forecast = WallSamples.made(try transaction.nextForecastID(), at: now)
            try transaction.record(.wall(.forecastMade(forecast)))
            try transaction.record(
                .wall(.forecastScored(forecast.score(late: [DebtID(1)], breaches: 1))))
        }
    }
}
