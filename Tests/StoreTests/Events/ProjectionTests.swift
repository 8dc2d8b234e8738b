import EventSamples
import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct ProjectionTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        desk.now = SampleEvents.time
        for event in SampleEvents.all { try desk.record(event) }
    }

    @Test func everyKindOfEventComesBackFromTheLogAsItWas() throws {
        let stored = try desk.read { try $0.events(after: EventSequence(4), limit: 1000) }
        #expect(stored.map(\.event) == SampleEvents.all)
        let kinds = Set(stored.map(\.event.kind))
        #expect(kinds.count == Set(stored.map { Self.caseName($0.event) }).count)
        #expect(stored.map(\.sequence.rawValue) == Array(5...Int64(4 + SampleEvents.all.count)))
        #expect(stored.allSatisfy { $0.actor == .service("test") && $0.at == SampleEvents.time })
    }

    /// Name of an event's case, with that of the area's own event inside it.
    private static func caseName(_ event: DeskEvent) -> String {
        guard let outer = Mirror(reflecting: event).children.first else { return "\(event)" }
        let inner = Mirror(reflecting: outer.value)
        let detail = inner.displayStyle == .enum ? inner.children.first?.label ?? "" : ""
        return "\(outer.label ?? "").\(detail)"
    }

    @Test func actorsComeBackFromTheLog() throws {
        try desk.database.writeSync(as: .person(Desk.bo), at: desk.now) { transaction in
            _ = try transaction.record(.cursorMoved(SyncCursor(name: "a", value: "1")))
        }
        let last = try desk.read { try $0.events(after: try $0.lastSequence().before, limit: 1) }
        #expect(last.map(\.actor) == [.person(Desk.bo)])
    }

    @Test func setUpRows() throws {
        try desk.read { (db) throws in
            #expect(try db.stores().map(\.id) == ["nova-eu", "nova-jp", "nova-us"])
            #expect(try db.store("nova-us") == Desk.profile("nova-us", ["US", "CA"]))
            #expect(try db.person(PersonID(3)) == Desk.person(PersonID(3), "cho"))
            #expect(try db.person(unixUser: "cho")?.id == PersonID(3))
            #expect(try db.template("hello.de")?.body == "Guten Tag {{name}}")
            #expect(try db.templates().map(\.key) == ["folder.de", "hallo.de", "hello.de"])
        }
    }

    @Test func mailRows() throws {
        try desk.read { (db) throws in
            let settled = try db.settledMail(store: Desk.us, dedupeKey: digest("key"))
            #expect(settled?.outcome == .message)
            #expect(settled?.ticket == TicketID(1))
            #expect(settled?.reason == "relay")
            #expect(try db.rawMail(RawMailID(1)) == settled)
            #expect(try db.isKnownRaw(mailbox: "desk", origin: "uid 17:4021"))
            #expect(try !db.isKnownRaw(mailbox: "desk", origin: "uid 17:4023"))
            #expect(try db.rawMailsToSettle(limit: 9).isEmpty)
            #expect(try db.rawMailCounts() == [.message: 1, .ignored: 1])
            #expect(
                try db.buyer(store: Desk.us, aliasDigest: digest("alias"))?.id == BuyerID(1))
            #expect(try db.cursor("mailbox:desk") == #"{"uid":4021}"#)
        }
    }

    @Test func threadRows() throws {
        try desk.read { (db) throws in
            let message = try #require(try db.messages(of: TicketID(1)).first)
            #expect(message.sequence == EventSequence(11))
            #expect(message.languageConfidence == 0.625)
            #expect(message.joinedBy == .platformThread)
            #expect(try db.attachments(of: MessageID(1)).map(\.mediaType) == ["image/png"])
            #expect(try db.items(of: TicketID(1), after: EventSequence(10)).count == 1)
            #expect(try db.items(of: TicketID(1), after: EventSequence(11)).isEmpty)
            #expect(try db.ticketByThreadKey(store: Desk.us, key: "thread") == TicketID(1))
            #expect(try db.tickets(buyer: BuyerID(1)).count == 1)
            #expect(try db.tickets(order: "305-7714402-1187543").count == 1)
            let events = try db.events(of: TicketID(1)).count
            #expect(events == 38)
        }
    }

    @Test func ticketIsTheSumOfItsEvents() throws {
        let ticket = try #require(try desk.read { try $0.ticket(TicketID(1)) })
        let expected = Ticket(
            id: TicketID(1), store: Desk.us, marketplace: "US", buyer: BuyerID(1),
            order: "305-7714402-1187543", state: .hold, owner: Desk.ann, language: "de",
            category: .whereIsMyOrder, openedAt: SampleEvents.time,
            lastActivityAt: SampleEvents.time, holdReason: "carrier",
            reviewAt: SampleEvents.time + .days(2), messageCount: 1, attachmentCount: 1,
            lastItem: EventSequence(11))
        #expect(ticket == expected)
    }

    @Test func caseRows() throws {
        try desk.read { (db) throws in
            let item = try #require(try db.deskCase(CaseID(1)))
            #expect(item.state == .answered)
            #expect(item.notices == 2)
            #expect(item.isDeadlineNamed)
            #expect(item.reviewDue == SampleEvents.time + .hours(72))
            #expect(item.settledAt == SampleEvents.time + .seconds(9))
            #expect(try db.cases(of: TicketID(2)) == [item])
            #expect(try db.cases(order: "305-0000000-0000002", store: Desk.us) == [item])
            #expect(try db.cases(order: "305-0000000-0000002", store: Desk.eu).isEmpty)
            #expect(try db.nextCase(of: TicketID(2)) == nil)
            #expect(try db.namedOrders(of: TicketID(2)) == ["305-0000000-0000001"])
        }
    }

    @Test func contactLimitRows() throws {
        try desk.read { (db) throws in
            #expect(try db.optOut(store: Desk.us, buyer: BuyerID(1), order: nil) != nil)
            #expect(try db.optOut(store: Desk.eu, buyer: BuyerID(1), order: nil) == nil)
            #expect(try db.optOut(store: Desk.us, buyer: nil, order: nil) == nil)
            let end = SampleEvents.time + .hours(120)
            #expect(try db.restrictions(at: end - .seconds(1)).map(\.store) == [Desk.us])
            #expect(try db.restrictions(at: end).isEmpty)
        }
    }

    @Test func replyRows() throws {
        try desk.read { (db) throws in
            let item = try #require(try db.outboxItem(OutboxID(1)))
            #expect(item.state == .accepted)
            #expect(item.acceptedAt == SampleEvents.time)
            #expect(item.evidence == "250")
            #expect(item.override?.rules == ["CON-01"])
            #expect(item.stateAfter == .resolved)
            #expect(try db.outboxByIdempotencyKey(digest("send")) == item)
            #expect(try db.answerPendingDebts(outbox: OutboxID(1)).map(\.id) == [DebtID(1)])
            #expect(try db.outboxAcceptedBefore(SampleEvents.time) == [item])
            #expect(try db.outboxAcceptedBefore(SampleEvents.time - .seconds(1)).isEmpty)
            #expect(try db.debtCounts() == [.answerPending: 1])
        }
    }

    @Test func orderRows() throws {
        let orders = SampleEvents.all.compactMap { event in
            if case .orderSaved(let order) = event { order } else { nil }
        }
        let saved = try #require(orders.first)
        try desk.read { (db) throws in
            let found = try #require(try db.order(saved.id, store: nil))
            #expect(found.order == saved)
            #expect(found.refreshedAt == SampleEvents.time)
            #expect(try db.order(saved.id, store: Desk.eu) == nil)
            #expect(try db.orderTotal(scope: .only([Desk.us])) == 1)
            #expect(try db.orders(scope: .only([Desk.eu])).isEmpty)
        }
    }

    @Test func workRows() throws {
        try desk.read { (db) throws in
            let job = try #require(try db.job(JobID(1)))
            #expect(job.state == .dead)
            #expect(job.attempts == 3)
            #expect(try db.unfinishedJob(kind: "order-refresh", key: "1") == nil)
            let health = try #require(try db.syncHealth().first)
            #expect(health.lastSuccess == nil)
            #expect(health.lastAttempt == SampleEvents.time + .seconds(2))
            #expect(health.failure?.errorClass == .throttled)
        }
    }

    @Test func rowsEqualTheirReplay() throws {
        #expect(try desk.database.rebuildSync().differences == [:])
    }
}

extension EventSequence {
    var before: EventSequence { EventSequence(rawValue - 1) }
}
