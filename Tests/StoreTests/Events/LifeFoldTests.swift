import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct LifeFoldTests {
    private func change(
        _ ticket: TicketID, _ from: TicketState, _ to: TicketState, counted: Bool = false
    ) -> DeskEvent {
        .ticketStateChanged(
            TicketStateChange(ticket: ticket, from: from, to: to, startsCycle: counted))
    }

    @Test func everyResolutionIsKept() throws {
        let desk = try Desk()
        let ticket = try desk.ticket()
        try desk.record(change(ticket, .new, .resolved))
        let first = desk.now
        desk.now = desk.now + .hours(1)
        try desk.record(change(ticket, .resolved, .open, counted: true))
        desk.now = desk.now + .hours(1)
        try desk.database.writeSync(as: .person(Desk.ann), at: desk.now) { transaction in
            _ = try transaction.record(change(ticket, .open, .resolved))
            _ = try transaction.record(change(ticket, .resolved, .closed))
        }
        let found = try desk.read { try $0.resolutions(of: ticket) }
        #expect(found.map(\.resolvedAt) == [first, desk.now])
        #expect(found.map(\.cycle) == [1, 2])
        #expect(found.map(\.resolvedBy) == [nil, Desk.ann])
        #expect(found.map(\.isCounted) == [true, false])
        #expect(found.map(\.reopenedAt) == [first + .hours(1), nil])
    }

    @Test func mergedItemsKeepTheirClocksAndComeBackWhole() throws {
        let desk = try Desk()
        let old = try desk.ticket()
        let source = try desk.ticket()
        try desk.buyerMessage(old, "first", due: .hours(9))
        let (message, debt) = try desk.buyerMessage(source, "second parcel", due: .hours(3))
        let reply = try desk.reply(source)
        let before = try desk.read { try $0.debt(debt) }
        let move = ItemMove(
            from: source, to: old, cause: .merge, messages: [message], outbox: [reply])
        let standing = TicketStanding(state: .new)
        try desk.write { db in
            try db.record(.life(.itemsMoved(move)))
            try db.record(
                .life(
                    .mergedInto(
                        TicketMerge(
                            source: source, survivor: old, standing: standing, move: move))))
            try db.refile([message])
        }
        try desk.read { (db) throws in
            let moved = try db.debt(debt)
            #expect(moved?.ticket == old)
            #expect(moved?.platformDue == before?.platformDue)
            let survivor = try db.ticket(old)
            #expect(survivor?.owedDebts == 2)
            #expect(survivor?.nextDue == before?.platformDue)
            #expect(survivor?.messageCount == 2)
            #expect(try db.ticket(source)?.mergedInto == old)
            #expect(try db.ticket(source)?.owedDebts == 0)
            #expect(try db.outboxItem(reply)?.ticket == old)
            // An author whose basis is older than the merge has not seen what it brought.
            let basis = EventSequence((survivor?.lastItem.rawValue ?? 0) - 1)
            #expect(try db.items(of: old, after: basis).map(\.id) == [message])
        }
        #expect(try desk.list(search: "parcel") == [old.rawValue])
        try desk.write { db in
            try db.record(
                .life(
                    .unmerged(TicketUnmerge(source: source, survivor: old, standing: standing))))
            try db.record(.life(.itemsMoved(move.reversed)))
            try db.refile([message])
        }
        try desk.read { (db) throws in
            #expect(try db.ticket(source)?.state == .new)
            #expect(try db.ticket(source)?.mergedInto == nil)
            #expect(try db.ticket(source)?.nextDue == before?.platformDue)
            #expect(try db.ticket(old)?.owedDebts == 1)
        }
        #expect(try desk.list(search: "parcel") == [source.rawValue])
        #expect(try desk.database.rebuildSync().differences == [:])
    }

    @Test func aTicketIsMergedOnce() throws {
        let desk = try Desk()
        let (one, two) = (try desk.ticket(), try desk.ticket())
        let merge = TicketMerge(
            source: two, survivor: one, standing: TicketStanding(state: .new),
            move: ItemMove(from: two, to: one, cause: .merge, messages: []))
        try desk.record(.life(.mergedInto(merge)))
        #expect(throws: DeskError.self) { try desk.record(.life(.mergedInto(merge))) }
    }

    @Test func personalListsAndSpamAreExact() throws {
        let desk = try Desk()
        let tickets = try (0..<4).map { _ in try desk.ticket() }
        for ticket in tickets { try desk.buyerMessage(ticket) }
        try desk.record(
            .life(.watched(tickets[0], Desk.ann)), .life(.watched(tickets[1], Desk.bo)),
            .life(.watched(tickets[2], Desk.ann)),
            .life(.flagsChanged(FlagChange(ticket: tickets[3], from: [], to: .spam))))
        #expect(try Set(desk.list(.watching)) == [tickets[0].rawValue, tickets[2].rawValue])
        #expect(try desk.total(.watching) == 2)
        #expect(try desk.list(.spam) == [tickets[3].rawValue])
        #expect(try desk.total(.spam, scope: .only([Desk.eu])) == 0)
        #expect(try desk.list(.watching, scope: .only([Desk.eu])) == [])
        let note = try desk.write { try $0.nextMessageID() }
        try desk.record(
            .messageAdded(
                Message(
                    id: note, ticket: tickets[1], direction: .note, kind: .note,
                    platformTime: desk.now, storedAt: desk.now, author: Desk.ann)),
            .life(
                .noteDueSet(
                    NoteDue(message: note, ticket: tickets[1], due: desk.now + .hours(1)))))
        #expect(try desk.list(.looks) == [])
        desk.now = desk.now + .hours(1)
        #expect(try desk.list(.looks) == [tickets[1].rawValue])
        #expect(try desk.total(.looks) == 1)
    }

    @Test func aDeletedNoteIsSealedAndNoLongerFound() throws {
        let desk = try Desk()
        let ticket = try desk.ticket()
        let note = try desk.write { db in
            let note = try db.nextMessageID()
            try db.record(
                .messageAdded(
                    Message(
                        id: note, ticket: ticket, direction: .note, kind: .note,
                        platformTime: desk.now, storedAt: desk.now, author: Desk.ann,
                        bodyDigest: digest("secret words"))))
            try db.putMessage(note, MessageContent(subject: "", body: "secret words"))
            return note
        }
        #expect(try desk.list(search: "secret") == [ticket.rawValue])
        try desk.write { db in
            try db.record(.life(.noteDeleted(note)))
            try db.sealNote(note)
        }
        #expect(try desk.list(search: "secret") == [])
        try desk.read { (db) throws in
            #expect(try db.messageContent(note) == nil)
            #expect(try db.originalNote(note) == "secret words")
            #expect(try db.tombstone(of: note)?.at == desk.now)
        }
        #expect(try desk.database.rebuildSync().differences == [:])
    }
}
