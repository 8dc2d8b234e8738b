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

    @Test func anAddressOfItsOwnNamesTheStore() async throws {
        let world = try await World.make(settings: Self.shared)
        try await world.receive(
            mails("kumobuyer123", to: "desk+kumo@desk.example")
                .buyer("Hallo?", at: world.clock.now))
        #expect(try await world.tickets().map(\.store) == [Self.other])
    }
}
