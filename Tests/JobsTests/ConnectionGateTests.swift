import Jobs
import SwiftExtensions
import Testing

@Suite struct ConnectionGateTests {
    private let start = Timestamp(seconds: 1_800_000_000)

    @Test func anOutageLetsOneProbeThroughAndTheOthersWait() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        #expect(gate.ask(at: start) == nil)
        let until = gate.failed(.outage, at: start, using: &random)
        #expect(gate.ask(at: start) == until)
        guard let until else { return }
        #expect(until - start >= .seconds(15) && until - start <= .seconds(30))
        #expect(gate.ask(at: until) == nil, "the probe")
        #expect(gate.ask(at: until) != nil, "everybody else")
        gate.succeeded()
        #expect(gate.ask(at: until) == nil)
        #expect(gate.failures == 0)
    }

    @Test(arguments: 1...10) func pausesGrowUpToAQuarterOfAnHour(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var gate = ConnectionGate()
        var now = start
        for round in 0..<12 {
            guard let until = gate.failed(.outage, at: now, using: &random) else { return }
            let ceiling = min(30 << Int64(round), 900)
            #expect(until - now >= .seconds(ceiling / 2))
            #expect(until - now <= .seconds(ceiling) + .milliseconds(1))
            now = until
            #expect(gate.ask(at: now) == nil)
        }
    }

    @Test func aFailureOfOneCallProvesThatTheWayIsThere() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        gate.failed(.outage, at: start, using: &random)
        gate.failed(.none, at: start, using: &random)
        #expect(gate.phase == .open)
    }

    @Test func aParkedStoreIsProbedRarelyAndAtOnceWhenAPersonSaysSo() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        gate.failed(.parked, at: start, using: &random)
        #expect(gate.ask(at: start + .minutes(14)) != nil)
        gate.forced(at: start + .minutes(14))
        #expect(gate.ask(at: start + .minutes(14)) == nil)
        gate.failed(.restricted, at: start, using: &random)
        #expect(gate.ask(at: start + .minutes(29)) != nil)
        #expect(gate.ask(at: start + .minutes(61)) == nil)
    }

    @Test func aProbeThatIsLostIsFollowedByAnother() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        let until = gate.failed(.outage, at: start, using: &random) ?? start
        #expect(gate.ask(at: until) == nil)
        #expect(gate.ask(at: until + .minutes(2)) != nil)
        #expect(gate.ask(at: until + .minutes(3)) == nil)
    }

    @Test func aProbeHeldBackForTheRateIsNotLost() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        let until = gate.failed(.outage, at: start, using: &random) ?? start
        #expect(gate.ask(at: until) == nil)
        gate.withdrew(at: until)
        #expect(gate.ask(at: until) == nil)
    }

    @Test func aClockThatStepsBackDoesNotShutTheGateForLong() {
        var random = SeededRandom(seed: 1)
        var gate = ConnectionGate()
        gate.failed(.parked, at: start, using: &random)
        #expect(gate.ask(at: start - .days(3)) == nil)
    }
}
