import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// What came before the desk was responsible is remembered, and owed to nobody (helpdesk section 19).
@Suite struct GoLiveTests {
    private static let other = RelayMails(
        alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa", name: "Uta Brand",
        order: "305-1111111-2222222")

    @Test func oldMailOfAFirstRunIsHistory() async throws {
        let world = try await World.make(goLive: nil)
        let old = world.clock.now - .days(5)
        try await world.receive(together: [
            RelayMails().buyer("Wo bleibt mein Kabel?", at: old),
            Self.other.unreadable("Ganz anderes Layout.", at: old),
        ])
        let tickets = try await world.tickets()
        #expect(tickets.map(\.state) == [.resolved, .resolved])
        for ticket in tickets {
            let debts = try await world.debts(ticket.id)
            #expect(debts.map(\.state) == [.void])
            #expect(debts.map(\.isBornLate) == [false])
            #expect(try await world.ticket(ticket.id).nextDue == nil)
        }
        let owed = try await world.desk.perform(ListTickets(queue: .owed), as: world.sue)
        #expect(owed.rows.isEmpty)
        let found = try await world.desk.perform(
            ListTickets(queue: .all, search: "Kabel"), as: world.sue)
        #expect(found.rows.count == 1)
        try await world.checkRecord()
    }

    /// What the platform still waits for at the first run is answered by this desk.
    @Test func whatCanStillBeAnsweredInTimeIsOwed() async throws {
        let world = try await World.make(goLive: nil)
        let ticket = try await world.question(at: world.clock.now - .hours(23))
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(try await world.ticket(ticket).state == .new)
        // A day later the first run is long over; the boundary stays where it was.
        world.clock.advance(by: .days(2))
        let late = try await world.question(
            from: Self.other, at: world.clock.now - .hours(30))
        #expect(try await world.debts(late).map(\.isBornLate) == [true])
        #expect(try await world.debts(late).map(\.state) == [.owed])
        try await world.checkRecord()
    }

    @Test func theConfiguredInstantDecides() async throws {
        let world = try await World.make(goLive: World.start - .hours(3))
        let before = try await world.question(at: world.clock.now - .hours(4))
        #expect(try await world.debts(before).map(\.state) == [.void])
        let after = try await world.question(from: Self.other, at: world.clock.now - .hours(2))
        #expect(try await world.debts(after).map(\.state) == [.owed])
    }

    /// A wrong clock at the sender's must not make a new complaint history.
    @Test func aMailThatArrivedLaterIsNoHistory() async throws {
        let world = try await World.make(goLive: World.start - .hours(3))
        let trace =
            "Received: from a.example by mx.desk.example; "
            + RelayMails.date(world.clock.now - .minutes(1))
        let ticket = try await world.question(
            from: RelayMails(extraHeaders: [trace]), at: world.clock.now - .days(400))
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let old =
            "Received: from a.example by mx.desk.example; "
            + RelayMails.date(world.clock.now - .days(399))
        var mails = Self.other
        mails.extraHeaders = [old]
        let history = try await world.question(from: mails, at: world.clock.now - .days(400))
        #expect(try await world.debts(history).map(\.state) == [.void])
    }

    /// History on a live ticket leaves it as it is; a new message on a ticket of history is owed.
    @Test func historyAndPresenceMeet() async throws {
        let world = try await World.make(goLive: World.start - .hours(3))
        let past = try await world.question(at: world.clock.now - .days(2))
        try await world.receive(RelayMails().buyer("Noch immer nichts!", at: world.clock.now))
        #expect(try await world.debts(past).map(\.state) == [.void, .owed])
        #expect(try await world.ticket(past).state == .open)
        try await world.receive(
            RelayMails().buyer("Die erste Frage.", at: world.clock.now - .days(3)))
        #expect(try await world.debts(past).map(\.state) == [.void, .owed, .void])
        #expect(try await world.ticket(past).state == .open)
        try await world.checkRecord()
    }

    @Test func anOldNoticeWarnsOfNothing() async throws {
        let world = try await World.make(goLive: nil)
        let now = world.clock.now
        try await world.receive(RelayMails().claim(at: now - .days(20)))
        try await world.receive(Self.other.claim(at: now - .days(2)))
        let cases = try await world.database.read { transaction in
            try transaction.cases(order: "305-7683573-2694036", store: World.europe)
                + transaction.cases(order: "305-1111111-2222222", store: World.europe)
        }
        // The second one's three days are not over: somebody must look at it.
        #expect(cases.map(\.state) == [.closed, .open])
        #expect(try await world.tickets().count == 1)
    }

    /// It ends no debt, since none of its time is left, so it needs no proof and waits for nobody.
    @Test func anOldCopyJoinsItsThread() async throws {
        let world = try await World.make(goLive: nil)
        let old = world.clock.now - .days(5)
        try await world.receive(RelayMails().buyer("Wo bleibt mein Kabel?", at: old))
        try await world.receive(
            RelayMails().ownCopy("Es kommt.", at: old + .hours(1), results: nil))
        let ticket = try #require(try await world.tickets().first)
        #expect(try await world.messages(ticket.id).map(\.kind) == [.buyer, .agentExternal])
        #expect(ticket.state == .resolved)
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue)
        #expect(held.total == 0)
    }
}

/// Copies that come before the message that they answer.
@Suite struct LateCopyTests {
    @Test func aCopyWaitsForItsMessageInQuarantine() async throws {
        let world = try await World.make()
        let broken = RelayMails(extraHeaders: [
            "Authentication-Results: mx.desk.example; spf=fail; dkim=none"
        ])
        let asked = world.clock.now - .hours(3)
        try await world.receive(broken.buyer("Wo ist mein Paket?", at: asked))
        try await world.receive(RelayMails().ownCopy("Es kommt morgen.", at: asked + .hours(1)))
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(held.map(\.reasons) == [["no-thread"], ["spf-failed"]])
        let question = try #require(held.last)
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: question.id, reason: "our forwarder"), as: world.sue)
        let ticket = try #require(reply.ticket)
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.state == .answered)
        #expect(debt.dischargedAt == (asked + .hours(1)).wholeSeconds)
        #expect(try await world.messages(ticket).map(\.kind) == [.buyer, .agentExternal])
        let left = try await world.desk.perform(ListQuarantine(), as: world.sue)
        #expect(left.total == 0)
        try await world.checkRecord()
    }

    /// A copy answers nothing that was asked after it.
    @Test func aCopyDoesNotAnswerALaterMessage() async throws {
        let world = try await World.make()
        try await world.receive(
            RelayMails().ownCopy("Es kommt morgen.", at: world.clock.now - .hours(2)))
        let ticket = try await world.question(at: world.clock.now - .hours(1))
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(try await world.messages(ticket).count == 1)
        let left = try await world.desk.perform(ListQuarantine(), as: world.sue)
        #expect(left.mails.map(\.reasons) == [["no-thread"]])
        // A person who knows better lets it go.
        let mail = try #require(left.mails.first)
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: mail.id, reason: "a test of ours"), as: world.sue)
        #expect(reply.outcome == .ownCopy)
        #expect(try await world.desk.perform(ListQuarantine(), as: world.sue).total == 0)
    }
}
