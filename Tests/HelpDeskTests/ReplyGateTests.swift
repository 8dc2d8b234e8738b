import HelpDesk
import Testing

@Suite struct ReplyGateTests {
    private func finding(_ rule: String, _ severity: Severity) -> Finding {
        Finding(rule: rule, category: "other", severity: severity, start: 0, end: 0, text: "")
    }

    @Test func blocksNeedAReasonForReview() {
        let findings = [finding("A", .block), finding("B", .advise)]
        #expect(judge(findings) == .blocked(findings))
        #expect(judge(findings, reason: "  ") == .blocked(findings))
        #expect(judge(findings, reason: "Asked.") == .needsReview([findings[0]]))
    }

    @Test func warningsNeedConfirmationEach() {
        let findings = [finding("A", .warn), finding("B", .warn), finding("C", .advise)]
        #expect(judge(findings, confirmed: ["A"]) == .unconfirmed([findings[1]]))
        #expect(judge(findings, confirmed: ["A", "B"]) == .pass)
    }

    private func judge(
        _ findings: [Finding], confirmed: Set<String> = [], reason: String? = nil
    ) -> ReplyGate {
        ReplyGate.judge(findings, confirmedRules: confirmed, reviewReason: reason)
    }

    @Test(
        "What makes a basis stale",
        arguments: [
            (MessageKind.buyer, true), (.courtesy, true), (.unparsed, true),
            (.agentReply, true), (.agentExternal, true), (.note, true), (.bounce, false),
            (.platformNotice, false), (.system, false),
        ])
    func unseen(kind: MessageKind, isStale: Bool) {
        let item = Message(
            id: MessageID(1), ticket: TicketID(1), direction: .inbound, kind: kind,
            platformTime: DebtRulesTests.start, storedAt: DebtRulesTests.start,
            author: PersonID(2), sequence: EventSequence(5))
        let new = ReplyGate.unseen([item], after: EventSequence(4), author: PersonID(1))
        #expect(new.isEmpty == !isStale)
        let seen = ReplyGate.unseen([item], after: EventSequence(5), author: PersonID(1))
        #expect(seen == [])
    }

    @Test func oneKnowsOnesOwnNote() {
        let note = Message(
            id: MessageID(1), ticket: TicketID(1), direction: .note, kind: .note,
            platformTime: DebtRulesTests.start, storedAt: DebtRulesTests.start,
            author: PersonID(1), sequence: EventSequence(5))
        #expect(ReplyGate.unseen([note], after: .zero, author: PersonID(1)) == [])
    }
}
