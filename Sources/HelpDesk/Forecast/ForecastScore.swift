package import SwiftExtensions

/// A forecast as the record keeps it, so that it can be held against what came.
package struct ForecastMade: Hashable, Sendable, Codable {
    /// How likely a debt was to come late.
    package struct Chance: Hashable, Sendable, Codable {
        package var debt: DebtID
        package var share: Double

        package init(_ debt: DebtID, _ share: Double) {
            self.debt = debt
            self.share = share
        }
    }

    package var id: Int64
    package var start: Timestamp
    package var hours: Int
    package var expected: Double
    package var low: Int
    package var high: Int
    /// Answers that were owed and not late when it was made.
    package var owed: Int
    /// Those with a chance to come late; all others had none.
    package var chances: [Chance]

    package init(
        id: Int64, start: Timestamp, hours: Int, expected: Double, low: Int, high: Int, owed: Int,
        chances: [Chance]
    ) {
        self.id = id
        self.start = start
        self.hours = hours
        self.expected = expected
        self.low = low
        self.high = high
        self.owed = owed
        self.chances = chances
    }

    package var end: Timestamp { start + .hours(Int64(hours)) }

    /// Holds it against the debts that did come late among those it was about, and against all
    /// breaches of its time.
    package func score(late: Set<DebtID>, breaches: Int) -> ForecastScore {
        // A debt that it gave no chance and that was late counts its full square.
        let given = chances.reduce(0) { sum, chance in
            let miss = chance.share - (late.contains(chance.debt) ? 1 : 0)
            return sum + miss * miss
        }
        let surprises = late.subtracting(chances.map(\.debt)).count
        let brier = owed > 0 ? (given + Double(surprises)) / Double(owed) : 0
        return ForecastScore(
            forecast: id, late: late.count, breaches: breaches, brier: brier,
            isCovered: (low...max(low, high)).contains(breaches))
    }
}

/// How a forecast fared: 0 is a perfect Brier score, 0.25 is what a coin gets.
package struct ForecastScore: Hashable, Sendable, Codable {
    package var forecast: Int64
    package var late: Int
    package var breaches: Int
    package var brier: Double
    package var isCovered: Bool

    package init(forecast: Int64, late: Int, breaches: Int, brier: Double, isCovered: Bool) {
        self.forecast = forecast
        self.late = late
        self.breaches = breaches
        self.brier = brier
        self.isCovered = isCovered
    }
}

/// The scores of the last forecasts together, as the wall shows them.
package struct ForecastTrack: Hashable, Sendable, Codable {
    package var scored: Int
    package var brier: Double
    /// The share of forecasts whose range held what came; it should be near nine in ten.
    package var coverage: Double

    /// Nil without a score.
    package init?(_ scores: [ForecastScore]) {
        guard !scores.isEmpty else { return nil }
        scored = scores.count
        brier = scores.reduce(0) { $0 + $1.brier } / Double(scores.count)
        coverage = Double(scores.count { $0.isCovered }) / Double(scores.count)
    }
}
