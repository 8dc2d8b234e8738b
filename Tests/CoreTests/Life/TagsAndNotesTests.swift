import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct TagsAndNotesTests {
    @Test func tagsComeFromTheRegistryAndFollowUpsInheritStickyOnes() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        let made = TagTicket(ticket: ticket, tag: "broken")
        #expect(await code { _ = try await world.desk.perform(made, as: world.ana) } == .tagUnknown)
        #expect(
            await code {
                _ = try await world.desk.perform(SaveTag(tag: Tag(name: "x")), as: world.ana)
            } == .notAllowed)
        _ = try await world.desk.perform(
            SaveTag(tag: Tag(name: "Broken", aliases: ["kaputt"], isSticky: true)), as: world.sue)
        _ = try await world.desk.perform(SaveTag(tag: Tag(name: "refund")), as: world.sue)
        _ = try await world.desk.perform(TagTicket(ticket: ticket, tag: "Kaputt"), as: world.ana)
        let row = try await world.desk.perform(
            TagTicket(ticket: ticket, tag: "refund"), as: world.ana)
        #expect(row.tags == ["broken", "refund"])
        #expect(TicketDocument(row: row, messages: nil).tags == ["broken", "refund"])
        let list = try await world.desk.perform(ListTags(), as: world.ana)
        #expect(list.tags.map(\.tickets) == [1, 1])
        #expect(list.untagged == 0)

        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        _ = try await world.answer(on: ticket, then: .resolved)
        try await world.pass(.days(31))
        let next = try await world.question("Wieder kaputt", from: mails, at: world.clock.now)
        #expect(next != ticket)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: next, refreshOrder: false), as: world.ana)
        #expect(shown.row.tags == ["broken"])
        #expect(shown.life?.links.map(\.link.kind) == [.follows])
        #expect(shown.life?.formerOwner == world.ana.person)
        try await world.checkRecord()
    }

    @Test func aNameInANoteTellsAndWatches() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        // Mia may not see the store, so nobody tells her that the ticket exists.
        _ = try await world.desk.perform(
            AddNote(ticket: ticket, text: "@ben bitte, und @mia, @nobody"), as: world.ana)
        func told(_ person: Principal) async throws -> [PersonalNotice.Kind] {
            try await world.desk.perform(ListMentions(), as: person).mentions.map(\.notice.kind)
        }
        #expect(try await told(world.ben) == [.mention])
        #expect(try await told(world.mia) == [])
        #expect(try await told(world.ana) == [])
        world.clock.advance(by: .hours(1))
        try await world.receive(mails.buyer("Hallo?", at: world.clock.now))
        #expect(try await told(world.ben) == [.buyer, .mention])
        let newest = try #require(
            try await world.desk.perform(ListMentions(), as: world.ben).mentions.first?.id)
        let left = try await world.desk.perform(ReadMentions(through: newest), as: world.ben)
        #expect(left.unread == 0)
        _ = try await world.desk.perform(
            FlagTicket(ticket: ticket, flag: .muted, isOn: true), as: world.ana)
        _ = try await world.desk.perform(AddNote(ticket: ticket, text: "@ben"), as: world.ana)
        #expect(try await told(world.ben) == [])
        let watched = try await world.desk.perform(ListTickets(queue: .watching), as: world.ben)
        #expect(watched.rows.map(\.id) == [ticket])
        #expect(watched.total == 1)
        try await world.checkRecord()
    }

    @Test func aNoteAsksForALookAndHoldsBackTheAutomaticEnd() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        _ = try await world.desk.perform(
            AddNote(ticket: ticket, text: "Rückruf", due: world.clock.now + .days(9)),
            as: world.ana)
        try await world.pass(.days(8))
        #expect(try await world.ticket(ticket).state == .pending)
        try await world.pass(.days(1))
        let notices = try await world.desk.perform(ListMentions(), as: world.ana).mentions
        #expect(notices.map(\.notice.kind) == [.noteDue])
        let looks = try await world.desk.perform(ListTickets(queue: .looks), as: world.ana)
        #expect(looks.rows.map(\.id) == [ticket])
        let note = try #require(notices.first?.notice.message)
        _ = try await world.desk.perform(SetNoteDue(note: note, due: nil), as: world.ana)
        #expect(
            try await world.desk.perform(ListTickets(queue: .looks), as: world.ana).rows.isEmpty)
        try await world.pass(.hours(2))
        #expect(try await world.ticket(ticket).state == .resolved)
        try await world.checkRecord()
    }

    @Test func aNoteThatWasTakenAwayAsksForNoLook() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(AddNote(ticket: ticket, text: "weg"), as: world.ana)
        let note = try #require(try await world.messages(ticket).last?.id)
        _ = try await world.desk.perform(DeleteNote(note: note), as: world.ana)
        let call = SetNoteDue(note: note, due: world.clock.now + .days(1))
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.ana) } == .noteDeleted)
    }

    @Test func aNoteIsChangedForTenMinutesAndLeavesATombstone() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(AddNote(ticket: ticket, text: "falsch"), as: world.ana)
        let note = try #require(try await world.messages(ticket).last?.id)
        _ = try await world.desk.perform(EditNote(note: note, text: "richtig"), as: world.ana)
        world.clock.advance(by: .minutes(10) + .seconds(1))
        let late = EditNote(note: note, text: "zu spät")
        #expect(await code { _ = try await world.desk.perform(late, as: world.ana) } == .noteTooOld)
        #expect(
            await code {
                _ = try await world.desk.perform(DeleteNote(note: note), as: world.ben)
            } == .notAllowed)
        #expect(
            await code {
                _ = try await world.desk.perform(DeleteNote(note: note), as: world.mia)
            } == .noteNotFound)
        _ = try await world.desk.perform(DeleteNote(note: note), as: world.sue)
        let shown = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(shown.messages.last?.body == "")
        #expect(shown.messages.last?.fate?.deletedBy == world.sue.person)
        #expect(try await world.database.read { try $0.originalNote(note) } == "richtig")
        try await world.checkRecord()
    }

    @Test func aBulkActTellsWhichRowsItLeft() async throws {
        let world = try await World.make()
        let owed = try await world.question()
        let free = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", order: nil), at: world.clock.now)
        _ = try await world.answer(on: free)
        let reply = try await world.desk.perform(
            ActOnTickets(tickets: [owed, free, free, TicketID(99)], act: .resolve), as: world.ana)
        #expect(reply.done.map(\.id) == [free])
        #expect(reply.refused.map(\.ticket) == [owed, TicketID(99)])
        #expect(reply.refused.map(\.error.code) == [.ticketDebtOwed, .ticketNotFound])
        let undone = try await world.desk.perform(
            ActOnTickets(tickets: [free], act: .undo), as: world.ana)
        #expect(undone.done.map(\.ticket.state) == [.pending])
        let marked = try await world.desk.perform(
            ActOnTickets(tickets: [owed, free], act: .priority(.urgent)), as: world.ana)
        #expect(marked.done.allSatisfy { $0.ticket.priority == .urgent })
        #expect(
            await code {
                _ = try await world.desk.perform(
                    ActOnTickets(tickets: [], act: .take), as: world.ana)
            } == .bulkEmpty)
        let many = (1...501).map { TicketID(Int64($0)) }
        #expect(
            await code {
                _ = try await world.desk.perform(
                    ActOnTickets(tickets: many, act: .take), as: world.ana)
            } == .bulkTooMany)
        try await world.checkRecord()
    }

    @Test func spamKeepsItsClockAndItsQueue() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let row = try await world.desk.perform(
            FlagTicket(ticket: ticket, flag: .spam, isOn: true), as: world.ana)
        #expect(row.ticket.owedDebts == 1)
        let spam = try await world.desk.perform(ListTickets(queue: .spam), as: world.ana)
        #expect(spam.rows.map(\.id) == [ticket])
        #expect(spam.total == 1)
        let owed = try await world.desk.perform(ListTickets(queue: .owed), as: world.ana)
        #expect(owed.rows.map(\.id) == [ticket])
    }
}
