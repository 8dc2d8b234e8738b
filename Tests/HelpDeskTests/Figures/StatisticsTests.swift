import HelpDesk
import Testing

private let hour: Int64 = 3_600_000

@Suite struct SurvivalCurveTests {
    /// The worked example of helpdesk section 14.2.
    private let worked = SurvivalCurve(
        ended: [1, 2, 3, 5, 30].map { $0 * hour }, waiting: [20 * hour, 40 * hour])

    @Test func theWorkedExample() {
        let shares = worked.steps.map { ($0.waiting * 1000).rounded() / 1000 }
        #expect(shares == [0.857, 0.714, 0.571, 0.429, 0.214])
        #expect(worked.steps.map(\.at) == [1, 2, 3, 5, 30].map { $0 * hour })
        #expect(worked.median == 5 * hour)
        #expect(worked.p90 == nil)
        #expect((worked.n, worked.censored) == (7, 2))
    }

    @Test(
        arguments: [
            (0, 0), (1, 2), (4, 6), (12, 8), (24, 8), (99, 11),
        ] as [(Int64, Int)])
    func sharesWithin(hours: Int64, fourteenths: Int) throws {
        let share = try #require(worked.share(within: hours * hour))
        #expect(abs(share - Double(fourteenths) / 14) < 1e-12)
    }

    /// Freireich's remission times under 6-MP, the textbook example: 9 of 21 relapsed. The shares
    /// are those that every textbook prints.
    @Test func theTextbookExample() {
        let curve = SurvivalCurve(
            ended: [6, 6, 6, 7, 10, 13, 16, 22, 23],
            waiting: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
        let shares = curve.steps.map { ($0.waiting * 1000).rounded() / 1000 }
        #expect(shares == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448])
        #expect(curve.median == 23)
    }

    @Test func nothingAndNobody() {
        let none = SurvivalCurve(ended: [], waiting: [])
        #expect(none.median == nil)
        #expect(none.share(within: 5) == nil)
        let waiting = SurvivalCurve(ended: [], waiting: [7, -7])
        #expect(waiting.share(within: 100) == 0)
        #expect(SurvivalCurve(ended: [-5], waiting: []).median == 0)
    }

    @Test func withoutCensoringItIsThePlainShare() {
        let times = (1...1000).map { Int64($0) }
        let curve = SurvivalCurve(ended: times, waiting: [])
        #expect(curve.median == 500)
        #expect(curve.p90 == 900)
        #expect(curve.thinned(to: 10).map(\.at) == (1...10).map { Int64($0 * 100) })
    }
}

@Suite struct IntervalTests {
    /// Computed with scipy 1.17: `binomtest(k, n).proportion_ci(method=…)`.
    @Test(arguments: [
        (0, 10, 0.0, 0.27753279986288926, 0.0, 0.30849710781876294),
        (1, 10, 0.017876213095072896, 0.4041500267952385, 0.0025285785444625, 0.4450161170281954),
        (5, 10, 0.236593090512564, 0.7634069094874361, 0.1870860284474045, 0.8129139715525955),
        (10, 10, 0.7224672001371109, 1.0, 0.6915028921812371, 1.0),
        (2, 6, 0.09677141110578047, 0.700006684861608, 0.0432718682927417, 0.7772219044964505),
        (990, 1000, 0.981690531129685, 0.994559245554471, 0.981686756944887, 0.995194489308942),
    ])
    func boundsOfAShare(
        _ count: Int, _ n: Int, _ low: Double, _ high: Double, _ exactLow: Double,
        _ exactHigh: Double
    ) throws {
        let wilson = try #require(ShareInterval.wilson(count, of: n))
        #expect(abs(wilson.low - low) < 1e-9 && abs(wilson.high - high) < 1e-9)
        let exact = try #require(ShareInterval.clopperPearson(count, of: n))
        #expect(abs(exact.low - exactLow) < 1e-9 && abs(exact.high - exactHigh) < 1e-9)
    }

    @Test func noShareNoBounds() {
        #expect(ShareInterval.wilson(0, of: 0) == nil)
        #expect(ShareInterval.wilson(3, of: 2) == nil)
        #expect(ShareInterval.clopperPearson(-1, of: 2) == nil)
    }

    /// `scipy.stats.t.ppf(0.975, v)`.
    @Test(arguments: [
        (1, 12.706204736174694), (4, 2.7764451051977934), (9, 2.262157162798205),
        (200, 1.9718962236339088),
    ])
    func quantilesOfStudent(degrees: Int, expected: Double) {
        #expect(abs(MeanInterval.student(degrees: degrees) - expected) < 1e-7)
    }

    /// `scipy.stats.t.interval(0.95, 4, loc=82, scale=sem([70, 80, 82, 88, 90]))`.
    @Test func boundsOfAMean() throws {
        let mean = try #require(MeanInterval([70, 80, 82, 88, 90]))
        #expect(mean.mean == 82)
        #expect(abs((mean.interval?.low ?? 0) - 72.22312790126658) < 1e-6)
        #expect(MeanInterval([70])?.interval == nil)
        #expect(MeanInterval([]) == nil)
    }

    @Test func aRatioOfCounts() throws {
        let ratio = RateRatio(now: 30, before: 20)
        #expect(ratio.ratio == 1.5)
        // scipy: binomtest(30, 50).proportion_ci(method="exact") as odds.
        let interval = try #require(ratio.interval)
        #expect(abs(interval.low - 0.8241318992309121) < 1e-6)
        #expect(abs(interval.high - 2.786754306962038) < 1e-6)
        #expect(RateRatio(now: 5, before: 0).ratio == nil)
        #expect(RateRatio(now: 5, before: 0).interval == nil)
    }
}

@Suite struct KappaTests {
    /// 45 agreed yes, 15 agreed no, 25 and 15 not: observed 0.60, by chance 0.54.
    @Test func agreementBeyondChance() throws {
        let pairs =
            Array(repeating: (true, true), count: 45) + Array(repeating: (true, false), count: 15)
            + Array(repeating: (false, true), count: 25)
            + Array(repeating: (false, false), count: 15)
        let kappa = try #require(Kappa(pairs))
        #expect(kappa.agreement == 0.6)
        #expect(abs(kappa.expected - 0.54) < 1e-12)
        #expect(abs((kappa.value ?? 0) - 0.130434782608696) < 1e-12)
    }

    @Test func fullAgreementAndNone() throws {
        #expect(Kappa([("a", "a"), ("b", "b")])?.value == 1)
        #expect(Kappa([("a", "b"), ("b", "a")])?.value == -1)
        #expect(try #require(Kappa([("a", "a")])).value == nil)
        #expect(Kappa([(Int, Int)]()) == nil)
    }
}

@Suite struct SpreadTests {
    @Test func ranksAreMeasuredValues() throws {
        let spread = try #require(Spread([5, 1, 4, 2, 3, 10, 9, 8, 7, 6]))
        #expect((spread.median, spread.p90, spread.highest) == (5, 9, 10))
        #expect(spread.mean == 5.5)
        #expect(Spread([]) == nil)
        #expect(Spread([4])?.p90 == 4)
    }
}

@Suite struct LateRateTests {
    @Test func theWorkedExample() {
        var rate = LateRate()
        for hours in [1, 2, 3, 5, 30] as [Int64] { rate.count(.answered, took: hours * hour) }
        for hours in [20, 40] as [Int64] { rate.count(.owed, took: hours * hour) }
        #expect(rate.rate == 2.0 / 6)
        #expect(rate.exposure == 1)
        #expect(rate.overDay == 1.0 / 6)
        #expect(rate.noResponse == 1.0 / 6)
        #expect(rate.replyRate == 4.0 / 6)
    }

    @Test func theLastSecondIsInTimeAndExcusesCountNowhere() {
        var rate = LateRate()
        rate.count(.answered, took: LateRate.limit)
        rate.count(.answerPending, took: LateRate.limit + 1)
        rate.count(.excused, took: LateRate.limit * 2)
        rate.count(.void, took: LateRate.limit * 2)
        rate.count(.excusePending, took: LateRate.limit + 1)
        #expect(
            rate
                == LateRate(
                    answered: 2, answeredLate: 1, unansweredLate: 1, excused: 1, excusedLate: 1))
        #expect(LateRate().rate == nil)
    }
}
