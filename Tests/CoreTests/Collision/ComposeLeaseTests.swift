import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct ComposeLeaseTests {
    private struct Two {
        let world: World
        let ticket: TicketID
        let ana: Terminal
        let ben: Terminal

        static func make() async throws -> Two {
            let world = try await World.make()
            let ticket = try await world.question()
            return Two(
                world: world, ticket: ticket, ana: Terminal(world, world.ana, "a"),
                ben: Terminal(world, world.ben, "b"))
        }

        func listen(_ person: Principal) -> Heard {
            let heard = Heard()
            _ = world.desk.subscribe(as: person) { heard.add($0) }
            return heard
        }

        func takeovers() async throws -> [ComposeTakeover] {
            try await world.database.read { try $0.events(of: ticket) }.compactMap {
                if case .life(.composeTaken(let takeover)) = $0.event { takeover } else { nil }
            }
        }
    }

    @Test func theSecondAgentSeesWhoWritesSinceWhenAndHowMuch() async throws {
        let two = try await Two.make()
        let began = two.world.clock.now
        #expect(try await two.ana.composes(two.ticket)?.token != nil)
        two.world.clock.advance(by: .seconds(9))
        let token = try await two.ana.composes(two.ticket, 37)?.token
        let holder = try #require(try await two.ben.composes(two.ticket)?.holder)
        #expect(token != nil)
        #expect(holder.name == "Ana")
        #expect(holder.since == began)
        #expect(holder.characters == 37)
        #expect(holder.reason == nil)
    }

    @Test func whoDoesNotHaveTheAnswerCannotSendIt() async throws {
        let two = try await Two.make()
        try await two.ana.composes(two.ticket)
        two.world.clock.advance(by: .seconds(59))
        do {
            _ = try await two.ben.sends("Anders.", on: two.ticket)
            Issue.record("Both may send.")
        } catch let error as DeskError {
            #expect(error.code == .composeHeld)
            #expect(error.arguments == ["holder": "Ana", "minutes": "0"])
        }
        #expect(try await two.ana.sends("Es kommt morgen.", on: two.ticket).item != nil)
    }

    @Test func sendingLetsTheAnswerGo() async throws {
        let two = try await Two.make()
        try await two.ana.composes(two.ticket)
        _ = try await two.ana.sends("Es kommt morgen.", on: two.ticket)
        #expect(try await two.ben.composes(two.ticket)?.token != nil)
    }

    @Test func scriptsThatOpenNoComposerMaySendWhereNobodyWrites() async throws {
        let two = try await Two.make()
        #expect(try await two.ben.sends("Es kommt morgen.", on: two.ticket).item != nil)
    }

    @Test func takingOverNeedsAReason() async throws {
        let two = try await Two.make()
        try await two.ana.composes(two.ticket)
        let refusal = await code {
            _ = try await two.ben.call(TakeOverCompose(ticket: two.ticket, reason: " \n"))
        }
        #expect(refusal == .badRequest)
        #expect(try await two.ben.composes(two.ticket)?.holder?.name == "Ana")
    }

    @Test func takingOverIsOnRecordAndTheFirstAuthorKeepsTheDraft() async throws {
        let two = try await Two.make()
        let heard = two.listen(two.world.ana)
        let basis = try await two.world.ticket(two.ticket).lastItem
        let token = try #require(try await two.ana.composes(two.ticket)?.token)
        _ = try await two.ana.call(
            SaveDraft(ticket: two.ticket, basis: basis, text: "Guten Tag"))
        let reply = try await two.ben.call(
            TakeOverCompose(ticket: two.ticket, reason: "Ana is at lunch."))
        #expect(reply.former?.name == "Ana")
        let takeover = ComposeTakeover(
            ticket: two.ticket, from: two.world.ana.person, to: two.world.ben.person,
            reason: "Ana is at lunch.")
        #expect(try await two.takeovers() == [takeover])
        #expect(
            heard.taken == [
                ComposeTaken(
                    ticket: two.ticket, by: "Ben", reason: "Ana is at lunch.", isReassigned: false)
            ])
        let shown = try await two.ana.call(ShowTicket(ticket: two.ticket, refreshOrder: false))
        #expect(shown.draft?.text == "Guten Tag")
        _ = try await two.ben.composes(two.ticket, token: reply.token)
        // Whoever was away meanwhile hears it with the next word.
        let holder = try #require(try await two.ana.composes(two.ticket, token: token)?.holder)
        #expect(holder.name == "Ben")
        #expect(holder.reason == "Ana is at lunch.")
        #expect(
            await code { _ = try await two.ana.sends("Guten Tag", on: two.ticket) } == .composeHeld)
        #expect(try await two.ben.sends("Es kommt morgen.", on: two.ticket).item != nil)
        try await two.world.checkRecord()
    }

    @Test func takingOverWhatNobodyWritesLeavesNoTrace() async throws {
        let two = try await Two.make()
        let reply = try await two.ben.call(TakeOverCompose(ticket: two.ticket, reason: "Mine."))
        #expect(reply.former == nil)
        #expect(try await two.takeovers() == [])
    }

    @Test func whatIsNotOnRecordDidNotHappen() async throws {
        let fault = CommitFault()
        let world = try await World.make(commitGate: fault.gate)
        let ticket = try await world.question()
        let (ana, ben) = (Terminal(world, world.ana, "a"), Terminal(world, world.ben, "b"))
        try await ana.composes(ticket)
        fault.arm(1)
        await #expect(throws: (any Error).self) {
            _ = try await ben.call(TakeOverCompose(ticket: ticket, reason: "Quick."))
        }
        #expect(try await ana.composes(ticket)?.token != nil)
    }

    @Test func aBrokenLineKeepsTheAnswerForTwoMinutes() async throws {
        let two = try await Two.make()
        let token = try #require(try await two.ana.composes(two.ticket)?.token)
        two.world.desk.leaveTickets(session: "a")
        two.world.clock.advance(by: .seconds(119))
        #expect(try await two.ben.composes(two.ticket)?.holder?.name == "Ana")
        let back = Terminal(two.world, two.world.ana, "a2")
        #expect(try await back.composes(two.ticket, token: token)?.token == token)
        two.world.desk.leaveTickets(session: "a2")
        two.world.clock.advance(by: .seconds(120))
        #expect(try await two.ben.composes(two.ticket)?.token != nil)
    }

    @Test func anotherCoreKnowsNothingAndWhoeverComesFirstWrites() async throws {
        let two = try await Two.make()
        let token = try #require(try await two.ana.composes(two.ticket)?.token)
        let next = try await World.make(database: two.world.database)
        #expect(
            try await Terminal(next, next.ana, "a").composes(two.ticket, token: token)?.token
                != nil)
        #expect(
            try await Terminal(next, next.ben, "b").composes(two.ticket)?.holder?.name == "Ana")
    }

    @Test func movingATicketFromAnOwnerWhoWritesNeedsAReason() async throws {
        let two = try await Two.make()
        let world = two.world
        let heard = two.listen(world.ana)
        _ = try await two.ana.call(ClaimTicket(ticket: two.ticket))
        try await two.ana.composes(two.ticket)
        var move = AssignTicket(
            ticket: two.ticket, to: world.ben.person, expectedOwner: world.ana.person)
        let plain = move
        #expect(
            await code { _ = try await world.desk.perform(plain, as: world.sue) }
                == .takeoverNeedsReason)
        #expect(try await world.ticket(two.ticket).owner == world.ana.person)
        move.reason = "Ben knows the buyer."
        #expect(try await world.desk.perform(move, as: world.sue).ownerName == "Ben")
        #expect(heard.taken.map(\.isReassigned) == [true])
        #expect(heard.taken.map(\.by) == ["Sue"])
        #expect(try await two.takeovers().map(\.to) == [nil])
        #expect(try await two.ben.composes(two.ticket)?.token != nil)
        try await world.checkRecord()
    }

    @Test func movingATicketWhoseOwnerOnlyReadsNeedsNone() async throws {
        let two = try await Two.make()
        let world = two.world
        _ = try await two.ana.call(ClaimTicket(ticket: two.ticket))
        try await two.ana.views(two.ticket)
        let move = AssignTicket(
            ticket: two.ticket, to: world.ben.person, expectedOwner: world.ana.person)
        #expect(try await world.desk.perform(move, as: world.sue).ownerName == "Ben")
        #expect(try await two.takeovers() == [])
    }

    @Test func theListOfABulkActNamesWhoWrites() async throws {
        let two = try await Two.make()
        let world = two.world
        _ = try await two.ana.call(ClaimTicket(ticket: two.ticket))
        try await two.ana.composes(two.ticket)
        let reply = try await world.desk.perform(
            ActOnTickets(tickets: [two.ticket], act: .assign(world.ben.person)), as: world.sue)
        #expect(reply.refused.map(\.error.code) == [.takeoverNeedsReason])
    }
}

/// Helpdesk section 8.3.
@Suite struct OwnershipLockTests {
    private func lock(_ world: World, _ ticket: TicketID, leads: [PersonID] = []) async throws {
        var group = RoutingGroup(
            id: GroupID(0), name: "Europe", members: [world.ana.person], leads: leads)
        group.ownersOnly = true
        _ = try await world.desk.perform(
            SaveGroup(group: group, version: 0, reason: "A start."), as: world.sue)
        _ = try await world.desk.runDue()
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        #expect(try await world.ticket(ticket).group != nil)
    }

    @Test func onlyTheOwnerAnswersUnlessSomebodyTakesItOver() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await lock(world, ticket)
        let ben = Terminal(world, world.ben, "b")
        #expect(try await ben.composes(ticket)?.token != nil)
        #expect(await code { _ = try await ben.sends("Heute.", on: ticket) } == .ownersOnly)
        _ = try await ben.call(TakeOverCompose(ticket: ticket, reason: "Ana is ill."))
        try await ben.composes(ticket)
        #expect(try await ben.sends("Heute.", on: ticket).item != nil)
        let takeovers = try await world.database.read { try $0.events(of: ticket) }.filter {
            if case .life(.composeTaken) = $0.event { true } else { false }
        }
        #expect(takeovers.count == 1)
    }

    @Test func theOwnerAndTheLeadsAnswer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await lock(world, ticket, leads: [world.ben.person])
        #expect(try await world.send("Heute.", on: ticket, as: world.ben).item != nil)
        let other = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", order: "305-1111111-2222222"))
        _ = try await world.desk.runDue()
        _ = try await world.desk.perform(ClaimTicket(ticket: other), as: world.ana)
        #expect(try await world.send("Heute.", on: other).item != nil)
    }
}
