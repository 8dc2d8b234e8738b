import HelpDesk
import SwiftExtensions
import Testing

@Suite struct HandOverTests {
    @Test func theListHoldsWhatTheNextShiftMustKnow() {
        let now = Timestamp(seconds: 1_772_800_000)
        var calm = TicketRulesTests.ticket(.pending)
        calm.id = TicketID(1)
        var owed = TicketRulesTests.ticket(.open)
        (owed.id, owed.owedDebts, owed.nextDue) = (TicketID(2), 1, now + .hours(3))
        var urgent = owed
        (urgent.id, urgent.nextDue) = (TicketID(3), now + .hours(1))
        var held = TicketRulesTests.ticket(.hold)
        held.id = TicketID(4)
        var promised = TicketRulesTests.ticket(.pending)
        promised.id = TicketID(5)
        let lines = HandOverRules.lines(
            of: [calm, owed, urgent, held, promised], promises: [TicketID(5)])
        #expect(lines.map(\.ticket.rawValue) == [3, 2, 4, 5])
        #expect(lines.map(\.kind) == [.owed, .owed, .hold, .promise])
    }
}
