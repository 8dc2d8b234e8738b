import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct ContentTests {
    let desk: Desk
    let ticket: TicketID

    init() throws {
        desk = try Desk()
        ticket = try desk.ticket()
    }

    @Test func wordsOfAMessageComeBack() throws {
        let (message, _) = try desk.buyerMessage(ticket)
        let content = MessageContent(
            subject: "Größe", body: "荷物\nline two", internetMessageID: "<a@mail.example>",
            replyAddress: "x+y@relay.example", warnings: ["truncated"])
        try desk.write { try $0.putMessage(message, content) }
        #expect(try desk.read { try $0.messageContent(message) } == content)
        let found = try desk.read { try $0.messageByInternetID("<a@mail.example>") }
        #expect(found?.0 == message && found?.1 == ticket)
        #expect(try desk.read { try $0.messageByInternetID("<b@mail.example>") } == nil)
        #expect(try desk.read { try $0.messageContent(MessageID(99)) } == nil)
    }

    @Test func wordsOfNoMessageAreRefused() throws {
        #expect(throws: DeskError.self) {
            try desk.write {
                try $0.putMessage(MessageID(99), MessageContent(subject: "", body: ""))
            }
        }
    }

    @Test func whatAReplyPutsOnTheWireComesBack() throws {
        let item = try desk.reply(ticket)
        let content = OutboxContent(
            from: "desk@seller.example", to: "x@relay.example", subject: "Re: order",
            body: "Hello", internetMessageID: "<out-1@seller.example>", inReplyTo: nil)
        try desk.write { try $0.putOutbox(item, content) }
        #expect(try desk.read { try $0.outboxContent(item) } == content)
        let found = try desk.read { try $0.outboxByInternetID("<out-1@seller.example>") }
        #expect(found?.id == item)
        let second = try desk.reply(ticket)
        #expect(throws: StoreConflict.self) {
            try desk.write { try $0.putOutbox(second, content) }
        }
    }

    @Test func aDraftIsKeptReplacedAndForgotten() throws {
        func keep(_ text: String?) throws {
            try desk.write { db in
                try db.record(
                    .draftKept(
                        DraftMark(
                            ticket: ticket, person: Desk.ann, basis: EventSequence(5),
                            digest: text.map { ContentDigest.of($0) }, at: desk.now)))
                if let text { try db.putDraft(ticket, Desk.ann, text) }
            }
        }
        func draft() throws -> String? {
            try desk.read { try $0.draft(ticket: ticket, person: Desk.ann) }?.text
        }
        try keep("one")
        try keep("two")
        #expect(try draft() == "two")
        #expect(try desk.read { try $0.drafts(of: Desk.ann) }.map(\.basis) == [EventSequence(5)])
        #expect(try desk.read { try $0.drafts(of: Desk.bo) }.isEmpty)
        try keep(nil)
        #expect(try draft() == nil)
    }

    @Test func draftWordsWithoutAMarkCannotBeCommitted() throws {
        #expect(throws: (any Error).self) {
            try desk.write { try $0.putDraft(ticket, Desk.bo, "words") }
        }
    }

    @Test func peopleOfOrdersBuyersAndLimitersComeBack() throws {
        try desk.record(
            .orderSaved(
                Order(
                    id: "1", store: Desk.us, channel: "amazon", marketplace: nil,
                    status: .pending, platformStatus: "P", createdAt: desk.now,
                    updatedAt: desk.now, isFulfilledByPlatform: false)))
        let contact = OrderContact(buyerName: "Lee", city: "Springfield")
        try desk.write { db in
            try db.putOrderContact("1", Desk.us, contact)
            try db.putLimiter(name: "orders", state: "{}")
            try db.putLimiter(name: "orders", state: "{1}")
            try db.putTicketSubject(ticket, "Subject")
        }
        #expect(try desk.read { try $0.orderContact("1", Desk.us) } == contact)
        #expect(try desk.read { try $0.orderContact("2", Desk.us) } == nil)
        #expect(try desk.read { try $0.limiters() } == ["orders": "{1}"])
        #expect(try desk.read { try $0.ticketSubject(ticket) } == "Subject")
        var names: [OrderID] = []
        try desk.read { try $0.forEachOrder { names.append($0.id) } }
        #expect(names == ["1"])
    }

    @Test func whatIsDueComesInOrder() throws {
        let late = try desk.reply(ticket, releaseAt: desk.now + .seconds(9))
        let soon = try desk.reply(ticket, releaseAt: desk.now + .seconds(3))
        try desk.reply(ticket, state: .held, releaseAt: desk.now)
        try desk.read { (db) throws in
            #expect(try db.nextOutboxRelease() == desk.now + .seconds(3))
            let first = try db.outboxDue(now: desk.now + .seconds(3), limit: 9)
            #expect(first.map(\.id) == [soon])
            let both = try db.outboxDue(now: desk.now + .seconds(9), limit: 9)
            #expect(both.map(\.id) == [soon, late])
            #expect(try db.outbox(states: [.held], scope: .only([Desk.eu])).isEmpty)
            #expect(try db.outbox(states: [.held, .queued], scope: .only([Desk.us])).count == 3)
        }
    }
}
