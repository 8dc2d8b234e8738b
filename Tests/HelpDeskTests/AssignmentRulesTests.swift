import HelpDesk
import Testing

@Suite struct AssignmentRulesTests {
    private let agent = Principal(
        person: PersonID(1), unixUser: "ana", displayName: "Ana", role: .agent, scope: .all)
    private let supervisor = Principal(
        person: PersonID(9), unixUser: "sue", displayName: "Sue", role: .supervisor, scope: .all)

    @Test func theFirstClaimWins() throws {
        let free = TicketRulesTests.ticket(.new)
        #expect(try AssignmentRules.claim(free, by: PersonID(1))?.cause == .claim)
        let taken = TicketRulesTests.ticket(.open, owner: PersonID(2))
        #expect(throws: DeskError(.ticketTaken)) {
            try AssignmentRules.claim(taken, by: PersonID(1))
        }
        #expect(try AssignmentRules.claim(taken, by: PersonID(2)) == nil)
    }

    @Test func anAgentGivesAwayOnlyOwnAndFreeTickets() throws {
        let mine = TicketRulesTests.ticket(.open, owner: PersonID(1))
        let theirs = TicketRulesTests.ticket(.open, owner: PersonID(2))
        #expect(try assign(mine, to: PersonID(3), seen: PersonID(1), by: agent)?.to == PersonID(3))
        #expect(try assign(mine, to: nil, seen: PersonID(1), by: agent)?.cause == .release)
        #expect(throws: DeskError(.notAllowed, ["needs": "assign"])) {
            try assign(theirs, to: PersonID(1), seen: PersonID(2), by: agent)
        }
        let moved = try assign(theirs, to: PersonID(1), seen: PersonID(2), by: supervisor)
        #expect(moved?.from == PersonID(2))
    }

    @Test func aStaleViewLosesEvenForASupervisor() {
        let theirs = TicketRulesTests.ticket(.open, owner: PersonID(2))
        #expect(throws: DeskError(.ticketTaken)) {
            try assign(theirs, to: PersonID(1), seen: nil, by: supervisor)
        }
    }

    private func assign(
        _ ticket: Ticket, to person: PersonID?, seen: PersonID?, by caller: Principal
    ) throws -> TicketAssignment? {
        try AssignmentRules.assign(ticket, to: person, expected: seen, by: caller)
    }
}
