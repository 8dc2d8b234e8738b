import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct QuarantineTests {
    /// A genuine mail whose forwarder broke SPF.
    private static let broken = RelayMails(extraHeaders: [
        "Authentication-Results: mx.desk.example; spf=fail smtp.mailfrom=amazon.de; dkim=none"
    ])

    private func held(_ world: World) async throws -> QuarantinedMail {
        try #require(
            try await world.desk.perform(ListQuarantine(), as: world.sue).mails.first)
    }

    @Test func aReleasedMailIsOwedFromItsTrueStart() async throws {
        let world = try await World.make()
        let sent = world.clock.now - .hours(5)
        try await world.receive(Self.broken.buyer("Wo ist mein Paket?", at: sent))
        #expect(try await world.tickets().isEmpty)
        let mail = try await held(world)
        #expect(mail.reasons == ["spf-failed"])
        #expect(mail.sender.contains("Kai Lenz"))
        world.clock.advance(by: .hours(2))
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: mail.id, reason: "our forwarder breaks SPF"), as: world.sue)
        #expect(reply.outcome == .message)
        let ticket = try #require(reply.ticket)
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.start == sent.wholeSeconds)
        #expect(debt.platformDue == sent.wholeSeconds + .hours(24))
        #expect(!debt.isBornLate)
        let after = try await world.desk.perform(ListQuarantine(), as: world.sue)
        #expect(after.total == 0)
        let all = try await world.desk.perform(
            ListQuarantine(includesReleased: true), as: world.sue)
        #expect(all.mails.map(\.releasedBy) == ["Sue"])
        #expect(all.mails.map(\.reasons) == [["spf-failed"]])
        try await world.checkRecord()
    }

    @Test func aMailIsReleasedOnce() async throws {
        let world = try await World.make()
        try await world.receive(Self.broken.buyer("Hallo?", at: world.clock.now))
        let mail = try await held(world).id
        let call = ReleaseQuarantine(mail: mail, reason: "genuine")
        _ = try await world.desk.perform(call, as: world.sue)
        #expect(
            await code { _ = try await world.desk.perform(call, as: world.sue) }
                == .quarantineReleased)
        #expect(try await world.tickets().count == 1)
    }

    @Test func releaseNeedsARoleAndAReason() async throws {
        let world = try await World.make()
        try await world.receive(Self.broken.buyer("Hallo?", at: world.clock.now))
        let mail = try await held(world).id
        let call = ReleaseQuarantine(mail: mail, reason: "genuine")
        #expect(await code { _ = try await world.desk.perform(call, as: world.ana) } == .notAllowed)
        let blank = ReleaseQuarantine(mail: mail, reason: " \u{202E} ")
        #expect(
            await code { _ = try await world.desk.perform(blank, as: world.sue) } == .badRequest)
    }

    /// Its host is no host of Amazon's, so nobody can be answered; but a person vouches for it.
    @Test func aReleasedLookAlikeIsShownWhole() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().lookAlike(at: world.clock.now))
        let mail = try await held(world)
        #expect(mail.reasons.contains("look-alike-sender"))
        let shown = try await world.desk.perform(ShowQuarantine(mail: mail.id), as: world.sue)
        #expect(shown.text.contains("Bitte klicken"))
        #expect(shown.headers.contains { $0.name == "From" && $0.value.contains("arnazon") })
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: mail.id, reason: "a test of ours"), as: world.sue)
        #expect(reply.outcome == .unparsed)
        let ticket = try #require(reply.ticket)
        #expect(try await world.debts(ticket).map(\.isProvisional) == [true])
        try await world.checkRecord()
    }

    @Test func aCopyThatNothingProvesEndsNoDebt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let time = world.clock.now - .minutes(10)
        let copy = RelayMails().ownCopy("Es kommt morgen.", at: time, results: nil)
        try await world.receive(copy)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let mail = try await held(world)
        #expect(mail.reasons == ["unproven-copy"])
        let reply = try await world.desk.perform(
            ReleaseQuarantine(mail: mail.id, reason: "I wrote it in Seller Central"), as: world.sue)
        #expect(reply.outcome == .ownCopy)
        let debt = try #require(try await world.debts(ticket).first)
        #expect(debt.state == .answered)
        #expect(debt.dischargedAt == time.wholeSeconds)
        try await world.checkRecord()
    }

    /// Whoever may choose the header of a lower server proves nothing.
    @Test func onlyTheReceivingServersWordProvesACopy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let copy = RelayMails().ownCopy(
            "Es kommt morgen.", at: world.clock.now,
            results:
                "mx.desk.example; dkim=none\r\nAuthentication-Results: evil.example; dmarc=pass")
        try await world.receive(copy)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
    }
}
