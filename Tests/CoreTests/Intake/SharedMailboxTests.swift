import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// One mailbox for the stores of two sellers: a mail that names neither is nobody's to guess.
@Suite struct SharedMailboxTests {
    private static let other: StoreID = "kumo-eu"
    private static let shared: DeskSettings = {
        var settings = World.settings
        settings.stores.append(
            StoreProfile(
                id: other, channel: "amazon", sellerID: "A3KUMOEXAMPLE", region: "eu",
                marketplaces: ["DE"], mailbox: "desk-eu", address: "desk+kumo@desk.example"))
        return settings
    }()

    private func mails(_ alias: String, to: String) -> RelayMails {
        var mails = RelayMails(alias: alias, order: nil)
        mails.to = to
        return mails
    }

    @Test func aMailThatNamesNoStoreWaitsForAPerson() async throws {
        let world = try await World.make(settings: Self.shared)
        let mails = mails("nobodysbuyer1", to: "desk@desk.example")
        try await world.receive(mails.buyer("Hallo?", at: world.clock.now))
        #expect(try await world.tickets().isEmpty)
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(held.map(\.reasons) == [["no-store"]])
        let mail = try #require(held.first).id
        #expect(
            await code {
                _ = try await world.desk.perform(
                    ReleaseQuarantine(mail: mail, reason: "ours"), as: world.sue)
            } == .quarantineNeedsStore)
        _ = try await world.desk.perform(
            ReleaseQuarantine(mail: mail, store: Self.other, reason: "Kumo's product"),
            as: world.sue)
        let ticket = try #require(try await world.tickets().first)
        #expect(ticket.store == Self.other)
        // From now on the buyer is known.
        world.clock.advance(by: .minutes(5))
        try await world.receive(mails.buyer("Noch da?", at: world.clock.now))
        #expect(try await world.messages(ticket.id).count == 2)
        try await world.checkRecord()
    }

    private static let plain = "desk@desk.example"

    /// A forgery stays one, and naming a store for it is no proof of where it came from.
    @Test func aForgeryKeepsItsReasons() async throws {
        let world = try await World.make(settings: Self.shared)
        var forged = mails("nobodysbuyer2", to: Self.plain)
        forged.extraHeaders = [
            "Authentication-Results: mx.desk.example; spf=fail; dkim=fail; dmarc=fail"
        ]
        try await world.receive(forged.buyer("Bitte hier klicken.", at: world.clock.now))
        try await world.receive(
            mails("nobodysbuyer3", to: Self.plain).lookAlike(at: world.clock.now))
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(
            Set(held.map(\.reasons)) == [
                ["spf-failed", "dkim-failed", "dmarc-failed"], ["look-alike-sender"],
            ], "\(held.map(\.reasons))")
    }

    /// A copy of an answer of which only the store was named still proves nothing.
    @Test func namingTheStoreIsNoProof() async throws {
        let world = try await World.make(settings: Self.shared)
        var copying = mails("nobodysbuyer4", to: Self.plain)
        copying.name = "Ada Sommer"
        let ticket = try await world.question(
            from: {
                var asked = copying
                asked.to = "desk+kumo@desk.example"
                return asked
            }())
        world.clock.advance(by: .minutes(5))
        try await world.receive(
            copying.ownCopy("Es kommt morgen.", at: world.clock.now, results: nil))
        let held = try #require(
            try await world.desk.perform(ListQuarantine(), as: world.sue).mails.first)
        #expect(held.reasons == ["no-store"])
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: held.id, store: Self.other, reason: "Kumo's"), as: world.sue)
        #expect(reply.outcome == .quarantined)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let again = try #require(
            try await world.desk.perform(ListQuarantine(), as: world.sue).mails.first)
        #expect(again.reasons == ["unproven-copy"])
        #expect(again.store == Self.other)
        try await world.checkRecord()
    }

    /// Reports go to the mailbox's sender, never to a store's address: they find the reply themselves.
    @Test func aReportFindsItsReply() async throws {
        let world = try await World.make(settings: Self.shared)
        var asking = mails("novabuyer456", to: "desk+nova@desk.example")
        let ticket = try await world.question(from: asking)
        let item = try await world.answer(on: ticket)
        let id = try #require(
            try await world.database.read { try $0.outboxContent(item.id) }?.internetMessageID)
        world.clock.advance(by: .minutes(5))
        asking.to = Self.plain
        try await world.receive(asking.bounce(of: id, at: world.clock.now))
        #expect(try await world.outboxItem(item.id).state == .bounced)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        try await world.checkRecord()
    }

    @Test func whatNobodyWaitsForIsLeftAsEver() async throws {
        let world = try await World.make(settings: Self.shared)
        let ad = [
            "From: News <news@shop.example>", "To: \(Self.plain)", "Subject: Sale",
            "Date: \(RelayMails.date(world.clock.now))", "Message-ID: <ad@shop.example>",
            "List-Unsubscribe: <https://shop.example/u>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "", "Everything must go.",
        ].joined(separator: "\r\n")
        let counts = try await world.receive(Array(ad.utf8))
        #expect(counts.fetched == 1 && counts.quarantined == 0)
        #expect(try await world.desk.perform(ListQuarantine(), as: world.sue).mails.isEmpty)
    }

    /// A stranger's order number in a buyer's words says nothing of whose buyer that is.
    @Test func aTypedNumberChoosesNoStore() async throws {
        let world = try await World.make(settings: Self.shared)
        let order: OrderID = "305-7683573-2694036"
        world.orders.put(OrderSyncTests.order(order, at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce(store: World.europe)
        try await world.receive(
            mails("nobodysbuyer5", to: Self.plain)
                .buyer("Meine Bestellung \(order) fehlt.", at: world.clock.now))
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        #expect(held.map(\.reasons) == [["no-store"]])
    }

    @Test func anAddressOfItsOwnNamesTheStore() async throws {
        let world = try await World.make(settings: Self.shared)
        try await world.receive(
            mails("kumobuyer123", to: "desk+kumo@desk.example")
                .buyer("Hallo?", at: world.clock.now))
        #expect(try await world.tickets().map(\.store) == [Self.other])
    }

    /// A mail that nobody gives a store has no clock of its own, so the desk itself cries.
    @Test func aMailThatWaitsForItsStoreIsAnAlarm() async throws {
        let world = try await World.make(settings: Self.shared)
        let mails = mails("nobodysbuyer1", to: "desk@desk.example")
        try await world.receive(mails.buyer("Hallo?", at: world.clock.now))
        func alarms() async throws -> [DeskAlarm.Kind] {
            try await world.desk.watch()
            return try await world.database.read { try $0.openAlarms() }.map(\.alarm.kind)
                .filter { $0 == .heldMail }
        }
        world.clock.advance(by: .minutes(59))
        #expect(try await alarms() == [])
        world.clock.advance(by: .minutes(2))
        #expect(try await alarms() == [.heldMail])
        // A further mail is told of anew.
        let first = try await world.database.read { try $0.openAlarms() }.map(\.raisedAt)
        try await world.receive(
            self.mails("nobodysbuyer2", to: "desk@desk.example")
                .buyer("Hallo?", at: world.clock.now))
        world.clock.advance(by: .minutes(61))
        #expect(try await alarms() == [.heldMail])
        #expect(try await world.database.read { try $0.openAlarms() }.map(\.raisedAt) != first)
        let held = try await world.desk.perform(ListQuarantine(), as: world.sue).mails
        for mail in held {
            _ = try await world.desk.perform(
                ReleaseQuarantine(mail: mail.id, store: Self.other, reason: "Kumo's product"),
                as: world.sue)
        }
        #expect(try await alarms() == [])
        try await world.checkRecord()
    }
}
