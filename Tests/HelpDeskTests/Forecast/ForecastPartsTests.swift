import HelpDesk
import SwiftExtensions
import Testing

struct ForecastPartsTests {
    private let start = ForecastWorld.start

    @Test func newerWeeksCountMore() {
        // Last week 10, four weeks ago 40, which weighs half: (10 + 20) / (1 + ... + 0.5).
        let rates = ArrivalRates(counts: [0: [5: 10], 4: [5: 40]], known: 8)
        let weights = (0..<8).reduce(0.0) { $0 + 1 / power(2, Double($1) / 4) }
        let monday = Timestamp(seconds: 5 * 3600)
        #expect(abs(rates.perHour(from: monday, hours: 1)[0] - 30 / weights) < 1e-9)
    }

    private func power(_ base: Double, _ exponent: Double) -> Double {
        // Two to the quarters, as a product: enough for the test.
        let root = 1.189_207_115_002_721
        return (0..<Int(exponent * 4)).reduce(1.0) { product, _ in product * root }
    }

    @Test func weeksBeforeTheDesksTimeDoNotThin() {
        let rates = ArrivalRates(counts: [0: [0: 12]], known: 1)
        #expect(rates.perHour(from: Timestamp(seconds: 0), hours: 2) == [12, 0])
        #expect(ArrivalRates(counts: [:], known: 0).isEmpty)
    }

    @Test func theWeekGoesRound() {
        let rates = ArrivalRates(counts: [0: [167: 3, 0: 4]], known: 1)
        #expect(rates.perHour(from: Timestamp(seconds: 167 * 3600), hours: 2) == [3, 4])
        #expect(ArrivalRates.hour(of: Timestamp(seconds: -3600)) == 167)
    }

    @Test func coverageNamesTheGaps() {
        // Six-minute answers, 8.5 an hour: one person at 85 % does exactly that.
        let seconds = start.seconds
        let coverage = ShiftCoverage(
            from: start, arrivals: [8.5, 17, 17, 0],
            shifts: [[seconds..<seconds + 7200], [seconds + 3600..<seconds + 5400]],
            handling: .minutes(6))
        #expect(coverage.hours.map(\.planned) == [1, 1.5, 0, 0])
        #expect(coverage.hours.map(\.isGap) == [false, true, true, false])
        let gap = coverage.gaps.first
        #expect(coverage.gaps.count == 1)
        #expect(gap?.start == start + .hours(1))
        #expect(gap?.end == start + .hours(3))
        #expect(abs((gap?.missingHours ?? 0) - 2.5) < 1e-9)
    }

    private func made(_ chances: [ForecastMade.Chance], owed: Int = 4) -> ForecastMade {
        ForecastMade(
            id: 1, start: start, hours: 24, expected: 1, low: 0, high: 2, owed: owed,
            chances: chances)
    }

    @Test func aScoreIsTheMeanSquareOfTheMiss() {
        // 0.8 that came: 0.04; 0.5 that did not: 0.25; two without a chance, one of them late: 1.
        let score = made([ForecastMade.Chance(DebtID(1), 0.8), ForecastMade.Chance(DebtID(2), 0.5)])
            .score(
                late: [DebtID(1), DebtID(3)], breaches: 2)
        #expect(abs(score.brier - 1.29 / 4) < 1e-12)
        #expect(score.isCovered)
        #expect(made([]).score(late: [], breaches: 3).isCovered == false)
        #expect(made([], owed: 0).score(late: [], breaches: 0).brier == 0)
    }

    @Test func theTrackIsTheMeanOfTheScores() {
        let scores = [
            made([]).score(late: [], breaches: 0),
            made([ForecastMade.Chance(DebtID(1), 1)]).score(late: [], breaches: 5),
        ]
        let track = ForecastTrack(scores)
        #expect(track?.brier == 0.125)
        #expect(track?.coverage == 0.5)
        #expect(ForecastTrack([]) == nil)
    }
}
