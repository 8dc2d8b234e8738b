import Simulator
import Testing

/// Chance, from a seed: the share is kept, every kind occurs, and the same seed does the same.
@Suite struct FaultPlanTests {
    @Test func shareAndKindsAreKept() {
        var random = SystemLike(state: 7)
        let plan = FaultPlan.everything(share: 0.1)
        let drawn = (0..<20_000).compactMap { _ in plan.sample(using: &random) }
        #expect((1800...2200).contains(drawn.count))
        #expect(Set(drawn.map(\.kind)) == Set(plan.chances.map(\.fault.kind)))
    }

    @Test func weightZeroNeverOccurs() {
        var random = SystemLike(state: 7)
        let plan = FaultPlan(
            share: 1,
            chances: [FaultPlan.Chance(.status(500), weight: 0), .init(.truncatedJSON, weight: 3)])
        let kinds = Set((0..<500).compactMap { _ in plan.sample(using: &random)?.kind })
        #expect(kinds == ["truncated"])
    }

    @Test func nothingIsNothing() {
        var random = SystemLike(state: 7)
        #expect((0..<500).allSatisfy { _ in FaultPlan.none.sample(using: &random) == nil })
    }

    @Test func sinkPlansRepeatThemselves() {
        var (first, second) = (
            SinkFaultPlan.everything(share: 0.5, seed: 3),
            SinkFaultPlan.everything(share: 0.5, seed: 3)
        )
        let faults = (0..<400).map { _ in first.sample() }
        #expect(faults == (0..<400).map { _ in second.sample() })
        #expect((150...250).contains(faults.count { $0 != nil }))
    }
}

/// A small repeatable source (xorshift).
private struct SystemLike: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
