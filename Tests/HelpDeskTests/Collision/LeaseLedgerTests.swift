import HelpDesk
import SwiftExtensions
import Testing

struct LeaseLedgerTests {
    private static let start = Timestamp(seconds: 1_772_900_000)
    private static let ticket = TicketID(7)
    private static let (ana, ben) = (PersonID(1), PersonID(2))
    private var ledger = LeaseLedger()

    private mutating func take(
        _ person: PersonID, _ session: String, known: String? = nil, fresh: String = "t",
        after wait: Duration = .zero
    ) -> LeaseLedger.Outcome {
        ledger.take(
            Self.ticket, by: person, session: session, known: known, token: fresh,
            at: Self.start + wait)
    }

    private static func isHeld(_ outcome: LeaseLedger.Outcome, by person: PersonID) -> Bool {
        if case .held(let lease) = outcome { lease.person == person } else { false }
    }

    @Test mutating func theSecondPersonHearsWhoWritesAndSinceWhen() {
        _ = take(Self.ana, "a")
        guard case .held(let lease) = take(Self.ben, "b", after: .seconds(30)) else {
            Issue.record("Both have it.")
            return
        }
        #expect(lease.person == Self.ana)
        #expect(lease.since == Self.start)
    }

    @Test mutating func itEndsAMinuteAfterTheLastWord() {
        _ = take(Self.ana, "a")
        _ = take(Self.ana, "a", known: "t", after: .seconds(50))
        #expect(Self.isHeld(take(Self.ben, "b", after: .milliseconds(109_999)), by: Self.ana))
        #expect(take(Self.ben, "b", after: .seconds(110)).lease?.person == Self.ben)
    }

    @Test mutating func itSurvivesTwoMinutesOfABrokenLine() {
        _ = take(Self.ana, "a")
        ledger.lost(session: "a", at: Self.start + .seconds(40))
        #expect(Self.isHeld(take(Self.ben, "b", after: .seconds(159)), by: Self.ana))
        let back = take(Self.ana, "a2", known: "t", after: .seconds(159))
        #expect(back.lease?.since == Self.start)
        #expect(back.lease?.lostAt == nil)
        // Back on a line, the minute counts again.
        #expect(take(Self.ben, "b", after: .seconds(219)).lease?.person == Self.ben)
    }

    @Test mutating func twoMinutesAfterTheBreakItIsFree() {
        _ = take(Self.ana, "a")
        ledger.lost(session: "a", at: Self.start + .seconds(40))
        #expect(take(Self.ben, "b", after: .seconds(160)).lease?.person == Self.ben)
    }

    @Test mutating func whoeverWasSilentTooLongHasNothingToComeBackTo() {
        _ = take(Self.ana, "a")
        ledger.lost(session: "a", at: Self.start + .seconds(61))
        #expect(ledger.lease(of: Self.ticket, at: Self.start + .seconds(62)) == nil)
    }

    @Test mutating func oneSelfGoesOnAtAnotherTerminalAndTheFirstHearsIt() {
        _ = take(Self.ana, "a", fresh: "one")
        #expect(take(Self.ana, "a2", fresh: "two").lease?.token == "two")
        #expect(Self.isHeld(take(Self.ana, "a", known: "one", fresh: "x"), by: Self.ana))
        ledger.release(session: "a", except: nil)
        #expect(ledger.lease(of: Self.ticket, at: Self.start)?.session == "a2")
    }

    @Test mutating func takingOverSaysFromWhom() {
        _ = take(Self.ana, "a", fresh: "one")
        let (lease, former) = ledger.takeOver(
            Self.ticket, by: Self.ben, session: "b", token: "two",
            at: Self.start + .seconds(5))
        #expect(former?.person == Self.ana)
        #expect(lease.person == Self.ben)
        #expect(Self.isHeld(take(Self.ana, "a", known: "one", after: .seconds(6)), by: Self.ben))
    }

    @Test mutating func takingOverWhatIsFreeOrOnesOwnTakesItFromNobody() {
        let free = ledger.takeOver(
            Self.ticket, by: Self.ben, session: "b", token: "one", at: Self.start)
        #expect(free.former == nil)
        let own = ledger.takeOver(
            Self.ticket, by: Self.ben, session: "b2", token: "two", at: Self.start)
        #expect(own.former == nil)
        #expect(own.lease.since == Self.start)
    }

    @Test mutating func sweepingForgetsWhatIsOver() {
        _ = take(Self.ana, "a")
        #expect(ledger.nextEnd == Self.start + .seconds(60))
        #expect(ledger.sweep(at: Self.start + .seconds(59)) == [])
        #expect(ledger.sweep(at: Self.start + .seconds(60)) == [Self.ticket])
        #expect(ledger.nextEnd == nil)
    }

    /// Whatever people do, whoever was told that it is theirs is the only one who may send, until
    /// they let go, fall silent, or are taken over.
    @Test(arguments: 1...20) mutating func neverTwoAtATime(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        var now = Self.start
        var owner: PersonID?
        for step in 0..<400 {
            now = now + .seconds(Int64(random.below(40)))
            let person = PersonID(Int64(random.below(4)) + 1)
            let session = "s\(person.rawValue)"
            if ledger.lease(of: Self.ticket, at: now) == nil { owner = nil }
            switch random.below(8) {
            case 0:
                ledger.release(Self.ticket, by: person)
                if owner == person { owner = nil }
            case 1: ledger.lost(session: session, at: now)
            case 2:
                let (_, former) = ledger.takeOver(
                    Self.ticket, by: person, session: session, token: "t\(step)", at: now)
                #expect(former?.person == (owner == person ? nil : owner))
                owner = person
            default:
                let outcome = ledger.take(
                    Self.ticket, by: person, session: session, known: nil, token: "t\(step)",
                    at: now)
                switch outcome {
                case .granted:
                    #expect(owner == nil || owner == person)
                    owner = person
                case .held(let lease): #expect(lease.person == owner && owner != person)
                }
            }
            #expect(ledger.lease(of: Self.ticket, at: now)?.person == owner)
        }
    }
}

extension LeaseLedger.Outcome {
    fileprivate var lease: ComposeLease? {
        if case .granted(let lease) = self { lease } else { nil }
    }
}
