import HelpDesk
import SwiftExtensions
import Testing

struct PresenceLedgerTests {
    private static let start = Timestamp(seconds: 1_772_900_000)
    private static let ticket = TicketID(7)
    private static let (ana, ben, cy) = (PersonID(1), PersonID(2), PersonID(3))
    private var ledger = PresenceLedger()

    private mutating func beat(
        _ person: PersonID, _ session: String, views: TicketID? = PresenceLedgerTests.ticket,
        writes: PresenceActivity? = nil, characters: Int = 0, after wait: Duration = .zero
    ) {
        let now = Self.start + wait
        ledger.heard(
            session: session, person: person, viewing: views,
            writing: writes.map { (Self.ticket, $0, characters) }, at: now)
        if writes == .composing {
            _ = ledger.leases.take(
                Self.ticket, by: person, session: session, known: nil, token: session, at: now)
        }
    }

    private func seen(after wait: Duration = .zero) -> [String] {
        ledger.people(on: Self.ticket, at: Self.start + wait).map {
            "\($0.person.rawValue) \($0.activity.rawValue)"
        }
    }

    @Test mutating func writersStandFirst() {
        beat(Self.cy, "c")
        beat(Self.ben, "b", writes: .noting, after: .seconds(1))
        beat(Self.ana, "a", writes: .composing, characters: 12, after: .seconds(2))
        #expect(seen(after: .seconds(3)) == ["1 composing", "2 noting", "3 viewing"])
        #expect(
            ledger.people(on: Self.ticket, at: Self.start + .seconds(3)).map(\.characters)
                == [12, 0, nil])
    }

    @Test mutating func whoSaysNothingForTwentyFiveSecondsIsGone() {
        beat(Self.ana, "a")
        #expect(seen(after: .milliseconds(24_999)) == ["1 viewing"])
        #expect(seen(after: .seconds(25)) == [])
        #expect(ledger.nextEnd == Self.start + .seconds(25))
        #expect(ledger.sweep(at: Self.start + .seconds(25)) == [Self.ticket])
        #expect(ledger.nextEnd == nil)
    }

    @Test mutating func sinceStaysWhileTheySayTheSame() {
        beat(Self.ana, "a", writes: .noting)
        beat(Self.ana, "a", writes: .noting, characters: 40, after: .seconds(10))
        let people = ledger.people(on: Self.ticket, at: Self.start + .seconds(10))
        #expect(people.map(\.since) == [Self.start])
        #expect(people.map(\.characters) == [40])
    }

    @Test mutating func aHungWriterStaysAsSilentUntilTheLeaseEnds() {
        beat(Self.ana, "a", writes: .composing)
        #expect(seen(after: .seconds(24)) == ["1 composing"])
        #expect(seen(after: .seconds(25)) == ["1 silent"])
        #expect(seen(after: .seconds(60)) == [])
    }

    @Test mutating func aBrokenLineTakesTheReaderAwayAndLeavesTheLease() {
        beat(Self.ana, "a", writes: .composing)
        beat(Self.ben, "b")
        ledger.left(session: "a", at: Self.start + .seconds(5))
        ledger.left(session: "b", at: Self.start + .seconds(5))
        #expect(seen(after: .seconds(6)) == ["1 silent"])
        #expect(seen(after: .seconds(124)) == ["1 silent"])
        #expect(seen(after: .seconds(125)) == [])
    }

    @Test mutating func leavingTheComposerLetsTheLeaseGo() {
        beat(Self.ana, "a", writes: .composing)
        beat(Self.ana, "a", after: .seconds(1))
        #expect(seen(after: .seconds(2)) == ["1 viewing"])
        #expect(ledger.leases.lease(of: Self.ticket, at: Self.start + .seconds(2)) == nil)
    }

    @Test mutating func aNoteIsNoAnswer() {
        beat(Self.ana, "a", writes: .composing)
        beat(Self.ana, "a", writes: .noting, after: .seconds(1))
        #expect(ledger.leases.lease(of: Self.ticket, at: Self.start + .seconds(2)) == nil)
    }

    @Test mutating func onePersonAtTwoTerminalsIsOnePerson() {
        beat(Self.ana, "a1")
        beat(Self.ana, "a2", writes: .composing, after: .seconds(1))
        #expect(seen(after: .seconds(2)) == ["1 composing"])
    }

    @Test mutating func whoWritesBesideTheHolderOnlyDrafts() {
        beat(Self.ana, "a", writes: .composing)
        beat(Self.ben, "b", writes: .composing, after: .seconds(1))
        #expect(seen(after: .seconds(2)) == ["1 composing", "2 drafting"])
    }
}
