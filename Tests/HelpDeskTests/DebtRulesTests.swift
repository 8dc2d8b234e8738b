import HelpDesk
import SwiftExtensions
import Testing

@Suite struct DebtRulesTests {
    static let start = instant("2026-03-06T10:00:00Z")

    static func instant(_ text: String) -> Timestamp {
        guard let instant = Timestamp(iso8601: text) else {
            preconditionFailure("Tests write their instants in ISO 8601.")
        }
        return instant
    }

    static func debt(
        _ number: Int64 = 1, start: Timestamp = start, state: DebtState = .owed,
        dischargedAt: Timestamp? = nil, outbox: OutboxID? = nil
    ) -> Debt {
        Debt(
            id: DebtID(number), message: MessageID(number), ticket: TicketID(1), store: "nova-eu",
            start: start, platformDue: PlatformClock.due(from: start), state: state,
            dischargedAt: dischargedAt, outbox: outbox)
    }

    static let item = OutboxItem(
        id: OutboxID(5), ticket: TicketID(1), store: "nova-eu", author: PersonID(1),
        basis: EventSequence(9), state: .sending, queuedAt: start, releaseAt: start,
        idempotencyKey: "k")

    @Test(
        "The platform's clock counts elapsed hours only (V1, V2)",
        arguments: [
            ("2026-03-06T22:10:00Z", "2026-03-07T22:10:00Z"),
            ("2026-03-08T09:30:00Z", "2026-03-09T09:30:00Z"),
        ])
    func platformDue(received: String, due: String) {
        #expect(PlatformClock.due(from: Self.instant(received)) == Self.instant(due))
    }

    @Test func anAnswerOnTheLastSecondIsInTime() {
        let due = Self.start + .hours(24)
        var debt = Self.debt(state: .answered, dischargedAt: due)
        #expect(!debt.isLate(at: due + .hours(9)))
        debt.dischargedAt = due + .milliseconds(1)
        #expect(debt.isLate(at: due))
    }

    @Test(arguments: [
        (DebtState.owed, true), (.excusePending, true), (.excused, false), (.void, false),
    ])
    func lateAfterDue(state: DebtState, isLate: Bool) {
        let debt = Self.debt(state: state)
        #expect(!debt.isLate(at: debt.platformDue))
        #expect(debt.isLate(at: debt.platformDue + .seconds(1)) == isLate)
    }

    @Test func aMessageSeenAfterItsDeadlineIsBornLate() {
        var message = Message(
            id: MessageID(3), ticket: TicketID(1), direction: .inbound, kind: .buyer,
            platformTime: Self.start, isTimeEstimated: true, fetchedAt: Self.start + .hours(24),
            storedAt: Self.start + .hours(25))
        #expect(created(message).isBornLate)
        #expect(created(message).isStartEstimated)
        message.fetchedAt = Self.start + .hours(23)
        #expect(!created(message).isBornLate)
    }

    private func created(_ message: Message) -> Debt {
        Debt.created(DebtID(1), by: message, store: "nova-eu", isProvisional: false)
    }

    @Test("A reply settles all debts its author had seen (V8)")
    func acceptance() {
        let first = Self.debt(1)
        let second = Self.debt(2, start: Self.start + .hours(5))
        let accepted = Self.start + .hours(6)
        let moves = DebtRules.acceptance(
            of: Self.item, at: accepted, debts: [first, second],
            seen: [MessageID(1), MessageID(2)])
        #expect(moves.map(\.debt) == [DebtID(1), DebtID(2)])
        #expect(moves.allSatisfy { $0.to == .answerPending && $0.at == accepted })
    }

    @Test func aReplySettlesNeitherTheUnseenNorTheLater() {
        let unseen = Self.debt(1)
        let later = Self.debt(2, start: Self.start + .hours(7))
        let moves = DebtRules.acceptance(
            of: Self.item, at: Self.start + .hours(6), debts: [unseen, later],
            seen: [MessageID(2)])
        #expect(moves == [])
    }

    @Test("A bounce makes what the reply settled owed again (V9)")
    func bounce() {
        let mine = Self.debt(1, state: .answerPending, outbox: OutboxID(5))
        let proven = Self.debt(2, state: .answered, outbox: OutboxID(5))
        let other = Self.debt(3, state: .answerPending, outbox: OutboxID(6))
        let moves = DebtRules.bounce(
            of: OutboxID(5), at: Self.start + .hours(2), debts: [mine, proven, other])
        #expect(moves.map(\.debt) == [DebtID(1), DebtID(2)])
        #expect(moves.allSatisfy { $0.to == .owed && $0.proof == .bounced(OutboxID(5)) })
    }

    @Test func anAnswerElsewhereSettlesWhatCameBefore() {
        let before = Self.debt(1)
        let after = Self.debt(2, start: Self.start + .hours(3))
        let moves = DebtRules.externalReply(
            MessageID(9), at: Self.start + .hours(2), debts: [before, after])
        #expect(moves.map(\.debt) == [DebtID(1)])
        #expect(moves.first?.at == Self.start + .hours(2))
    }

    @Test("An unconfirmed excuse falls back two hours before sendBy (V11)")
    func excuseExpiry() {
        let debt = Self.debt(state: .excusePending)
        let expiry = Self.start + .minutes(24 * 60 - 30 - 120)
        #expect(DebtRules.excuseExpiry(of: debt, at: expiry - .milliseconds(1)) == nil)
        #expect(DebtRules.excuseExpiry(of: debt, at: expiry)?.to == .owed)
        #expect(DebtRules.excuseExpiry(of: Self.debt(), at: expiry) == nil)
    }

    /// helpdesk section 4.2, row by row: which moves there are, and no others.
    static let life: Set<[DebtState]> = [
        [.owed, .answerPending], [.owed, .answered], [.owed, .excusePending], [.owed, .void],
        [.answerPending, .answered], [.answerPending, .owed], [.answered, .owed],
        [.excusePending, .excused], [.excusePending, .owed],
        // What a person was about to excuse is answered after all.
        [.excusePending, .answerPending], [.excusePending, .answered],
        // A person says that it is a buyer's message after all (section 3.2).
        [.void, .owed],
    ]

    @Test(arguments: DebtState.allCases, DebtState.allCases)
    func theLifeOfADebt(_ from: DebtState, _ to: DebtState) {
        #expect(DebtRules.allows(from, to: to) == Self.life.contains([from, to]))
    }

    /// Both steps of an excuse at once, from whatever is unsettled.
    @Test(arguments: DebtState.allCases) func anExcuseAtOnce(_ state: DebtState) {
        let moves = DebtRules.excusedAtOnce(
            [Self.debt(state: state)], by: PersonID(1), reason: "ticked", at: Self.start)
        let expected: [DebtState] =
            switch state {
            case .owed: [.excusePending, .excused]
            case .excusePending: [.excused]
            case .answerPending, .answered, .excused, .void: []
            }
        #expect(moves.map(\.to) == expected)
        #expect(moves.allSatisfy { DebtRules.allows($0.from, to: $0.to) })
    }

    @Test func voidingNearTheDeadlineNeedsASupervisor() {
        let debt = Self.debt()
        #expect(!DebtRules.voidNeedsTwo(debt, at: debt.platformDue - .hours(6)))
        #expect(DebtRules.voidNeedsTwo(debt, at: debt.platformDue - .hours(5)))
    }

    @Test func everyMoveOfTheRulesIsAllowedAndNoEndIsLeft() {
        for to in DebtState.allCases {
            #expect(!DebtRules.allows(.excused, to: to))
            #expect(DebtRules.allows(.void, to: to) == (to == .owed))
        }
        #expect(DebtRules.allows(.answered, to: .owed))
        #expect(!DebtRules.allows(.owed, to: .excused))
    }
}
