import HelpDesk
import SwiftExtensions
import Testing

@Suite struct RoutingReplayTests {
    private static let start = Timestamp(seconds: 1_772_409_600)

    private static func play(
        _ pattern: ArrivalPattern, _ strategy: RoutingStrategy, seed: UInt64
    ) -> ReplayOutcome {
        var random = TestRandom(state: seed)
        let week = InventedWeek(pattern, start: start, using: &random)
        var replay = RoutingReplay(
            arrivals: Array(week.arrivals.prefix(400)), agents: week.agents, book: week.book,
            strategy: strategy, start: start
        ) { InventedWeek.shiftLeft(of: $0, at: $1, weekStart: start) }
        return replay.run(until: start + .days(2), seed: seed)
    }

    @Test(arguments: RoutingStrategy.allCases) func aReplayRepeatsItself(
        _ strategy: RoutingStrategy
    ) {
        let first = Self.play(.evening, strategy, seed: 3)
        #expect(first == Self.play(.evening, strategy, seed: 3))
        #expect(first.tickets == 400)
        #expect(first != Self.play(.evening, strategy, seed: 4))
    }

    @Test func aReplayEndsWhereItIsStopped() {
        struct Stop: Error {}
        var replay = RoutingReplay(
            arrivals: [], agents: [], book: RoutingBook(), strategy: .roundRobin,
            start: Self.start
        ) { _, _ in nil }
        var steps = 0
        #expect(throws: Stop.self) {
            _ = try replay.run(until: Self.start + .days(2), seed: 1) {
                steps += 1
                if steps == 3 { throw Stop() }
            }
        }
        #expect(steps == 3)
    }

    /// One person, one ticket of ten minutes: everything can be computed by hand.
    @Test func oneTicketIsAnsweredAtTheNextTick() {
        let subject = RoutingSubject(
            ticket: TicketID(1), store: "drill", start: Self.start,
            due: Self.start + .hours(23))
        let group = RoutingGroup(id: GroupID(1), name: "One", members: [PersonID(1)])
        var replay = RoutingReplay(
            arrivals: [
                ReplayArrival(
                    subject: subject, at: Self.start + .minutes(1), handling: .minutes(10))
            ],
            agents: [ReplayAgent(profile: AgentProfile(person: PersonID(1)))],
            book: RoutingBook(groups: [group]), strategy: .roundRobin, start: Self.start
        ) { _, _ in .hours(8) }
        let outcome = replay.run(until: Self.start + .hours(1), seed: 1)
        #expect(outcome.breaches == 0)
        #expect(outcome.medianWait == 4)
        #expect(outcome.handOffs == 0)
    }

    /// Nobody is ever there: everything is late, and stands in the supervisor's pane.
    @Test func withoutPeopleEverythingIsLate() {
        var random = TestRandom(state: 1)
        let week = InventedWeek(.steady, start: Self.start, using: &random)
        var replay = RoutingReplay(
            arrivals: Array(week.arrivals.prefix(20)), agents: week.agents, book: week.book,
            strategy: .leastLoaded, start: Self.start
        ) { _, _ in nil }
        let outcome = replay.run(until: Self.start + .days(2), seed: 1)
        #expect(outcome.breaches == 20)
        #expect(outcome.urgent == 20)
    }

    @Test func theGiniCoefficientKnowsEvenAndUneven() {
        #expect(LoadSpread.gini([2, 2, 2, 2]) == 0)
        #expect(LoadSpread.gini([0, 0, 0, 4]) == 0.75)
        #expect(LoadSpread.gini([]) == 0)
    }

    @Test func patternsHaveTheSameMeanButForTheSurge() {
        let means = ArrivalPattern.allCases.map { pattern in
            (0..<168).reduce(0) { $0 + pattern.share(hour: $1) } / 168
        }
        #expect(means[0] == 1)
        #expect((0.95...1.05).contains(means[1]))
        #expect((1.5...1.6).contains(means[2]))
    }
}
