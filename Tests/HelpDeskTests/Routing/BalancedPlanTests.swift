import HelpDesk
import SwiftExtensions
import Testing

@Suite struct BalancedPlanTests {
    /// Small random tables against all permutations.
    @Test(arguments: 1...40) func theMatchingIsTheCheapest(_ seed: UInt64) {
        var random = TestRandom(state: seed)
        let (rows, columns) = (Int.random(in: 1...4, using: &random), 5)
        let costs = (0..<rows).map { _ in
            (0..<columns).map { _ in Int64.random(in: 0...20, using: &random) }
        }
        let found = CheapestMatching.solve(costs, budget: 1_000_000) ?? []
        #expect(Set(found).count == rows)
        let sum = found.enumerated().reduce(Int64(0)) { $0 + costs[$1.offset][$1.element] }
        #expect(sum == Self.least(costs[...], without: []))
    }

    private static func least(_ costs: ArraySlice<[Int64]>, without used: Set<Int>) -> Int64 {
        guard let row = costs.first else { return 0 }
        return row.indices.filter { !used.contains($0) }
            .map { row[$0] + least(costs.dropFirst(), without: used.union([$0])) }.min() ?? 0
    }

    @Test func theWholeListIsSharedOut() {
        let world = RoutingWorld()
        let agents = [1, 2, 3].map { RoutingWorld.agent($0) }
        let rows = (1...9).map {
            BalancedPlan.Row(subject: world.ticket(Int64($0)), eligible: agents)
        }
        let plan = BalancedPlan.make(rows, now: world.now, handling: .minutes(6))
        let counts = Dictionary(grouping: plan ?? [:], by: \.value).mapValues(\.count)
        #expect(counts == [PersonID(1): 3, PersonID(2): 3, PersonID(3): 3])
    }

    /// Least loaded would give the ticket that only one person can take to nobody.
    @Test func somebodyIsKeptForWhatNobodyElseCanDo() {
        let world = RoutingWorld()
        let expert = RoutingWorld.agent(1, cap: 1)
        let other = RoutingWorld.agent(2, cap: 1, load: 0.5)
        var plain = world.ticket(1, usedPercent: 99)
        plain.cost = 1
        let rows = [
            BalancedPlan.Row(subject: plain, eligible: [expert, other]),
            BalancedPlan.Row(subject: world.ticket(2, usedPercent: 99), eligible: [expert]),
        ]
        let plan = BalancedPlan.make(rows, now: world.now, handling: .hours(8))
        #expect(plan?[TicketID(2)] == PersonID(1))
        #expect(plan?[TicketID(1)] == PersonID(2))
    }

    @Test func outOfStepsThereIsNoPlan() {
        let world = RoutingWorld()
        let rows = (1...20).map {
            BalancedPlan.Row(
                subject: world.ticket(Int64($0)), eligible: [RoutingWorld.agent(1)])
        }
        #expect(BalancedPlan.make(rows, now: world.now, handling: .minutes(6), budget: 100) == nil)
    }

    @Test func theSameListGivesTheSamePlan() {
        let world = RoutingWorld()
        let agents = (1...7).map { RoutingWorld.agent($0, load: Double($0) / 4) }
        let rows = (1...60).map { number in
            BalancedPlan.Row(
                subject: world.ticket(Int64(number), usedPercent: number % 11 * 10),
                eligible: agents.filter { ($0.person.rawValue + Int64(number)) % 3 != 0 })
        }
        let first = BalancedPlan.make(rows, now: world.now, handling: .minutes(6))
        let second = BalancedPlan.make(rows.reversed(), now: world.now, handling: .minutes(6))
        #expect(first == second)
        #expect(first?.count == 60)
    }
}
