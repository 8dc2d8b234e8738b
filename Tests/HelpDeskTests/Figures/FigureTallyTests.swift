import HelpDesk
import Testing

private let hour: Int64 = 3_600_000
private let day: Int64 = 24 * hour

@Suite struct FigureTallyTests {
    /// Rows of every source, half of them ended, so that each figure has cases.
    static let facts: [ReportFact] = {
        var facts: [ReportFact] = []
        for number in 0..<40 as Range<Int64> {
            for source in ReportFact.Source.allCases { facts.append(fact(source, number)) }
        }
        return facts
    }()

    private static func fact(_ source: ReportFact.Source, _ number: Int64) -> ReportFact {
        let start = number * day / 2
        let states = DebtState.allCases
        var fact = ReportFact(
            source: source, ticket: number, item: number, start: start,
            end: number % 3 == 0 ? nil : start + number * hour,
            state: states[Int(number) % states.count])
        fact.flag = number % 2 == 0
        fact.mark = number % 5 == 0
        fact.first = source == .rating ? number % 5 + 1 : number % 4 * 100
        fact.second = 100
        return fact
    }

    /// "Every figure opens into its rows": as many rows as the figure says it is of.
    @Test(arguments: FigureKind.allCases.filter { $0.source != nil })
    func everyFigureIsOfTheRowsThatItOpensInto(kind: FigureKind) {
        let now = 20 * day
        var tally = FigureTally()
        for fact in Self.facts { tally.add(fact, now: now) }
        let rows = Self.facts.filter { $0.source == kind.source && kind.counts($0, now: now) }
        // A ticket that was never resolved has no row of that kind; rows without an end are none.
        let real = rows.filter { kind.source != .resolution || $0.end != nil }
        #expect(tally.value(kind).n == real.count)
        #expect(!real.isEmpty)
    }

    @Test func partsAddUpToTheWhole() {
        var whole = FigureTally()
        var left = FigureTally()
        var right = FigureTally()
        for (index, fact) in Self.facts.enumerated() {
            whole.add(fact, now: 20 * day)
            if index % 7 < 3 {
                left.add(fact, now: 20 * day)
            } else {
                right.add(fact, now: 20 * day)
            }
        }
        left.merge(right)
        for kind in FigureKind.allCases {
            let one = left.value(kind)
            let other = whole.value(kind)
            #expect(one.n == other.n && one.censored == other.censored, "\(kind)")
            #expect(abs((one.value ?? -1) - (other.value ?? -1)) < 1e-6, "\(kind)")
        }
    }

    @Test func theWorkedExample() throws {
        var tally = FigureTally()
        for (index, hours) in [1, 2, 3, 5, 30].enumerated() {
            var fact = ReportFact(
                source: .turn, ticket: Int64(index), item: 1, start: 0, end: Int64(hours) * hour)
            fact.flag = true
            tally.add(fact, now: 100 * hour)
        }
        for (start, hours) in [(80, 20), (60, 40)] as [(Int64, Int64)] {
            var fact = ReportFact(source: .turn, ticket: hours, item: 1, start: start * hour)
            fact.flag = true
            tally.add(fact, now: (start + hours) * hour)
        }
        let median = tally.value(.firstMedian)
        #expect(median.value == Double(5 * hour))
        #expect((median.n, median.censored) == (7, 2))
        let mean = try #require(tally.value(.firstMean).value)
        #expect(abs(mean - 8.2 * Double(hour)) < 1e-6)
        #expect(tally.value(.firstMean).n == 5)
        #expect(tally.value(.firstP90).value == nil)
    }

    @Test func anExcuseLeavesTheRawCountAndBornLateIsTheChannels() {
        var tally = FigureTally()
        for (state, isBornLate) in [
            (DebtState.answered, false), (.excused, false), (.owed, true), (.void, false),
        ] {
            var fact = ReportFact(
                source: .breach, ticket: 1, item: 1, start: 0, end: day, state: state)
            fact.flag = isBornLate
            fact.first = isBornLate ? 0 : day / 4
            tally.add(fact, now: 2 * day)
        }
        #expect(tally.value(.breachesRaw).value == 3)
        #expect(tally.value(.breachesNet).value == 2)
        #expect(tally.value(.breachesBornLate).value == 1)
        #expect(tally.value(.breachQueueShare).value == 0.5)
    }

    @Test func grossIsWithoutTheRestBeforeAReopeningAndNetWithoutTheWaiting() {
        var tally = FigureTally()
        var fact = ReportFact(
            source: .resolution, ticket: 1, item: 10 * hour, start: 0, end: 33 * hour)
        fact.first = 20 * hour
        fact.second = 8 * hour
        tally.add(fact, now: day)
        #expect(tally.value(.grossMedian).value == Double(13 * hour))
        #expect(tally.value(.netMedian).value == Double(5 * hour))
        #expect(tally.value(.firstResolveMedian).value == Double(10 * hour))
    }

    @Test func youngResolvesStandInAColumnOfTheirOwn() {
        var tally = FigureTally()
        for (at, reopened) in [(0, 13), (0, nil), (0, 15), (10, 12), (10, nil)]
            as [(Int64, Int64?)]
        {
            tally.add(
                ReportFact(
                    source: .resolve, ticket: 1, item: 1, start: at * day,
                    end: reopened.map { $0 * day }), now: 20 * day)
        }
        #expect(tally.value(.reopenRate).value == 1.0 / 3)
        #expect(tally.value(.reopenProvisional).value == 0.5)
        #expect(tally.value(.resolves).value == 5)
    }
}
