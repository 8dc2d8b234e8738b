package import SwiftExtensions

/// What a forecast says: which owed answers will be late, and how many an hour (helpdesk section
/// 14.10). What is late already is no forecast and counts apart.
package struct Forecast: Hashable, Sendable, Codable {
    /// One owed answer that came late in some play.
    package struct Risk: Hashable, Sendable, Codable {
        package var ticket: TicketID
        package var debt: DebtID
        package var due: Timestamp
        /// The share of the plays in which it was late.
        package var chance: Double

        package init(ticket: TicketID, debt: DebtID, due: Timestamp, chance: Double) {
            self.ticket = ticket
            self.debt = debt
            self.due = due
            self.chance = chance
        }
    }

    package var start: Timestamp
    package var hours: Int
    package var plays: Int
    package var seed: UInt64
    /// Answers that are owed and past their deadline when the forecast is made.
    package var lateAlready: Int
    /// Mean number of breaches over the plays.
    package var expected: Double
    /// Nine plays of ten lie in [low, high].
    package var low: Int
    package var high: Int
    /// By the hour in which an answer falls due, from the start on.
    package var perHour: [Double]
    package var arrivals: [Double]
    /// The most likely first; what was never late is not in it.
    package var risks: [Risk]

    package init(
        start: Timestamp, hours: Int, plays: Int, seed: UInt64, lateAlready: Int,
        expected: Double, low: Int, high: Int, perHour: [Double], arrivals: [Double],
        risks: [Risk]
    ) {
        self.start = start
        self.hours = hours
        self.plays = plays
        self.seed = seed
        self.lateAlready = lateAlready
        self.expected = expected
        self.low = low
        self.high = high
        self.perHour = perHour
        self.arrivals = arrivals
        self.risks = risks
    }

    package var end: Timestamp { start + .hours(Int64(hours)) }
}

/// Plays a queue many times and counts. The same seed gives the same forecast.
package struct ForecastCounter<Random: RandomNumberGenerator> {
    private let queue: ForecastQueue
    private let script: ForecastScript
    private let opensOverflow: Bool
    private let random: (Int) -> Random
    private var lateCounts: [Int]
    private var perHour: [Int]
    private var totals: [Int] = []

    /// `random` makes the generator of a play from its number, so that plays of two plans meet the
    /// same chances.
    package init(
        _ queue: ForecastQueue, opensOverflow: Bool = false, random: @escaping (Int) -> Random
    ) {
        self.queue = queue
        script = ForecastScript(queue)
        self.opensOverflow = opensOverflow
        self.random = random
        lateCounts = Array(repeating: 0, count: queue.items.count)
        perHour = Array(repeating: 0, count: max(queue.hours, 1))
    }

    package var plays: Int { totals.count }

    /// Plays so many times more.
    package mutating func play(_ times: Int) {
        for number in totals.count..<totals.count + max(0, times) {
            var generator = random(number)
            let draw = ForecastDraw(script, using: &generator)
            var play = ForecastPlay(script, draw, opensOverflow: opensOverflow)
            play.run()
            count(draw, play)
        }
    }

    private mutating func count(_ draw: ForecastDraw, _ play: ForecastPlay) {
        let (start, end) = (script.start, script.end)
        var total = 0
        for (number, done) in play.doneAt.enumerated() {
            // Whatever begins before its deadline and is done after it is late, too.
            let due = draw.work(number, script).due
            guard due > start, due <= end, done > due else { continue }
            total += 1
            if number < lateCounts.count { lateCounts[number] += 1 }
            perHour[min(perHour.count - 1, Int((due - start - 1) / 3600))] += 1
        }
        totals.append(total)
    }

    /// Mean number of breaches so far; 0 before the first play.
    package var expected: Double {
        totals.isEmpty ? 0 : Double(totals.reduce(0, +)) / Double(totals.count)
    }

    package func forecast(seed: UInt64) -> Forecast {
        let plays = max(totals.count, 1)
        let sorted = totals.sorted()
        let risks = queue.items.indices.filter { lateCounts[$0] > 0 }.map { index in
            Forecast.Risk(
                ticket: queue.items[index].ticket, debt: queue.items[index].debt,
                due: queue.items[index].due, chance: Double(lateCounts[index]) / Double(plays))
        }
        let arrivals = (0..<queue.hours).map { hour in
            queue.streams.reduce(0) {
                $0 + ($1.perHour.indices.contains(hour) ? $1.perHour[hour] : 0)
            }
        }
        return Forecast(
            start: queue.start, hours: queue.hours, plays: totals.count, seed: seed,
            lateAlready: queue.items.count { $0.due <= queue.start }, expected: expected,
            low: Self.quantile(sorted, 0.05), high: Self.quantile(sorted, 0.95),
            perHour: perHour.map { Double($0) / Double(plays) }, arrivals: arrivals,
            risks: risks.sorted { ($1.chance, $0.due, $0.debt) < ($0.chance, $1.due, $1.debt) })
    }

    /// The smallest value that at least this share of all values does not exceed.
    static func quantile(_ sorted: [Int], _ share: Double) -> Int {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
