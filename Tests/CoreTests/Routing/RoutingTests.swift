import Core
import HelpDesk
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

@Suite struct RoutingTests {
    @Test func withoutGroupsTheDeskWorksByHand() async throws {
        let world = try await World.make()
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == nil)
        #expect(try await world.ticket(ticket).group == nil)
        #expect(await code { _ = try await world.decisions(ticket) } == .notRouted)
    }

    @Test func ticketsGoRoundInTheStoredOrder() async throws {
        let world = try await World.make()
        let group = try await world.group()
        var owners: [PersonID?] = []
        for number in 1...4 {
            let ticket = try await world.inquiry(number)
            _ = try await world.desk.runDue()
            owners.append(try await world.owner(ticket))
            #expect(try await world.ticket(ticket).group == group.id)
            #expect(try await world.ticket(ticket).state == .open)
        }
        let (ana, ben) = (world.ana.person, world.ben.person)
        #expect(owners == [ana, ben, ana, ben])
        try await world.checkRecord()
    }

    /// Whoever may read and not answer gets no ticket, by routing or by hand.
    @Test func nobodyGetsWhatTheyMayNotAnswer() async throws {
        let world = try await World.make()
        func save(_ role: Role) async throws {
            _ = try await world.desk.perform(
                SavePerson(unixUser: "kim", displayName: "Kim", role: role, scope: .all),
                as: world.ops)
        }
        try await save(.agent)
        let kim = try await world.desk.principal(unixUser: "kim")
        try await world.group(members: [kim])
        try await save(.quality)
        let other = RoutingGroup(id: GroupID(0), name: "Claims", leads: [kim.person])
        #expect(
            await code {
                _ = try await world.desk.perform(
                    SaveGroup(group: other, version: 0, reason: "A start."), as: world.sue)
            } == .routingInvalid)
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == nil)
        #expect(
            try await world.decisions(ticket).first?.candidates.map(\.rejection) == [.noRight])
        let assign = AssignTicket(ticket: ticket, to: kim.person, expectedOwner: nil)
        #expect(
            await code { _ = try await world.desk.perform(assign, as: world.sue) }
                == .personNotFound)
    }

    @Test func aDecisionExplainsItself() async throws {
        let world = try await World.make()
        try await world.group()
        try await world.say(.busy, world.ana)
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        let reply = try await world.desk.perform(ExplainRouting(ticket: ticket), as: world.ben)
        let decision = try #require(reply.decisions.first?.decision)
        #expect(decision.chosen == world.ben.person)
        #expect(decision.cause == .arrived)
        #expect(decision.candidates.map(\.rejection) == [.busy, nil])
        #expect(reply.decisions.first?.groupName == "Europe")
        #expect(Set(reply.names.map(\.name)) == ["Ana", "Ben"])
        #expect(
            await code {
                _ = try await world.desk.perform(ExplainRouting(ticket: ticket), as: world.mia)
            } == .ticketNotFound)
    }

    @Test func whatNobodyCanTakeWaitsAndTheAlarmIsOn() async throws {
        let world = try await World.make()
        try await world.group()
        try await world.say(.away, world.ana)
        try await world.say(.off, world.ben)
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == nil)
        #expect(try await world.decisions(ticket).map(\.waiting) == [.nobodyPresent])
        let urgent = try await world.desk.perform(ListTickets(queue: .urgent), as: world.sue)
        #expect(urgent.rows.map(\.id) == [ticket])
        #expect(urgent.counts.urgent == 1)
        let mine = try await world.desk.perform(ListTickets(queue: .group), as: world.ana)
        #expect(mine.rows.map(\.id) == [ticket])
        #expect(mine.total == 1)
        #expect(
            try await world.desk.perform(ListTickets(queue: .group), as: world.mia).total == 0)
        #expect(
            try await world.database.read { try $0.openAlarms().map(\.alarm.kind) } == [.unowned])
        // Looking again writes nothing down as long as nothing changes.
        let before = try await world.database.read { try $0.lastSequence() }
        _ = try await world.desk.runDue()
        #expect(try await world.database.read { try $0.lastSequence() } == before)
        try await world.say(.available, world.ana)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ana.person)
        #expect(try await world.database.read { try $0.openAlarms() } == [])
        try await world.checkRecord()
    }

    /// Helpdesk invariant I11: a page of hopeless tickets before it hides no other one.
    @Test func nothingIsLeftOutBecauseOthersWaitBefore() async throws {
        let world = try await World.make()
        try await world.group { $0.categories = [.invoiceRequest] }
        let mails = (0..<230).map { number in
            RelayMails(alias: "waiting\(number)buyer", order: nil)
                .buyer("Wo ist Paket \(number)?", at: world.clock.now - .hours(5))
        }
        try await world.receive(together: mails)
        let last = RelayMails(alias: "lastofallbuyer", order: nil)
        try await world.receive(
            last.buyer("Ich brauche eine Rechnung mit Umsatzsteuer.", at: world.clock.now))
        _ = try await world.desk.runDue()
        let owned = try await world.tickets().filter { $0.owner != nil }
        #expect(owned.map(\.category) == [.invoiceRequest])
        #expect(try await world.tickets().count == 231)
    }

    @Test func anUndoneTransactionLeavesNothingBehind() async throws {
        let gate = FailingGate()
        let world = try await World.make(commitGate: { try gate.pass() })
        try await world.group()
        let ticket = try await world.inquiry(1)
        gate.isShut.withLock { $0 = true }
        await #expect(throws: FailingGate.Shut.self) { _ = try await world.desk.runDue() }
        #expect(try await world.owner(ticket) == nil)
        gate.isShut.withLock { $0 = false }
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ana.person)
        #expect(try await world.decisions(ticket).count == 1)
        try await world.checkRecord()
    }

    @Test func aBalancedGroupSharesTheWholeListOut() async throws {
        let world = try await World.make()
        try await world.group(.balanced)
        let mails = (0..<10).map { number in
            RelayMails(alias: "even\(number)buyer", order: nil)
                .buyer("Wo ist Paket \(number)?", at: world.clock.now)
        }
        try await world.receive(together: mails)
        _ = try await world.desk.runDue()
        let owners = try await world.tickets().map(\.owner)
        #expect(owners.count { $0 == world.ana.person } == 5)
        #expect(owners.count { $0 == world.ben.person } == 5)
    }
}
