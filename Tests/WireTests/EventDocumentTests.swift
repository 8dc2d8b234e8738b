import HelpDesk
import SwiftExtensions
import Testing

@testable import Wire

/// The documented shape of `deskhand ticket log`.
struct EventDocumentTests {
    private func line(_ event: DeskEvent) throws -> String {
        let record = EventRecord(
            sequence: EventSequence(7), at: Timestamp(milliseconds: 1_763_388_240_000),
            actor: .person(PersonID(3)), event: event)
        return try JSONText.line(EventDocument(record))
    }

    @Test func namesAreInSnakeCaseAndTimesInISO8601() throws {
        let assignment = TicketAssignment(
            ticket: TicketID(19), from: nil, to: PersonID(3), cause: .claim)
        #expect(
            try line(.ticketAssigned(assignment))
                == #"{"actor":{"person":3},"at":"2025-11-17T14:04:00Z","event":"ticket_assigned","#
                + #""facts":{"cause":"claim","ticket":19,"to":3},"sequence":7}"#)
    }

    @Test func timesWithinTheFactsAreTextToo() throws {
        let move = DebtMove(
            debt: DebtID(4), from: .owed, to: .excusePending,
            at: Timestamp(milliseconds: 1_763_388_240_000),
            proof: .person(PersonID(3), reason: "thanks"))
        let text = try line(.debtMoved(move))
        #expect(text.contains(#""event":"debt_moved""#))
        #expect(text.contains(#""facts":{"at":"2025-11-17T14:04:00Z""#))
        #expect(!text.contains("1763388240000"))
    }

    @Test func valuesWithoutNamesGetSome() throws {
        let text = try line(.ticketOrderLinked(TicketID(19), OrderID("305-1")))
        #expect(text.contains(#""facts":{"id":19,"value":"305-1"}"#))
    }
}
