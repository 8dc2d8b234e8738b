import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct InboxTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
    }

    @Test func owedTicketsComeFirstByTimeLeftThenTheLatest() throws {
        for _ in 1...5 {
            try desk.ticket()
            desk.now = desk.now + .seconds(1)
        }
        try desk.buyerMessage(TicketID(2), due: .hours(9))
        try desk.buyerMessage(TicketID(4), due: .hours(3))
        try desk.buyerMessage(TicketID(1), due: .hours(9))
        #expect(try desk.list() == [4, 1, 2, 5, 3])
        #expect(try desk.list(offset: 1, limit: 2) == [1, 2])
        #expect(try desk.list(offset: 5).isEmpty)
    }

    @Test func queuesHoldWhatTheyName() throws {
        for _ in 1...7 { try desk.ticket() }
        try desk.record(
            .ticketAssigned(
                TicketAssignment(ticket: TicketID(1), from: nil, to: Desk.ann, cause: .claim)),
            .ticketAssigned(
                TicketAssignment(ticket: TicketID(2), from: nil, to: Desk.bo, cause: .claim)))
        try desk.state(TicketID(3), .new, .hold)
        try desk.state(TicketID(4), .new, .pending)
        try desk.state(TicketID(5), .new, .resolved)
        try desk.buyerMessage(TicketID(6), due: .hours(1), isProvisional: true)
        try desk.buyerMessage(TicketID(2), due: .hours(5))
        try desk.reply(TicketID(7), state: .unknown)
        let (_, thanks) = try desk.buyerMessage(TicketID(1), "Thanks")
        try desk.record(
            .debtMoved(
                DebtMove(
                    debt: thanks, from: .owed, to: .excusePending, at: desk.now,
                    proof: .person(Desk.ann, reason: "thanks"))),
            .caseOpened(
                DeskCase(
                    id: CaseID(1), kind: "return-request", store: Desk.us, ticket: TicketID(4),
                    order: nil, openedAt: desk.now, reviewDue: desk.now + .days(2))))
        desk.now = desk.now + .hours(2)
        let expected: [(QueueKind, Set<Int64>)] = [
            (.mineAndUnassigned, [1, 3, 4, 6, 7]), (.mine, [1]), (.unassigned, [3, 4, 6, 7]),
            (.owed, [2, 6]), (.late, [6]), (.hold, [3]), (.pending, [4]), (.resolved, [5]),
            (.unparsed, [6]), (.problems, [7]), (.cases, [4]), (.ticks, [1]),
            (.snoozed, []), (.spam, []), (.watching, []), (.looks, []), (.group, []), (.urgent, []),
            (.all, [1, 2, 3, 4, 5, 6, 7]),
        ]
        #expect(expected.map(\.0) == QueueKind.allCases)
        for (queue, tickets) in expected {
            #expect(Set(try desk.list(queue)) == tickets, "\(queue)")
            #expect(try desk.total(queue) == tickets.count, "\(queue)")
        }
        let counts = try desk.read {
            try $0.counts(scope: .all, person: Desk.ann, now: desk.now)
        }
        let wanted = (owed: 2, late: 1, soon: 1, mine: 1, unassigned: 4, held: 1, problems: 1)
        #expect(
            (counts.owed, counts.late, counts.soon) == (wanted.owed, wanted.late, wanted.soon))
        #expect((counts.mine, counts.unassigned) == (wanted.mine, wanted.unassigned))
        #expect((counts.held, counts.problems, counts.review) == (1, 1, 0))
        #expect((counts.cases, counts.ticks, counts.restricted) == (1, 1, 0))
    }

    @Test func aReplyThatWaitsForASupervisorIsCounted() throws {
        try desk.reply(try desk.ticket(store: Desk.eu), state: .held)
        func review(_ scope: StoreScope) throws -> Int {
            try desk.read { try $0.counts(scope: scope, person: Desk.ann, now: desk.now) }.review
        }
        #expect(try review(.all) == 1)
        #expect(try review(.only([Desk.us])) == 0)
    }

    @Test func scopeAndStoreNarrowEveryList() throws {
        let us = try desk.ticket(store: Desk.us).rawValue
        let eu = try desk.ticket(store: Desk.eu).rawValue
        try desk.buyerMessage(TicketID(us), "parcel")
        try desk.buyerMessage(TicketID(eu), "parcel")
        for queue in [QueueKind.all, .owed, .unassigned, .mineAndUnassigned] {
            for search in [nil, "parcel"] {
                #expect(try desk.list(queue, search: search) == [us, eu])
                #expect(try desk.list(queue, search: search, scope: .only([Desk.eu])) == [eu])
                #expect(try desk.list(queue, search: search, store: Desk.us) == [us])
                #expect(
                    try desk.list(queue, search: search, store: Desk.us, scope: .only([Desk.eu]))
                        == [])
                #expect(try desk.list(queue, search: search, scope: .only([])) == [])
            }
            #expect(try desk.total(queue, scope: .only([Desk.eu])) == 1)
            #expect(try desk.total(queue, scope: .only([])) == 0)
        }
    }

    @Test func aRowHasItsWords() throws {
        let ticket = try desk.ticket(buyerName: "Lee")
        try desk.write { try $0.putTicketSubject(ticket, "About the lamp") }
        try desk.buyerMessage(
            ticket, "First line\n\n  second\tline " + String(repeating: "x", count: 200))
        try desk.record(
            .ticketAssigned(
                TicketAssignment(ticket: ticket, from: nil, to: Desk.bo, cause: .claim)))
        let row = try #require(try desk.read { try $0.ticketRow(ticket) })
        #expect(row.buyerName == "Lee")
        #expect(row.subject == "About the lamp")
        #expect(row.ownerName == "BO")
        #expect(row.excerpt.hasPrefix("First line second line xxx"))
        #expect(row.excerpt.count == 120)
    }

    @Test func aBareTicketHasEmptyWords() throws {
        let ticket = try desk.ticket()
        let row = try #require(try desk.read { try $0.ticketRow(ticket) })
        #expect(row.buyerName == "" && row.subject == "" && row.excerpt == "")
        #expect(row.ownerName == nil)
        #expect(try desk.read { try $0.ticketRow(TicketID(99)) } == nil)
    }

    @Test func reviewsComeWhenTheyAreDue() throws {
        let ticket = try desk.ticket()
        let review = desk.now + .hours(3)
        try desk.record(
            .ticketStateChanged(
                TicketStateChange(
                    ticket: ticket, from: .new, to: .hold, holdReason: "carrier",
                    reviewAt: review)))
        try desk.read { (db) throws in
            #expect(try db.nextReview() == review)
            #expect(try db.reviewsDue(now: review - .seconds(1), limit: 9).isEmpty)
            #expect(try db.reviewsDue(now: review, limit: 9).map(\.id) == [ticket])
        }
    }
}
