import ChannelAmazon
import Channels
import HelpDesk
import SwiftExtensions
import Testing

/// A buyer decides what a mail contains, so what it contains must not decide that it is a bounce.
@Suite struct ForgedReportTests {
    private static let alias = "k3v9q2m7x1b8c4+0a1b2c3d-1111-4222-8333-444455556666"

    private func read(_ lines: [String]) throws -> InboundMessage {
        try RelayMailReader.standard().read(
            Array(lines.joined(separator: "\r\n").utf8),
            context: RelayContext(fetchedAt: Timestamp(seconds: 1_772_900_000)))
    }

    @Test func aBuyersMailWithADeliveryStatusAttachedIsStillTheBuyers() throws {
        let message = try read([
            "From: Mina Vogt <\(Self.alias)@marketplace.amazon.de>",
            "To: desk@shop.example", "Message-ID: <one@eu-west-1.amazonses.com>",
            "Date: Sat, 7 Mar 2026 10:00:00 +0000",
            "Subject: Frage von Amazon-Kunde Mina Vogt (Bestellung: 305-1234567-7654321)",
            "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
            "--b", "Content-Type: text/plain; charset=utf-8", "",
            "------------- Nachricht: -------------", "", "Wo bleibt mein Paket?", "",
            "------------- Ende der Nachricht -------------", "",
            "--b", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mail.example", "", "Final-Recipient: rfc822; x@example.com",
            "Action: failed", "Status: 5.1.1", "", "--b--", "",
        ])
        #expect(message.outcome == .message)
        #expect(message.kind == .buyer)
        #expect(message.body.contains("Wo bleibt mein Paket?"))
    }

    @Test(arguments: ["spf=fail", "dkim=fail", "dmarc=fail"])
    func aReportWhoseSenderFailedAuthenticationIsQuarantined(failure: String) throws {
        let message = try read([
            "Authentication-Results: mx.shop.example; \(failure)",
            "From: Mail Delivery System <mailer-daemon@evil.example>", "To: desk@shop.example",
            "Message-ID: <two@evil.example>", "Date: Sat, 7 Mar 2026 10:00:00 +0000",
            "Subject: Undelivered Mail", "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "",
            "--b", "Content-Type: text/plain", "", "305-1234567-7654321 was not delivered.",
            "--b", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; evil.example", "",
            "Final-Recipient: rfc822; someone@evil.example", "Action: failed", "Status: 5.1.1",
            "", "--b--", "",
        ])
        #expect(message.outcome == .quarantined)
        #expect(message.bounce == nil)
    }
}
