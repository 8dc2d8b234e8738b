import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct HandOverListTests {
    @Test func theNextShiftTakesTheListOverLineByLine() async throws {
        let world = try await World.make()
        let owed = try await world.inquiry(1)
        let held = try await world.inquiry(2)
        let promised = try await world.inquiry(3)
        for ticket in [owed, held, promised] {
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        }
        _ = try await world.answer(on: held, then: .pending)
        _ = try await world.answer(on: promised, then: .pending)
        _ = try await world.desk.perform(
            HoldTicket(
                ticket: held, reason: "carrier", reviewAt: world.clock.now + .hours(5)),
            as: world.ana)
        let promise = HandOverPromise(ticket: promised, words: "A call tomorrow.")
        let list = try await world.desk.perform(
            OfferHandOver(promises: [promise]), as: world.ana)
        let lines = Dictionary(uniqueKeysWithValues: list.lines.map { ($0.line.ticket, $0) })
        #expect(lines.mapValues(\.line.kind) == [owed: .owed, held: .hold, promised: .promise])
        #expect(lines.mapValues(\.words) == [owed: "", held: "", promised: "A call tomorrow."])
        let row = try await world.desk.perform(
            AcceptHandOverLine(list: list.id, ticket: owed), as: world.ben)
        #expect(row.ticket.owner == world.ben.person)
        #expect(
            await code {
                _ = try await world.desk.perform(
                    AcceptHandOverLine(list: list.id, ticket: owed), as: world.sue)
            } == .handOverLineSettled)
        let open = try await world.desk.perform(ListHandOvers(), as: world.ben).lists
        let taken = open.first?.lines.filter { $0.acceptedByName == "Ben" }.map(\.line.ticket)
        #expect(taken == [owed])
        #expect(open.first?.lines.count == 3)
        #expect(try await world.desk.perform(ListHandOvers(), as: world.mia).lists == [])
        try await world.checkRecord()
    }

    /// A line gives away what its author still has, and not for ever.
    @Test func aLineDoesNotTakeATicketFromItsNewOwner() async throws {
        let world = try await World.make()
        let (one, other) = (try await world.inquiry(1), try await world.inquiry(2))
        for ticket in [one, other] {
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        }
        let list = try await world.desk.perform(OfferHandOver(), as: world.ana)
        _ = try await world.desk.perform(
            AssignTicket(ticket: one, to: world.sue.person, expectedOwner: world.ana.person),
            as: world.sue)
        let take = { (ticket: TicketID) in AcceptHandOverLine(list: list.id, ticket: ticket) }
        #expect(
            await code { _ = try await world.desk.perform(take(one), as: world.ben) }
                == .handOverLineSettled)
        world.clock.advance(by: HandOverRules.goodFor + .seconds(1))
        #expect(
            await code { _ = try await world.desk.perform(take(other), as: world.ben) }
                == .handOverLineSettled)
    }

    @Test func whoeverLeavesNothingHasNoList() async throws {
        let world = try await World.make()
        #expect(
            await code { _ = try await world.desk.perform(OfferHandOver(), as: world.ana) }
                == .handOverEmpty)
        let stranger = AcceptHandOverLine(list: HandOverID(9), ticket: try await world.inquiry(1))
        #expect(
            await code { _ = try await world.desk.perform(stranger, as: world.ana) }
                == .handOverNotFound)
    }
}
