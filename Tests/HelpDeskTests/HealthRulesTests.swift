import HelpDesk
import Testing

@Suite struct HealthRulesTests {
    private func metric(
        _ value: String, _ target: String, _ condition: String, _ status: String = "GOOD"
    ) -> HealthVerdict {
        HealthRules.verdict(
            on: HealthEntry(
                marketplaceID: "M", kind: .metric, name: "lateShipmentRate", status: status,
                value: value, target: target, condition: condition))
    }

    @Test func goodSharesAreWatchedWhenNearTheirTarget() {
        #expect(metric("0.031", "0.04", "LESS_THAN").level == .fine)
        #expect(metric("0.032", "0.04", "LESS_THAN") == HealthVerdict(.watch, .targetNear))
        #expect(metric("0.97", "0.95", "GREATER_THAN").level == .fine)
        #expect(metric("0.955", "0.95", "GREATER_THAN") == HealthVerdict(.watch, .targetNear))
        #expect(metric("0", "0", "EQUALS").level == .fine)
    }

    @Test func thePlatformsOwnWordCountsBeforeOurArithmetic() {
        #expect(
            metric("0.001", "0.04", "LESS_THAN", "BAD") == HealthVerdict(.warning, .targetMissed))
        #expect(metric("0.9", "0.04", "LESS_THAN", "NONE").level == .fine)
        #expect(metric("0.9", "0.04", "LESS_THAN", "ODD").reason == .statusUnknown)
    }

    @Test(arguments: [
        ("NORMAL", HealthLevel.fine), ("AT_RISK", .critical), ("DEACTIVATED", .critical),
        ("SUSPENDED", .critical), ("NEW", .watch),
    ])
    func accountStates(word: String, level: HealthLevel) {
        let entry = HealthEntry(
            marketplaceID: "M", kind: .account, name: "accountStatus", status: word)
        #expect(HealthRules.verdict(on: entry).level == level)
    }
}
