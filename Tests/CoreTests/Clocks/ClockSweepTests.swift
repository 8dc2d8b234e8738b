import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct ClockSweepTests {
    private func threshold(_ notices: [NoticeView]) -> [String] {
        notices.map(\.threshold.text)
    }

    @Test func theOwnerIsWarnedAndAnAnswerEndsIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        try await world.pass(.hours(12))
        #expect(threshold(try await world.notices(world.ana)) == ["f50"])
        #expect(try await world.notices(world.ben).isEmpty)
        #expect(try await world.notices(world.sue).isEmpty)
        let counts = try await world.desk.perform(ListTickets(queue: .mine), as: world.ana).counts
        #expect(counts.notices == 1)
        _ = try await world.answer(on: ticket)
        #expect(try await world.notices(world.ana).isEmpty)
        #expect(threshold(try await world.notices(world.ana, all: true)) == ["f50"])
        try await world.pass(.days(2))
        #expect(try await world.breaches().isEmpty)
        try await world.checkRecord()
    }

    @Test func anUnownedTicketReachesTheSupervisor() async throws {
        let world = try await World.make()
        try await world.question(at: world.clock.now)
        try await world.pass(.hours(12))
        #expect(threshold(try await world.notices(world.sue)) == ["f50"])
    }

    @Test func withoutASupervisorItReachesAnAdmin() async throws {
        let world = try await World.make()
        try await world.question(at: world.clock.now)
        _ = try await world.desk.perform(
            SavePerson(
                unixUser: "sue", displayName: "Sue", role: .supervisor, scope: .all,
                isActive: false), as: world.ops)
        try await world.pass(.hours(12))
        #expect(threshold(try await world.notices(world.ops)) == ["f50"])
    }

    @Test func aBreachIsOfItsDueInstantAndRepeatsEveryFourHours() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        let due = try #require(try await world.debts(ticket).first?.platformDue)
        world.clock.advance(to: due + .minutes(40))
        _ = try await world.desk.runDue()
        let breach = try #require(try await world.breaches().first)
        #expect(breach.dueAt == due)
        #expect(breach.noticedAt == due + .minutes(40))
        #expect(threshold(try await world.notices(world.sue)) == ["breach"])
        try await world.pass(.hours(8))
        #expect(threshold(try await world.notices(world.sue)) == ["breach", "a1", "a2"])
        #expect(try await world.breaches().count == 1)
        let counts = try await world.desk.perform(ListTickets(queue: .late), as: world.sue).counts
        #expect(counts.late == 1)
        #expect(counts.notices == 1)
        try await world.checkRecord()
    }

    @Test func theDesksOwnTargetIsNeverCalledLate() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", next: 60))
        let ticket = try await world.question(at: world.clock.now)
        try await world.pass(.hours(3))
        let list = try await world.desk.perform(ListTickets(queue: .late), as: world.sue)
        #expect(list.counts.late == 0)
        #expect(list.total == 0)
        #expect(list.counts.soon == 1)
        let stored = try await world.ticket(ticket)
        #expect(UrgencyBand(limit: stored.actBy, now: world.clock.now) == .over)
        #expect(try await world.breaches().map(\.key.kind) == [.next])
    }

    @Test func aMessageThatCameTooLateIsTheChannelsBreach() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now - .hours(30))
        _ = try await world.desk.runDue()
        let breach = try #require(try await world.breaches().first)
        #expect(breach.cause == .channel)
        #expect(breach.ticket == ticket)
        #expect(breach.dueAt < world.clock.now - .hours(5))
    }

    @Test func aListOfBreachesIsCutAndSaysHowManyThereAre() async throws {
        let world = try await World.make()
        for number in 0..<3 {
            try await world.question(
                from: RelayMails(alias: "buyer\(number)abcdef", order: nil),
                at: world.clock.now - .minutes(Int64(number)))
        }
        try await world.pass(.hours(25))
        let call = ListBreaches(from: Timestamp(seconds: 0), to: world.clock.now, limit: 2)
        let reply = try await world.desk.perform(call, as: world.sue)
        #expect(reply.total == 3)
        let all = try await world.breaches()
        #expect(reply.breaches.map(\.key) == all.suffix(2).map(\.key))
        #expect(all.map(\.dueAt) == all.map(\.dueAt).sorted())
    }

    @Test func aSupervisorExcusesABreachAndItStays() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        try await world.pass(.hours(25))
        let breach = try #require(try await world.breaches().first)
        let call = ExcuseBreach(
            ticket: ticket, key: breach.key, category: .channelOutage, reason: "mail was down")
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ana) } == .notAllowed)
        let excused = try await world.desk.perform(call, as: world.sue)
        #expect(excused.excuse == .channelOutage)
        #expect(try await world.breaches().map(\.excuse) == [.channelOutage])
        var unknown = call
        unknown.key = ClockKey(breach.key.subject, .next)
        #expect(
            await code {
                _ = try await world.desk.perform(unknown, as: world.sue)
            } == .breachNotFound)
        try await world.checkRecord()
    }

    @Test func readingNoticesTakesThemFromTheCount() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        try await world.pass(.hours(12))
        let counts = try await world.desk.perform(ReadNotices(tickets: [ticket]), as: world.sue)
        #expect(counts.notices == 0)
        #expect(try await world.notices(world.sue).isEmpty)
        // A further threshold is news again.
        try await world.pass(.hours(6))
        #expect(threshold(try await world.notices(world.sue)) == ["l360"])
    }

    @Test func aCasesDeadlineIsWarnedOf() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first).id
        try await world.pass(.days(3) - .hours(5))
        let notices = try await world.notices(world.sue)
        #expect(notices.map(\.row.id) == [ticket])
        #expect(threshold(notices) == ["l360"])
        let item = try #require(try await world.database.read { try $0.cases(of: ticket) }.first)
        _ = try await world.desk.perform(
            HandleCase(item: item.id, act: .handled, reason: "answered"), as: world.ana)
        try await world.pass(.days(2))
        #expect(try await world.breaches().isEmpty)
        try await world.checkRecord()
    }

    @Test func aHeldTicketsOwnerHearsWhenItIsTimeToLook() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        _ = try await world.answer(on: ticket)
        _ = try await world.desk.perform(
            HoldTicket(
                ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .hours(20)),
            as: world.ana)
        try await world.pass(.hours(21))
        #expect(try await world.ticket(ticket).state == .open)
        #expect(threshold(try await world.notices(world.ana, all: true)) == ["l0"])
        try await world.checkRecord()
    }

    @Test func aNoteThatNobodyLooksAtClimbsTheLadder() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now)
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        _ = try await world.answer(on: ticket)
        let due = world.clock.now + .days(1)
        _ = try await world.desk.perform(
            AddNote(ticket: ticket, text: "Rückruf", due: due), as: world.ana)
        let note = try #require(try await world.messages(ticket).last?.id)
        try await world.pass(.days(1) + .hours(1))
        #expect(try await world.notices(world.ana).isEmpty)
        try await world.pass(.hours(1) + .minutes(1))
        #expect(threshold(try await world.notices(world.ana)) == ["f50"])
        #expect(try await world.notices(world.sue).isEmpty)
        try await world.pass(.hours(2))
        #expect(threshold(try await world.notices(world.sue)) == ["l30", "breach"])
        let breaches = try await world.breaches()
        #expect(breaches.map(\.key) == [ClockKey(.note(note), .review)])
        #expect(breaches.map(\.dueAt) == [due + .hours(4)])
        _ = try await world.desk.perform(SetNoteDue(note: note, due: nil), as: world.ana)
        #expect(try await world.notices(world.sue).isEmpty)
        #expect(try await world.notices(world.ana).isEmpty)
        try await world.pass(.days(1))
        #expect(try await world.breaches().count == 1)
        try await world.checkRecord()
    }

    @Test func whenNobodyIsThereTheOrphanAlarmIsOn() async throws {
        let database = try DeskDatabase.inMemory()
        let world = try await World.make(database: database)
        try await world.question(at: world.clock.now)
        for user in ["sue", "ops"] {
            try await database.write(as: .service("test"), at: world.clock.now) { transaction in
                guard var person = try transaction.person(unixUser: user) else { return }
                person.isActive = false
                try transaction.record(.personSaved(person))
            }
        }
        world.clock.advance(by: .hours(12))
        _ = try await world.desk.runDue()
        let open = try await database.read { try $0.openAlarms() }
        #expect(open.map(\.alarm.kind) == [.orphan])
        #expect(open.first?.alarm.store == World.europe)
        try await database.write(as: .service("test"), at: world.clock.now) { transaction in
            guard var person = try transaction.person(world.sue.person) else { return }
            person.isActive = true
            try transaction.record(.personSaved(person))
        }
        _ = try await world.desk.runDue()
        #expect(try await database.read { try $0.openAlarms() }.isEmpty)
    }

    @Test func manyThatAreDueAreToldInOneGo() async throws {
        let world = try await World.make()
        for number in 0..<40 {
            let digits = String(1_000_000 + number)
            let mails = RelayMails(
                alias: "ccc\(digits)cccc", caseID: "83cf863f-e92f-442f-d405-12345\(digits)",
                order: "305-0000000-\(digits)")
            try await world.receive(mails.buyer("Wo?", at: world.clock.now))
        }
        world.clock.advance(by: .hours(20))
        _ = try await world.desk.runDue()
        let notices = try await world.notices(world.sue)
        #expect(notices.count == 40)
        #expect(Set(notices.map(\.threshold)) == [.lead(360)])
        #expect(
            try await world.database.read { try $0.clocksDue(at: world.clock.now, limit: 9) }
                .isEmpty)
    }

    /// More of them than a turn takes, all earlier than the clock that has something to say.
    @Test func whatHasNothingToSayHoldsUpNobodyBehindIt() async throws {
        let database = try DeskDatabase.inMemory()
        let world = try await World.make(database: database)
        try await world.question(at: world.clock.now)
        try database.tamper(
            """
            WITH RECURSIVE number (n) AS (
                SELECT 90001 UNION ALL SELECT n + 1 FROM number WHERE n < 91200)
            INSERT INTO clock_run (
                subject, kind, ticket, store, cycle, start, is_start_estimated, is_born_late,
                target, state, due, marks, passed, next_at)
            SELECT 'hold/' || n, 'review', run.ticket, run.store, 1, 0, 0, 0, 60, 'running', 60000,
                '', '', 60000 + n % 3 FROM number CROSS JOIN clock_run AS run
            """)
        world.clock.advance(by: .hours(12))
        #expect(try await world.desk.sweepClocks() == 1)
        #expect(threshold(try await world.notices(world.sue)) == ["f50"])
    }
}
