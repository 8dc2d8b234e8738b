import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Tickets that come back: not begun, given back, or left behind (helpdesk section 7.7).
@Suite struct ReturnTests {
    @Test func whoeverDoesNotBeginLosesTheTicketForTheCycle() async throws {
        let world = try await World.make()
        try await world.group()
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ana.person)
        // 23.5 hours are left; a fifth of them is 4.7.
        try await world.pass(.hours(4))
        #expect(try await world.owner(ticket) == world.ana.person)
        try await world.pass(.hours(1))
        #expect(try await world.owner(ticket) == world.ben.person)
        #expect(try await world.decisions(ticket).first?.cause == .returned)
        try await world.pass(.hours(4))
        // Both had it: it waits, and somebody is told.
        #expect(try await world.owner(ticket) == nil)
        #expect(try await world.decisions(ticket).first?.waiting == .nobodyAllowed)
        try await world.checkRecord()
    }

    @Test func openingTheComposerStopsTheTimer() async throws {
        let world = try await World.make()
        try await world.group()
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        _ = try await world.desk.perform(AcceptTicket(ticket: ticket), as: world.ben)
        _ = try await world.desk.perform(AcceptTicket(ticket: ticket), as: world.ana)
        let before = try await world.database.read { try $0.lastSequence() }
        _ = try await world.desk.perform(AcceptTicket(ticket: ticket), as: world.ana)
        #expect(try await world.database.read { try $0.lastSequence() } == before)
        try await world.pass(.hours(8))
        #expect(try await world.owner(ticket) == world.ana.person)
    }

    @Test func anyActOnTheTicketStopsItToo() async throws {
        let world = try await World.make()
        try await world.group()
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        _ = try await world.desk.perform(
            AddNote(ticket: ticket, text: "Asked the carrier."), as: world.ana)
        try await world.pass(.hours(8))
        #expect(try await world.owner(ticket) == world.ana.person)
    }

    @Test func theThirdReturnGoesToTheLead() async throws {
        let world = try await World.make()
        let people = [world.ana, world.ben, world.sue]
        try await world.group(members: people) { $0.leads = [world.ops.person] }
        try await world.say(.available, world.ops)
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        for person in people {
            #expect(try await world.owner(ticket) == person.person)
            _ = try await world.desk.perform(ReturnTicket(ticket: ticket), as: person)
            _ = try await world.desk.runDue()
        }
        #expect(try await world.owner(ticket) == world.ops.person)
        #expect(try await world.decisions(ticket).first?.choice == .lead)
        #expect(
            await code {
                _ = try await world.desk.perform(ReturnTicket(ticket: ticket), as: world.ana)
            } == .ticketNotYours)
    }

    @Test func puttingATicketBackDoesNotBringItStraightBack() async throws {
        let world = try await World.make()
        try await world.group()
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        let ana = world.ana.person
        _ = try await world.desk.perform(
            AssignTicket(ticket: ticket, to: nil, expectedOwner: ana), as: world.ana)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ben.person)
    }

    @Test func goingAwayGivesUpOnlyWhatCannotWait() async throws {
        let world = try await World.make()
        try await world.group(members: [world.ana])
        let urgent = try await world.inquiry(1, at: world.clock.now - .hours(21))
        let calm = try await world.inquiry(2)
        _ = try await world.desk.runDue()
        try await world.group { $0.name = "Help" }
        try await world.pass(.minutes(3))
        try await world.say(.away, world.ana, until: world.clock.now + .hours(2))
        _ = try await world.desk.runDue()
        #expect(try await world.owner(calm) == world.ana.person)
        #expect(try await world.owner(urgent) != world.ana.person)
        #expect(try await world.decisions(urgent).contains { $0.cause == .ownerAway })
        try await world.checkRecord()
    }

    @Test func whoeverLeavesTheDeskLosesEverything() async throws {
        let world = try await World.make()
        try await world.group()
        let first = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        _ = try await world.answer(on: first)
        #expect(try await world.owner(first) == world.ana.person)
        let second = try await world.inquiry(2)
        let third = try await world.inquiry(3)
        _ = try await world.desk.runDue()
        _ = try await world.desk.perform(
            SavePerson(
                unixUser: "ana", displayName: "Ana", role: .agent, scope: .only([World.europe]),
                isActive: false), as: world.ops)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(first) == nil)
        for ticket in [second, third] {
            #expect(try await world.owner(ticket) == world.ben.person)
        }
        try await world.checkRecord()
    }

    @Test func aBuyersNextMessageFindsSomebodyWhoIsThere() async throws {
        let world = try await World.make()
        try await world.group()
        let mails = RelayMails(alias: "wakingbuyer")
        let ticket = try await world.question(from: mails)
        _ = try await world.desk.runDue()
        _ = try await world.answer(on: ticket)
        #expect(try await world.ticket(ticket).state == .pending)
        try await world.say(.off, world.ana, until: world.clock.now + .hours(1))
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ana.person)
        try await world.receive(mails.buyer("Es ist noch nicht da.", at: world.clock.now))
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ben.person)
        #expect(try await world.decisions(ticket).first?.cause == .woken)
        try await world.checkRecord()
    }
}
