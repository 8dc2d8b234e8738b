import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TicketLoadTests {
    @Test func aCategoryWeighsOneUntilItIsKnown() {
        let few = TicketLoad(samples: [.returnRefund: Array(repeating: 900, count: 49)])
        #expect(few.weight(of: .returnRefund) == 1)
        #expect(few.handling == TicketLoad.usualHandling)
        let known = TicketLoad(samples: [
            .returnRefund: Array(repeating: 900, count: 50),
            .invoiceRequest: Array(repeating: 300, count: 60),
        ])
        #expect(known.weight(of: .returnRefund) == 3)
        #expect(known.weight(of: .invoiceRequest) == 1)
        #expect(known.handling == .minutes(5))
    }

    @Test(arguments: [
        (TicketState.open, true, 1.0), (.hold, true, 1), (.new, false, 0.25), (.hold, false, 0.25),
        (.pending, false, 0), (.snoozed, false, 0), (.resolved, false, 0), (.snoozed, true, 1),
    ]) func statesWeigh(_ state: TicketState, _ needsReply: Bool, _ cost: Double) {
        let load = TicketLoad()
        #expect(load.cost(category: .other, state: state, needsReply: needsReply) == cost)
    }

    @Test func theAcceptTimerIsAFifthOfTheTimeLeft() {
        let start = Timestamp(seconds: 0)
        #expect(AcceptTimer.end(assignedAt: start, due: start + .hours(5)) == start + .hours(1))
        #expect(
            AcceptTimer.end(assignedAt: start, due: start + .minutes(30)) == start + .minutes(10))
        #expect(AcceptTimer.end(assignedAt: start, due: nil) == start + .minutes(10))
        #expect(AcceptTimer.end(assignedAt: start, due: start - .hours(1)) == start + .minutes(10))
    }

    @Test func onlyWhatIsDueBeforeTheReturnIsGivenUp() {
        let now = Timestamp(seconds: 1_000_000)
        let away = PresenceMark(.away, until: now + .hours(2))
        #expect(away.mustGiveUp(due: now + .minutes(179), at: now))
        #expect(!away.mustGiveUp(due: now + .hours(3), at: now))
        #expect(!away.mustGiveUp(due: nil, at: now))
        #expect(!PresenceMark(.busy).mustGiveUp(due: now, at: now))
        #expect(PresenceMark(.off).mustGiveUp(due: now + .hours(16), at: now))
        #expect(!PresenceMark(.away).mustGiveUp(due: now + .hours(1), at: now))
    }
}
