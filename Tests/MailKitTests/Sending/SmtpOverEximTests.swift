import MailHost
import MailKit
import SwiftExtensions
import Testing

/// SMTP against a real Exim, and what comes back by mail.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SmtpOverEximTests {
    private func outgoing(to recipient: String) -> OutgoingMail {
        OutgoingMail(
            from: MailAddress(name: "Desk", address: "desk@desk.example"),
            to: [MailAddress(address: recipient)], subject: "Re: Größe",
            text: "Ja, sie passt.\n.\n您好",
            messageID: "out-1@desk.example", date: Timestamp(seconds: 1_772_921_400))
    }

    private func send(_ host: MailHost, to recipient: String, _ server: MailServer? = nil)
        async throws
        -> SendResult
    {
        let mail = outgoing(to: recipient)
        let credentials = host.credentials(of: "desk")
        let sender = SmtpSender(server: server ?? host.smtp, credentials: { credentials })
        return await sender.send(try mail.encoded(), envelope: mail.envelope)
    }

    private func arrived(_ maildir: Maildir, _ logs: @autoclosure () -> String) async throws
        -> ParsedMail
    {
        try await eventually("a mail arrived") { try !maildir.scan().isEmpty }
        let entry = try #require(try maildir.scan().first)
        return ParsedMail(parsing: try maildir.read(entry))
    }

    @Test func deliversToABuyer() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let result = try await send(host, to: "ab12cd+0A1B-2C@marketplace.example")
        guard case .accepted(let reply) = result else {
            Issue.record("\(result)\n\(host.logs)")
            return
        }
        #expect(reply.code == 250)
        let parsed = try await arrived(host.sink, host.logs)
        #expect(parsed.to.map(\.address) == ["ab12cd+0A1B-2C@marketplace.example"])
        #expect(parsed.headers["Envelope-To"] == "ab12cd+0A1B-2C@marketplace.example")
        #expect(parsed.subject == "Re: Größe")
        #expect(parsed.text == "Ja, sie passt.\n.\n您好\n")
        #expect(parsed.messageID == "out-1@desk.example")
    }

    @Test(arguments: ["nobody@desk.example", "buyer@bounce.example"])
    func bouncesComeBackAsReports(recipient: String) async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        guard case .accepted = try await send(host, to: recipient) else {
            Issue.record("\(host.logs)")
            return
        }
        let parsed = try await arrived(host.maildir(of: "desk"), host.logs)
        let report = try #require(parsed.report)
        #expect(report.isPermanentFailure)
        #expect(report.originalMessageID == "out-1@desk.example")
        #expect(report.recipients.map(\.finalRecipient) == [recipient])
        #expect(report.recipients.first?.status.hasPrefix("5") == true)
        #expect(parsed.isAutomatic)
    }

    @Test func namesRefusals() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        guard
            case .rejectedPermanent(let permanent) = try await send(
                host, to: "permanent@reject.example"),
            case .rejectedTransient(let transient) = try await send(
                host, to: "transient@reject.example")
        else {
            Issue.record("\(host.logs)")
            return
        }
        #expect(permanent == ServerReply(code: 550, text: "5.1.1 there is no such person"))
        #expect(transient == ServerReply(code: 451, text: "4.7.1 please come back later"))
        let wrong = SmtpSender(server: host.smtp) { .password(user: "desk", MailSecret("wrong")) }
        let mail = outgoing(to: "a@x.example")
        let result = await wrong.send(try mail.encoded(), envelope: mail.envelope)
        guard case .notSent(.authentication(_, isPermanent: true)) = result else {
            Issue.record("\(result)")
            return
        }
        host.stopSmtp()
        #expect(try await send(host, to: "a@x.example").isConnectionFailure)
        #expect(try host.sink.scan().isEmpty)
    }

    @Test(arguments: [MailServer.Security.tls, .startTLS])
    func encryptsAndChecks(security: MailServer.Security) async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        guard case .accepted = try await send(host, to: "a@x.example", host.smtp(security)) else {
            Issue.record("\(host.logs)")
            return
        }
        var untrusted = host.smtp(security)
        untrusted.trust = .system
        for server in [host.smtp(security, host: "127.0.0.1"), untrusted] {
            guard case .notSent(.certificate) = try await send(host, to: "a@x.example", server)
            else {
                Issue.record("The certificate was believed.")
                return
            }
        }
    }
}
