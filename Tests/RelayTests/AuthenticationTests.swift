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

    static let rows: [Row] = [
        // A forwarder breaks SPF; DMARC holds by the signature.
        Row(headers: ["mx.a; spf=fail; dkim=pass; dmarc=pass"], proves: true),
        Row(headers: ["mx.a; dkim=fail; spf=pass; dmarc=pass"], proves: true),
        Row(headers: ["mx.a; dmarc=fail; spf=pass; dkim=pass"], reasons: [.dmarcFailed]),
        // Two headers of one server are one word; a lower server's pass is nobody's.
        Row(headers: ["mx.a; spf=fail", "mx.a; dmarc=pass"], proves: true),
        Row(headers: ["mx.a; spf=fail", "evil.b; dmarc=pass"], reasons: [.spfFailed]),
        Row(headers: ["mx.a; dkim=none", "evil.b; dmarc=pass"]),
        Row(headers: ["mx.a; dkim=none", "first.b; spf=fail"], reasons: [.spfFailed]),
        // A named server is heard alone, wherever its header stands.
        Row(
            headers: ["evil.b; dmarc=pass", "MX.A 1; spf=fail"], servers: ["mx.a"],
            reasons: [.spfFailed]),
        Row(headers: ["first.b; spf=fail", "mx.a; dmarc=pass"], servers: ["mx.a"], proves: true),
        Row(headers: ["evil.b; dmarc=pass"], servers: ["mx.a"]),
        // A signature proves the sender when it is Amazon's own.
        Row(headers: ["mx.a; dkim=pass header.d=amazon.de"], proves: true),
        Row(headers: ["mx.a; dkim=pass header.i=@amazonses.com"], proves: true),
        Row(headers: ["mx.a; dkim=pass header.d=evil.example"]),
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
        #expect(read.isAuthenticated)
    }
}
