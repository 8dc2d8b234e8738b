import Channels
import HelpDesk
import MailKit
import Testing

@testable import ChannelAmazon

/// Whose word about a mail's origin counts (docs/Configuration.md).
struct AuthenticationTests {
    struct Row: Sendable {
        var headers: [String]
        var servers: [String] = []
        var reasons: [SpoofReason] = []
        var proves = false
    }

    private static let amazon = "header.from=amazon.de"

    static let rows: [Row] = [
        // A forwarder breaks SPF; DMARC holds by the signature.
        Row(headers: ["mx.a; spf=fail; dkim=pass; dmarc=pass"]),
        Row(headers: ["mx.a; dkim=fail; spf=pass; dmarc=pass"]),
        Row(headers: ["mx.a; dmarc=fail; spf=pass; dkim=pass"], reasons: [.dmarcFailed]),
        // Where no server is named, the topmost header alone outweighs; a lower pass is nobody's.
        Row(headers: ["mx.a; dmarc=pass", "mx.a; spf=fail"]),
        Row(headers: ["mx.a; spf=fail", "mx.a; dmarc=pass"], reasons: [.spfFailed]),
        Row(headers: ["mx.a; spf=fail", "evil.b; dmarc=pass"], reasons: [.spfFailed]),
        Row(headers: ["mx.a; dkim=none", "evil.b; dmarc=pass"]),
        Row(headers: ["mx.a; dkim=none", "first.b; spf=fail"], reasons: [.spfFailed]),
        Row(headers: ["mx.a; dmarc=pass", "first.b; spf=fail; dmarc=fail"]),
        // A sender's header under the server's own name takes nothing back.
        Row(
            headers: ["mx.a; dmarc=fail \(amazon)", "mx.a; dmarc=pass \(amazon)"],
            reasons: [.dmarcFailed]),
        Row(
            headers: ["mx.a; dmarc=fail \(amazon)", "mx.a; dmarc=pass \(amazon)"],
            servers: ["mx.a"], reasons: [.dmarcFailed]),
        Row(
            headers: ["mx.a; dmarc=pass \(amazon)", "mx.a; dmarc=fail \(amazon)"],
            servers: ["mx.a"], reasons: [.dmarcFailed]),
        Row(
            headers: ["mx.a; dkim=fail", "mx.a; dkim=pass header.d=amazon.de"],
            servers: ["mx.a"], reasons: [.dkimFailed]),
        Row(
            headers: ["mx.a; dmarc=none", "mx.a; dmarc=pass \(amazon)"], servers: ["mx.a"]),
        Row(
            headers: ["mx.a; dkim=none", "mx.a; dkim=pass header.d=amazon.de"],
            servers: ["mx.a"]),
        // A named server is heard alone, wherever its header stands.
        Row(
            headers: ["evil.b; dmarc=pass", "MX.A 1; spf=fail"], servers: ["mx.a"],
            reasons: [.spfFailed]),
        Row(
            headers: ["first.b; spf=fail", "mx.a; dmarc=pass \(amazon)"], servers: ["mx.a"],
            proves: true),
        Row(headers: ["evil.b; dmarc=pass \(amazon)"], servers: ["mx.a"]),
        Row(
            headers: ["mx.a; spf=fail", "mx.a; dmarc=pass (p=none) \(amazon)"],
            servers: ["mx.a"], proves: true),
        // A pass proves the platform only when it is a domain of the platform's that passed.
        Row(headers: ["mx.a; dmarc=pass"], servers: ["mx.a"]),
        Row(headers: ["mx.a; dmarc=pass header.from=evil.example"], servers: ["mx.a"]),
        Row(headers: ["mx.a; dmarc=pass header.from=amazon.de.evil.example"], servers: ["mx.a"]),
        Row(
            headers: ["mx.a; dkim=pass header.d=amazon.de"], servers: ["mx.a"], proves: true),
        Row(
            headers: ["mx.a; dkim=fail header.d=list.example; dkim=pass header.d=amazon.de"],
            servers: ["mx.a"], proves: true),
        Row(
            headers: ["mx.a; dkim=pass header.i=@amazonses.com"], servers: ["mx.a"],
            proves: true),
        Row(headers: ["mx.a; dkim=pass header.d=evil.example"], servers: ["mx.a"]),
        // Nobody is proven by a server that nobody named: the header may be the sender's own.
        Row(headers: ["mx.a; dmarc=pass \(amazon)"]),
        Row(headers: ["mx.a; dkim=pass header.d=amazon.de"]),
        Row(headers: ["mx.a; dkim=pass"]), Row(headers: ["mx.a; spf=pass"]), Row(headers: []),
    ]

    @Test(arguments: rows.indices) func `the receiving server's word counts`(_ index: Int) throws {
        let row = Self.rows[index]
        let hosts = MailHosts(try RelayTables.embedded().addresses)
        let results = AuthenticationResults(
            MailHeaders(
                row.headers.map { MailHeader(name: "Authentication-Results", value: $0) }),
            failedResults: ["fail", "hardfail"], servers: row.servers)
        #expect(results.reasons == row.reasons)
        #expect(results.proves(isPlatform: hosts.isPlatform) == row.proves)
    }

    @Test func `a forwarded mail whose DMARC holds is a message`() throws {
        let body =
            "------------- Nachricht: -------------\nhallo\n------- Ende der Nachricht -------\n"
        let results = "Authentication-Results: mx.desk.example; dkim=pass; dmarc=pass"
        let spf = "Received-SPF: fail (forwarded)"
        let from = "Kai <abcd1234efgh56@marketplace.amazon.de>"
        let reader = try #require(Fixture.reader)
        let held = reader.read(
            Fixture.mail(from: from, headers: [spf], body: body), context: Fixture.context)
        #expect(held.outcome == .quarantined)
        let read = reader.read(
            Fixture.mail(from: from, headers: [results, spf], body: body), context: Fixture.context)
        #expect(read.outcome == .message)
        #expect(!read.isAuthenticated)
        // The same words below the server's own refusal help nobody.
        let under = reader.read(
            Fixture.mail(from: from, headers: [spf, results], body: body), context: Fixture.context)
        #expect(under.outcome == .quarantined)
    }

    @Test func `a named server's pass for the platform proves a copy`() throws {
        let results = "Authentication-Results: mx.desk.example; dmarc=pass header.from=amazon.com"
        var context = Fixture.context
        let mail = Fixture.mail(
            from: "Amazon <donotreply@amazon.com>", subject: "Your email to Kai",
            headers: [results, "X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT"],
            body: "------- Begin message -------\nhallo\n------- End message -------\n")
        let reader = try #require(Fixture.reader)
        #expect(!reader.read(mail, context: context).isAuthenticated)
        context.resultServers = ["mx.desk.example"]
        let read = reader.read(mail, context: context)
        #expect(read.outcome == .ownCopy)
        #expect(read.isAuthenticated)
    }
}
