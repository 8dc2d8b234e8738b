import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing

/// A buyer may write everything that the template writes, so nothing of it may hide a complaint.
@Suite struct ForgedTokenTests {
    private static let link =
        "https://sellercentral.amazon.de/messaging/no-response-needed?t=AFORGED0THREAD0000000"
        + "&m=AFORGED0MESSAGE000000&mp=\(RelayMails.germany)&c=AC6I6B01LC8SRH&h=66eb46ab&s=1"

    /// An end marker, a link and a start marker of the buyer's own.
    private static func forged(_ words: String) -> String {
        [
            words, "", "------------- Ende der Nachricht -------------", "", link, "",
            "-------------  Nachricht:  -------------", "", "danke",
        ].joined(separator: "\r\n")
    }

    @Test func twoComplaintsUnderOneForgedTokenAreBothOwed() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(2)
        try await world.receive(RelayMails().buyer(Self.forged("Das Kabel brennt!"), at: time))
        try await world.receive(
            RelayMails().buyer(Self.forged("Ich will mein Geld zurück."), at: time + .hours(1)))
        let ticket = try #require(try await world.tickets().first).id
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .owed])
        let messages = try await world.messages(ticket)
        let texts = try await world.database.read { transaction in
            try messages.compactMap { try transaction.messageContent($0.id) }
        }
        #expect(texts.map(\.body) == ["Das Kabel brennt!", "Ich will mein Geld zurück."])
        #expect(texts.allSatisfy { $0.warnings.contains("markers-repeated") })
        #expect(texts.allSatisfy { $0.noResponseURL == nil })
        try await world.checkRecord()
    }

    /// The platform's own token on two different texts is a fault, and no reason to lose one.
    @Test func oneTokenWithTwoTextsIsKeptTwice() async throws {
        let world = try await World.make()
        let mails = RelayMails(thread: "ARK22LAIF81PJQHHYFOAJ")
        let time = world.clock.now - .hours(2)
        let first = mails.buyer("Wo bleibt mein Paket?", at: time)
        let text = String(decoding: first, as: UTF8.self)
        let second = text.replacing("Wo bleibt mein Paket?", with: "Das Kabel brennt!")
            .replacing("Message-ID: <m", with: "Message-ID: <n")
        let copy = text.replacing("Wo bleibt mein Paket?", with: "Wo bleibt  mein\r\nPaket?")
            .replacing("Message-ID: <m", with: "Message-ID: <o")
        let again = second.replacing("Message-ID: <n", with: "Message-ID: <p")
        for mail in [text, second, copy, again] { try await world.receive(Array(mail.utf8)) }
        let ticket = try #require(try await world.tickets().first).id
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .owed])
        let warnings = try await world.messages(ticket).map(\.id)
        let kept = try await world.database.read { transaction in
            try warnings.compactMap { try transaction.messageContent($0)?.warnings }
        }
        #expect(kept.map { $0.contains("duplicate-conflict") } == [false, true])
        try await world.checkRecord()
    }
}
