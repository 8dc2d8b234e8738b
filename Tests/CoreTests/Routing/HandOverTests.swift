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

    private func offer(_ world: World) async throws -> (TicketID, HandOverID) {
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        return (ticket, try await world.desk.perform(OfferHandOver(), as: world.ana).id)
    }

    private func accept(
        _ ticket: TicketID, _ list: HandOverID, _ world: World, as caller: Principal
    ) async -> DeskError.Code? {
        do {
            _ = try await world.desk.perform(
                AcceptHandOverLine(list: list, ticket: ticket), as: caller)
            return nil
        } catch {
            return (error as? DeskError)?.code ?? .internalError
        }
    }

    /// A line is leave to take the ticket from the list's author, and from nobody else.
    @Test func whatSomebodyElseGotIsSettled() async throws {
        let world = try await World.make()
        let (ticket, list) = try await offer(world)
        _ = try await world.desk.perform(
            AssignTicket(
                ticket: ticket, to: world.sue.person, expectedOwner: world.ana.person),
            as: world.sue)
        #expect(await accept(ticket, list, world, as: world.ben) == .handOverLineSettled)
        #expect(try await world.owner(ticket) == world.sue.person)
        #expect(try await world.desk.perform(ListHandOvers(), as: world.ben).lists == [])
    }

    @Test func aListIsForTheNextShiftOnly() async throws {
        let world = try await World.make()
        let (ticket, list) = try await offer(world)
        world.clock.advance(by: HandOverRules.goodFor + .seconds(1))
        #expect(try await world.desk.perform(ListHandOvers(), as: world.ben).lists == [])
        #expect(await accept(ticket, list, world, as: world.ben) == .handOverLineSettled)
        #expect(try await world.owner(ticket) == world.ana.person)
    }

    @Test func aMergedTicketIsTakenOverWithItsSurvivor() async throws {
        let world = try await World.make()
        let pair = try await MergeTicketsTests.pair(world)
        for ticket in [pair.old, pair.new] {
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        }
        let list = try await world.desk.perform(OfferHandOver(), as: world.ana).id
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        #expect(await accept(pair.new, list, world, as: world.ben) == nil)
        #expect(try await world.owner(pair.old) == world.ben.person)
        try await world.checkRecord()
    }

    @Test func fiftyNewerListsHideNoOpenLine() async throws {
        let world = try await World.make()
        let (ticket, _) = try await offer(world)
        let other = try await world.inquiry(2)
        _ = try await world.desk.perform(ClaimTicket(ticket: other), as: world.ben)
        for _ in 0..<50 {
            let list = try await world.desk.perform(OfferHandOver(), as: world.ben).id
            #expect(await accept(other, list, world, as: world.ben) == nil)
        }
        let open = try await world.desk.perform(ListHandOvers(), as: world.ben).lists
        #expect(open.map { $0.lines.map(\.line.ticket) } == [[ticket]])
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
