import HelpDesk
import SwiftExtensions
import Testing

@Suite struct OutboxRulesTests {
    private let start = DebtRulesTests.start

    @Test func triesEndTenMinutesBeforeSendBy() {
        let end = OutboxRules.triesEnd(for: DebtRulesTests.item, owed: [DebtRulesTests.debt()])
        #expect(end == start + .minutes(24 * 60 - 30 - 10))
    }

    @Test func aLateReplyIsTriedForHalfAnHour() {
        var late = DebtRulesTests.item
        late.queuedAt = start + .hours(30)
        let end = OutboxRules.triesEnd(for: late, owed: [DebtRulesTests.debt()])
        #expect(end == late.queuedAt + .minutes(30))
    }

    @Test(arguments: [(1, 15), (2, 30), (3, 60), (7, 600), (60, 600)])
    func waitsDouble(attempt: Int, seconds: Int64) {
        #expect(OutboxRules.wait(afterAttempt: attempt, fraction: 0) == .seconds(seconds))
        let longest = OutboxRules.wait(afterAttempt: attempt, fraction: 1)
        #expect(longest == .milliseconds(seconds * 1250))
    }

    @Test func aTryBehindTheEndIsNone() {
        let debts = [DebtRulesTests.debt()]
        let item = DebtRulesTests.item
        let end = OutboxRules.triesEnd(for: item, owed: debts)
        let last = OutboxRules.nextTry(
            for: item, attempts: 1, owed: debts, at: end - .seconds(15), fraction: 0)
        #expect(last == end)
        let none = OutboxRules.nextTry(
            for: item, attempts: 1, owed: debts, at: end - .seconds(14), fraction: 0)
        #expect(none == nil)
    }

    @Test func nobodyApprovesTheirOwn() throws {
        var item = DebtRulesTests.item
        item.override = LintOverride(
            rules: ["CON-01"], requestedBy: PersonID(1), requestReason: "Buyer asked.")
        #expect(throws: DeskError(.sameApprover)) {
            try OutboxRules.approval(
                of: item, by: PersonID(1), reason: "", at: Timestamp(seconds: 9))
        }
        let leave = try OutboxRules.approval(
            of: item, by: PersonID(2), reason: "Fine.", at: Timestamp(seconds: 9))
        #expect(leave.approvedBy == PersonID(2))
        #expect(leave.approvedAt == Timestamp(seconds: 9))
    }

    @Test func onlyApprovedRulesPass() {
        let finding = Finding(
            rule: "CON-01", category: "contact-email", severity: .block, start: 0, end: 1,
            text: "x")
        let now = Timestamp(seconds: 100_000)
        var leave = LintOverride(
            rules: ["CON-01"], requestedBy: PersonID(1), requestReason: "")
        #expect(OutboxRules.stopping([finding], override: leave, at: now) == [finding])
        leave.approvedBy = PersonID(2)
        #expect(OutboxRules.stopping([finding], override: leave, at: now) == [])
        leave.approvedAt = now - .minutes(29)
        #expect(OutboxRules.stopping([finding], override: leave, at: now) == [])
        let later = OutboxRules.stopping([finding], override: leave, at: now + .minutes(1))
        #expect(later == [finding])
        var other = finding
        other.rule = "LNK-01"
        #expect(OutboxRules.stopping([finding, other], override: leave, at: now) == [other])
    }
}
