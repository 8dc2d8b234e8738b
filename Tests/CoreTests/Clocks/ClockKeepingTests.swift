import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct ClockKeepingTests {
    @Test func everyDebtHasThePlatformsClockWithoutAnyPolicy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let clocks = try await world.clocks(ticket)
        let debt = try #require(try await world.debts(ticket).first)
        #expect(Array(clocks.keys) == [.platform])
        #expect(clocks[.platform]?.due == debt.platformDue)
        #expect(try await world.ticket(ticket).internalDue == nil)
        try await world.checkRecord()
    }

    @Test func aPolicyGivesItsOwnClocksAndOrdersTheList() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", first: 120, next: 240, resolve: 2880))
        let ticket = try await world.question()
        let clocks = try await world.clocks(ticket)
        let start = try #require(clocks[.platform]?.start)
        #expect(clocks[.first]?.due == start + .hours(2))
        #expect(clocks[.next]?.due == start + .hours(4))
        #expect(clocks[.resolve]?.due == start + .days(2))
        let stored = try await world.ticket(ticket)
        #expect(stored.internalDue == start + .hours(2))
        #expect(stored.actBy == start + .hours(2))
        try await world.checkRecord()
    }

    @Test func anAnswerEndsTheTurnAndPausesTheResolution() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", first: 120, next: 240, resolve: 2880))
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        var clocks = try await world.clocks(ticket)
        #expect(clocks[.platform]?.state == .met)
        #expect(clocks[.first]?.state == .met)
        #expect(clocks[.next]?.state == .met)
        #expect(clocks[.resolve]?.state == .paused)
        #expect(try await world.ticket(ticket).internalDue == nil)
        world.clock.advance(by: .hours(5))
        try await world.receive(RelayMails().buyer("Und jetzt?", at: world.clock.now))
        clocks = try await world.clocks(ticket)
        #expect(clocks[.resolve]?.state == .running)
        let paused = try #require(clocks[.resolve]?.due) - (World.start - .hours(1) + .days(2))
        #expect(paused >= .hours(4) && paused <= .hours(6))
        try await world.checkRecord()
    }

    @Test func anotherPriorityOrCategoryRetargetsFromTheStart() async throws {
        let world = try await World.make()
        try await world.keep(
            World.policy("damaged", next: 120) {
                $0.conditions.categories = [.damagedDefective]
            }, World.policy("usual", next: 600))
        let ticket = try await world.question("Guten Tag, eine Frage zum Artikel.")
        let start = try #require(try await world.clocks(ticket)[.platform]?.start)
        #expect(try await world.clocks(ticket)[.next]?.due == start + .hours(10))
        try await world.receive(
            RelayMails().buyer(
                "Der Artikel ist defekt und beschädigt angekommen.", at: world.clock.now))
        #expect(try await world.ticket(ticket).category == .damagedDefective)
        #expect(try await world.clocks(ticket)[.next]?.due == start + .hours(2))
        let reply = try await world.desk.perform(
            ExplainDeadlines(ticket: ticket), as: world.ana)
        let next = try #require(reply.clocks.first { $0.key.kind == .next })
        #expect(
            next.steps.contains {
                guard case .retarget(_, .facts, let old, let new) = $0 else { return false }
                return old == start + .hours(10) && new == start + .hours(2)
            })
        try await world.checkRecord()
    }

    @Test func aMarketplacesWindowHoldsForMessagesFromItsDayOn() async throws {
        let world = try await World.make()
        let before = try await world.question()
        let from = world.clock.now + .hours(1)
        try await world.approved(
            SetPlatformWindow(
                window: PlatformWindow(marketplace: "DE", from: from, seconds: 43_200)))
        world.clock.advance(by: .hours(3))
        let other = RelayMails(
            alias: "bbb222bbb222bb", caseID: "83cf863f-e92f-442f-d405-123456789012",
            order: "305-1111111-2222222")
        let after = try await world.question(from: other, at: world.clock.now)
        func window(_ ticket: TicketID) async throws -> Duration? {
            try await world.debts(ticket).first.map { $0.platformDue - $0.start }
        }
        #expect(try await window(before) == .hours(24))
        let marketplace = try await world.ticket(after).marketplace
        #expect(try await window(after) == (marketplace == "DE" ? .hours(12) : .hours(24)))
        #expect(marketplace == "DE")
    }

    /// A calendar that is too short for a policy is refused; where one slipped in all the same,
    /// mails come in and the platform's clock runs.
    @Test func aCalendarThatNeverOpensHoldsUpNoMail() async throws {
        let world = try await World.make()
        try await world.keep()
        let minute = WorkCalendar(
            id: "minute", version: 0, title: "Minute", zone: "UTC",
            week: WorkWeek(mon: [OpenSpan("09:00-09:01")].compactMap { $0 }))
        _ = try await world.desk.perform(SaveCalendar(calendar: minute), as: world.ops)
        var policy = World.policy("long", first: 43_200)
        policy.calendar = "minute"
        let call = SavePolicy(policy: policy)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.sue) }
                == .calendarNeverOpens)
        try await world.keep(World.policy("usual", first: 43_200))
        var shorter = minute
        shorter.id = "always"
        shorter.version = 1
        #expect(
            await code {
                _ = try await world.desk.perform(SaveCalendar(calendar: shorter), as: world.ops)
            } == .calendarNeverOpens)
        policy.version = 1
        try await world.database.write(as: .service("test"), at: world.clock.now) { [policy] in
            _ = try $0.record(.clock(.policySaved(policy)))
            _ = try $0.record(.clock(.policiesOrdered(["long", "usual"])))
        }
        let ticket = try await world.question()
        #expect(
            try await world.clocks(ticket).keys.sorted { $0.rawValue < $1.rawValue } == [.platform])
        _ = try await world.desk.perform(
            SetPriority(ticket: ticket, priority: .high), as: world.ana)
        try await world.checkRecord()
    }

    @Test func applyingToOpenDebtsIsShownFirst() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", next: 600))
        let ticket = try await world.question()
        var policy = World.policy("usual", next: 300)
        policy.version = 1
        try await world.keep(policy)
        let start = try #require(try await world.clocks(ticket)[.platform]?.start)
        let preview = try await world.desk.perform(ApplyPolicies(isPreview: true), as: world.sue)
        #expect(preview.tickets == 1)
        #expect(preview.changes.map(\.new) == [start + .hours(5)])
        #expect(try await world.clocks(ticket)[.next]?.due == start + .hours(10))
        try await world.approved(ApplyPolicies(isPreview: false))
        #expect(try await world.clocks(ticket)[.next]?.due == start + .hours(5))
        try await world.checkRecord()
    }

    @Test func anOlderVersionsDebtsGetTheirClocksAtTheStart() async throws {
        let database = try DeskDatabase.inMemory()
        let old = try await World.make(database: database)
        let ticket = try await old.question()
        // A debt that was written past the keeper, as an older version did.
        let debt = try #require(try await old.debts(ticket).first)
        let message = try #require(try await old.messages(ticket).first)
        let number = try await database.write(as: .service("test"), at: old.clock.now) {
            transaction in
            var copy = message
            copy.id = try transaction.nextMessageID()
            copy.rawMail = nil
            try transaction.record(.messageAdded(copy))
            var second = debt
            second.id = try transaction.nextDebtID()
            second.message = copy.id
            try transaction.record(.debtCreated(second))
            return second.id
        }
        #expect(
            try await database.read { try $0.ticketsWithoutClocks(at: World.start, limit: 9) }
                == [ticket])
        _ = try await World.make(database: database)
        let keys = try await database.read { try $0.clocks(of: ticket) }.map(\.key)
        #expect(keys.contains(ClockKey(.debt(number), .platform)))
    }

    @Test func olderVersionsAreRefusedAndHistoryTellsWhatChanged() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", next: 600))
        #expect(
            await code {
                try await world.keep(World.policy("usual", next: 300))
            } == .policyChanged)
        var policy = World.policy("usual", next: 300)
        policy.version = 1
        try await world.keep(policy)
        let shown = try await world.desk.perform(ShowPolicy(policy: "usual"), as: world.ana)
        #expect(shown.versions.map(\.value.version) == [2, 1])
        #expect(
            shown.versions.first?.changes == [
                FieldChange(field: "next", before: "600 min", after: "300 min")
            ])
        #expect(shown.versions.first?.savedBy == "Sue")
        #expect(
            await code {
                _ = try await world.desk.perform(SavePolicy(policy: policy), as: world.ana)
            } == .notAllowed)
    }
}
