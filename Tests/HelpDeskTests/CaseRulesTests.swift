import HelpDesk
import SwiftExtensions
import Testing

@Suite struct CaseRulesTests {
    static let now = Timestamp(seconds: 1_772_900_000)
    static let person = PersonID(3)

    static func item(_ state: CaseState, id: Int64 = 1, kind: CaseKind = "a-to-z-claim")
        -> DeskCase
    {
        DeskCase(
            id: CaseID(id), kind: kind, store: "nova-eu", ticket: TicketID(1), order: nil,
            state: state, openedAt: now - .days(1), reviewDue: now)
    }

    /// Every state and act: what comes out, or nil where it is refused.
    static let life: [(from: CaseState, act: String, to: CaseState?)] = [
        (.open, "handled", .answered), (.answered, "handled", nil), (.closed, "handled", nil),
        (.open, "closed", .closed), (.answered, "closed", .closed), (.closed, "closed", nil),
        (.open, "reopened", nil), (.answered, "reopened", .open), (.closed, "reopened", nil),
    ]

    @Test(arguments: life.indices) func theLifeOfACase(_ index: Int) {
        let row = Self.life[index]
        let item = Self.item(row.from)
        let move: CaseMove? =
            switch row.act {
            case "handled":
                try? CaseRules.handled(item, by: Self.person, reason: "r", at: Self.now)
            case "closed":
                try? CaseRules.closed(item, by: Self.person, reason: "r", at: Self.now)
            default: try? CaseRules.reopened(item, by: Self.person, reason: "r", at: Self.now)
            }
        #expect(move?.to == row.to)
        if let move {
            #expect(CaseRules.allows(move.from, to: move.to))
            #expect(move.proof == .person(Self.person, reason: "r"))
        }
    }

    @Test func aClosingNoticeEndsTheKindsItNames() {
        let cases = [
            Self.item(.open, id: 1), Self.item(.answered, id: 2), Self.item(.closed, id: 3),
            Self.item(.open, id: 4, kind: "return-request"),
        ]
        let moves = CaseRules.ended(
            by: ["a-to-z-claim"], among: cases, at: Self.now, proof: .notice(RawMailID(9)))
        #expect(moves.map(\.item) == [CaseID(1), CaseID(2)])
        #expect(moves.allSatisfy { $0.to == .closed && CaseRules.allows($0.from, to: .closed) })
    }

    @Test(arguments: CaseState.allCases) func onlyAnAnsweredCaseIsAskedAboutAgain(
        _ state: CaseState
    ) {
        let move = CaseRules.again(Self.item(state), at: Self.now, proof: .notice(RawMailID(1)))
        #expect((move != nil) == (state == .answered))
    }

    @Test func actingOnTheLastSecondIsInTime() {
        var item = Self.item(.open)
        #expect(!item.isLate(at: Self.now))
        #expect(item.isLate(at: Self.now + .seconds(1)))
        item.state = .answered
        item.settledAt = Self.now
        #expect(!item.isLate(at: Self.now + .days(9)))
        item.settledAt = Self.now + .seconds(1)
        #expect(item.isLate(at: Self.now + .days(9)))
        item.reviewDue = nil
        #expect(!item.isLate(at: Self.now + .days(9)))
    }

    @Test func aRestrictionOutweighsAndEnds() {
        let out = OptOut(
            rawMail: RawMailID(1), store: "nova-eu", buyer: nil, order: "1", ticket: nil,
            notedAt: Self.now)
        let limit = StoreRestriction(
            store: "nova-eu", since: Self.now, until: Self.now + .hours(120),
            rawMail: RawMailID(2))
        func code(_ out: OptOut?, _ limit: StoreRestriction?, _ later: Duration) -> DeskError.Code?
        {
            ContactRules.obstacle(optOut: out, restriction: limit, at: Self.now + later)?.code
        }
        #expect(code(nil, nil, .zero) == nil)
        #expect(code(out, limit, .zero) == .storeRestricted)
        #expect(code(nil, limit, .hours(119)) == .storeRestricted)
        #expect(code(nil, limit, .hours(120)) == nil)
        #expect(code(out, limit, .hours(120)) == .buyerOptedOut)
    }
}
