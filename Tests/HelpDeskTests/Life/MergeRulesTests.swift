import HelpDesk
import SwiftExtensions
import Testing

@Suite struct MergeRulesTests {
    static let now = DebtRulesTests.start

    static func ticket(
        _ id: Int64, _ state: TicketState = .open, into: Int64? = nil, buyer: Int64? = 1,
        store: StoreID = "nova-eu", openedAt: Timestamp = now
    ) -> Ticket {
        var ticket = TicketRulesTests.ticket(state)
        ticket.id = TicketID(id)
        ticket.buyer = buyer.map { BuyerID($0) }
        ticket.store = store
        ticket.openedAt = openedAt
        ticket.mergedInto = into.map { TicketID($0) }
        return ticket
    }

    @Test func theOlderLivesOn() {
        let old = Self.ticket(9, openedAt: Self.now - .days(1))
        #expect(MergeRules.survivor(of: Self.ticket(2), old).id == TicketID(9))
        #expect(MergeRules.survivor(of: Self.ticket(3), Self.ticket(2)).id == TicketID(2))
    }

    @Test func onlyOneBuyerOfOneAccount() throws {
        func check(_ source: Ticket, _ into: Ticket, linked: Set<BuyerID> = []) -> DeskError.Code? {
            do {
                try MergeRules.check(source, into: into, linkedBuyers: linked)
                return nil
            } catch { return error.code }
        }
        #expect(check(Self.ticket(2), Self.ticket(1)) == nil)
        #expect(check(Self.ticket(1), Self.ticket(1)) == .mergeSelf)
        #expect(check(Self.ticket(2), Self.ticket(1, into: 3)) == .mergeMerged)
        #expect(check(Self.ticket(2, into: 3), Self.ticket(1)) == .mergeMerged)
        #expect(check(Self.ticket(2), Self.ticket(1, store: "nova-us")) == .mergeOtherAccount)
        #expect(check(Self.ticket(2, buyer: 2), Self.ticket(1)) == .mergeOtherBuyer)
        #expect(check(Self.ticket(2, buyer: nil), Self.ticket(1, buyer: nil)) == .mergeOtherBuyer)
        let linked: Set<BuyerID> = [BuyerID(1), BuyerID(2)]
        #expect(check(Self.ticket(2, buyer: 2), Self.ticket(1), linked: linked) == nil)
    }

    @Test func whatIsOwedOpensTheSurvivor() {
        let owed = [SnoozeTests.debt(due: Self.now + .hours(3))]
        let settled = [SnoozeTests.debt(due: Self.now, .answered)]
        func opening(_ survivor: TicketState, _ source: TicketState, _ debts: [Debt]) -> Bool {
            MergeRules.opening(
                Self.ticket(1, survivor), source: Self.ticket(2, source), moved: debts)
                != nil
        }
        #expect(opening(.resolved, .open, owed))
        #expect(opening(.pending, .open, []))
        #expect(!opening(.pending, .pending, settled))
        #expect(opening(.resolved, .pending, settled))
        #expect(!opening(.resolved, .resolved, settled))
        #expect(!opening(.open, .open, owed))
    }

    @Test func aWalkEndsAtTheSurvivorOrTellsOfALoop() {
        let chain = [
            1: Self.ticket(1, into: 2), 2: Self.ticket(2, into: 3), 3: Self.ticket(3),
            4: Self.ticket(4, into: 5), 5: Self.ticket(5, into: 4), 6: Self.ticket(6, into: 99),
        ]
        func end(_ id: Int) -> TicketID? {
            chain[id].flatMap { ticket in
                MergeRules.survivor(of: ticket) { chain[Int($0.rawValue)] }?.id
            }
        }
        #expect(end(1) == TicketID(3))
        #expect(end(3) == TicketID(3))
        #expect(end(4) == nil)
        #expect(end(6) == nil)
    }

    @Test func aMergeCanBeTakenBackForSevenDaysUntilSomethingMoves() {
        let state = UndoRulesTests.record(5, UndoRulesTests.change(.open, .pending))
        let tag = UndoRulesTests.record(5, .life(.tagged(TicketID(1), "x")))
        let week = Self.now + .days(7)
        func refusal(_ events: [EventRecord], at instant: Timestamp) -> DeskError.Code? {
            do {
                try MergeRules.checkUnmerge(mergedAt: Self.now, since: events, at: instant)
                return nil
            } catch { return error.code }
        }
        #expect(refusal([tag], at: week) == nil)
        #expect(refusal([], at: week + .seconds(1)) == .unmergeTooLate)
        #expect(refusal([tag, state], at: week) == .unmergeChanged)
    }

    @Test func aSplitLeavesABuyersMessageOnEachSide() {
        let items = [(1, MessageDirection.inbound), (2, .outbound), (3, .inbound), (4, .note)].map {
            Message(
                id: MessageID($0.0), ticket: TicketID(1), direction: $0.1, kind: .buyer,
                platformTime: Self.now, storedAt: Self.now)
        }
        func refusal(_ chosen: Set<Int64>) -> DeskError.Code? {
            do {
                try SplitRules.check(Set(chosen.map { MessageID($0) }), of: items)
                return nil
            } catch { return error.code }
        }
        #expect(refusal([3]) == nil)
        #expect(refusal([2, 3, 4]) == nil)
        #expect(refusal([]) == .splitNothing)
        #expect(refusal([2, 4]) == .splitNothing)
        #expect(refusal([3, 77]) == .splitNothing)
        #expect(refusal([1, 3]) == .splitEverything)
    }

    @Test func linksHaveOneFormAndNoLoops() throws {
        let one = TicketLink(from: TicketID(2), to: TicketID(1), kind: .related)
        #expect(one == TicketLink(from: TicketID(1), to: TicketID(2), kind: .related))
        #expect(TicketLink(from: TicketID(2), to: TicketID(1), kind: .follows).from.rawValue == 2)
        let parents: [Int64: [Int64]] = [3: [2], 2: [1]]
        func check(_ from: Int64, _ to: Int64) throws {
            try LinkRules.check(
                TicketLink(from: TicketID(from), to: TicketID(to), kind: .parent)
            ) { (parents[$0.rawValue] ?? []).map { TicketID($0) } }
        }
        try check(3, 4)
        #expect(throws: DeskError(.linkLoop)) { try check(3, 1) }
        #expect(throws: DeskError(.linkSelf)) { try check(3, 3) }
    }
}
