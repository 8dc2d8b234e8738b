import MailKit
import Testing

struct ReconnectPolicyTests {
    @Test func waitsLongerEachTimeUpToALimit() {
        var policy = ReconnectPolicy()
        let waits = (0..<9).map { _ in policy.failed(.network) { _ in 1 } }
        #expect(waits.prefix(4) == [.seconds(2), .seconds(4), .seconds(8), .seconds(16)])
        #expect(waits.last == .seconds(120))
    }

    @Test func startsOverAfterSuccess() {
        var policy = ReconnectPolicy()
        _ = policy.failed(.network) { _ in 1 }
        _ = policy.failed(.network) { _ in 1 }
        policy.succeeded()
        #expect(policy.failed(.network) { _ in 1 } == .seconds(2))
    }

    @Test func spreadsByChance() {
        var early = ReconnectPolicy()
        var late = ReconnectPolicy()
        #expect(early.failed(.network) { $0.lowerBound } == .milliseconds(1500))
        #expect(late.failed(.network) { $0.upperBound } == .milliseconds(2500))
    }

    @Test func triesAPasswordSeldom() {
        var policy = ReconnectPolicy()
        #expect(policy.failed(.authentication) { _ in 1 } == .seconds(60))
        for _ in 0..<40 { _ = policy.failed(.authentication) { _ in 1 } }
        #expect(policy.failed(.authentication) { _ in 1 } == .seconds(1800))
    }
}
