import HelpDesk
import SwiftExtensions

/// Small queues whose outcome can be worked out by hand: every answer takes ten minutes.
enum ForecastWorld {
    static let start = Timestamp(seconds: 1_772_900_000)

    static func item(
        _ number: Int64, due minutes: Int64, lane: Int = 0, actBy: Int64? = nil,
        ready: Int64 = 0, owner: Int64? = nil, overflow: Int64? = nil
    ) -> ForecastItem {
        ForecastItem(
            ticket: TicketID(number), debt: DebtID(number), lane: lane,
            actBy: start + .minutes(actBy ?? minutes), due: start + .minutes(minutes),
            readyAt: start + .minutes(ready), category: .other, owner: owner.map { PersonID($0) },
            overflowAt: overflow.map { start + .minutes($0) })
    }

    /// Shifts in minutes from the start.
    static func person(
        _ number: Int64, _ shifts: [(Int64, Int64)] = [(0, 1440)], lanes: Set<Int> = [0],
        overflow: Set<Int> = []
    ) -> ForecastPerson {
        ForecastPerson(
            person: PersonID(number),
            shifts: shifts.map { start.seconds + $0.0 * 60..<start.seconds + $0.1 * 60 },
            lanes: lanes, overflow: overflow)
    }

    static func queue(
        _ items: [ForecastItem], _ people: [ForecastPerson], streams: [ForecastStream] = [],
        hours: Int = 24, samples: [Int64] = [600]
    ) -> ForecastQueue {
        ForecastQueue(
            start: start, hours: hours, items: items, people: people, streams: streams,
            handling: [nil: samples])
    }

    static func forecast(
        _ queue: ForecastQueue, plays: Int = 20, seed: UInt64 = 7, overflow: Bool = false
    ) -> Forecast {
        var counter = ForecastCounter(queue, opensOverflow: overflow) {
            TestRandom(state: seed &+ UInt64($0) &* 1_000_003)
        }
        counter.play(plays)
        return counter.forecast(seed: seed)
    }
}
