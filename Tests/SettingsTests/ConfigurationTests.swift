import Glibc
import SwiftExtensions
import Testing

@testable import Settings

private let complete = """
    [core]
    data   = "/var/lib/deskhand"
    socket = "/run/deskhand/core.sock"
    admins = ["ops"]
    time_zone = "Asia/Shanghai"

    [[mailbox]]
    name = "desk-eu"
    imap = "imaps://imap.example.com"
    smtp = "smtps://smtp.example.com:2465"
    user = "desk@example.com"
    password_file = "secrets/desk-eu"
    from = "desk@example.com"
    poll_seconds = 30

    [amazon]
    client_id = "amzn1.application-oa2-client.example"
    client_secret_file = "secrets/lwa"
    endpoints = { eu = "http://127.0.0.1:8080" }

    [[store]]
    id = "nova-eu"
    channel = "amazon"
    seller_id = "A1NOVAEXAMPLE"
    region = "eu"
    marketplaces = ["UK", "DE"]
    refresh_token_file = "/secrets/nova-eu"
    mailbox = "desk-eu"
    address = "desk+nova@example.com"
    sync = { orders = true, messages = true, backfill_days = 30, every_seconds = 60 }
    """

private func problems(_ text: String, checksSecrets: Bool = false) -> [ConfigurationProblem] {
    do {
        _ = try Configuration.read(text, file: "/etc/d/deskhand.toml", checksSecrets: checksSecrets)
        return []
    } catch {
        return error.problems
    }
}

@Suite struct ConfigurationTests {
    @Test func readsEveryKey() throws {
        let configuration = try Configuration.read(
            complete, file: "/etc/d/deskhand.toml", checksSecrets: false)
        #expect(configuration.core.admins == ["ops"])
        #expect(configuration.core.timeZone == "Asia/Shanghai")
        let mailbox = try #require(configuration.mailboxes.first)
        #expect(
            mailbox.inbound
                == .imap(MailServer(host: "imap.example.com", port: 993, encryption: .tls)))
        #expect(
            mailbox.outbound
                == .smtp(MailServer(host: "smtp.example.com", port: 2465, encryption: .tls)))
        #expect(
            mailbox.login
                == .password(user: "desk@example.com", .file("/etc/d/secrets/desk-eu")))
        let store = try #require(configuration.stores.first)
        #expect(store.refreshToken == .file("/secrets/nova-eu"))
        #expect(store.backfillDays == 30 && store.everySeconds == 60)
        #expect(configuration.amazon?.endpoints == ["eu": "http://127.0.0.1:8080"])
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var replace: String
        var with: String
        var line: Int
        var key: String
        var kind: ConfigurationProblem.Kind
    }

    static let wrongs: [Wrong] = [
        Wrong(
            testDescription: "unknown key", replace: "admins = [\"ops\"]",
            with: "admin = [\"ops\"]", line: 4, key: "core.admin", kind: .unknownKey),
        Wrong(
            testDescription: "wrong type", replace: "poll_seconds = 30",
            with: "poll_seconds = \"30\"", line: 14, key: "mailbox[0].poll_seconds",
            kind: .wrongType),
        Wrong(
            testDescription: "number out of range", replace: "poll_seconds = 30",
            with: "poll_seconds = 0", line: 14, key: "mailbox[0].poll_seconds", kind: .badValue),
        Wrong(
            testDescription: "missing key", replace: "seller_id = \"A1NOVAEXAMPLE\"", with: "",
            line: 21, key: "store[0].seller_id", kind: .missingKey),
        Wrong(
            testDescription: "plain imap off the loopback",
            replace: "imaps://imap.example.com", with: "imap://imap.example.com", line: 9,
            key: "mailbox[0].imap", kind: .insecureEndpoint),
        Wrong(
            testDescription: "plain http off the loopback", replace: "http://127.0.0.1:8080",
            with: "http://127.evil.example", line: 19, key: "amazon.endpoints.eu",
            kind: .insecureEndpoint),
        Wrong(
            testDescription: "mailbox that nobody defined", replace: "mailbox = \"desk-eu\"",
            with: "mailbox = \"desk-us\"", line: 28, key: "store[0].mailbox",
            kind: .unknownReference),
        Wrong(
            testDescription: "bad zone", replace: "Asia/Shanghai", with: "Asia/Atlantis", line: 5,
            key: "core.time_zone", kind: .badValue),
        Wrong(
            testDescription: "header injection in the sender",
            replace: "from = \"desk@example.com\"",
            with: "from = \"desk@example.com\\r\\nBcc: x@example.com\"", line: 13,
            key: "mailbox[0].from", kind: .badValue),
        Wrong(
            testDescription: "unknown sync key", replace: "backfill_days = 30",
            with: "backfil_days = 30", line: 30, key: "store[0].sync.backfil_days",
            kind: .unknownKey),
    ]

    @Test(arguments: wrongs) func namesFileLineAndKey(_ wrong: Wrong) throws {
        let text = complete.replacing(wrong.replace, with: wrong.with)
        #expect(text != complete)
        let found = problems(text)
        let problem = try #require(found.first { $0.kind == wrong.kind })
        #expect(problem.file == "/etc/d/deskhand.toml")
        #expect(problem.key == wrong.key)
        #expect(problem.line == wrong.line)
    }

    @Test func syntaxErrorsNameTheirLine() throws {
        let problem = try #require(problems("[core]\ndata = \"x\n").first)
        #expect(problem.kind == .syntax && problem.line == 2)
    }

    @Test func reportsAllProblemsAtOnce() {
        let text = complete.replacing("30", with: "\"x\"").replacing("[\"ops\"]", with: "7")
        #expect(problems(text).count >= 3)
    }

    @Test func secretsMustExistAndBePrivate() throws {
        let folder = "/tmp/deskhand-settings-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        #expect(mkdir(folder, 0o700) == 0)
        defer {
            unlink(folder + "/lwa")
            rmdir(folder)
        }
        try FileBytes.replace(folder + "/lwa", with: Array("hush\n".utf8), permissions: 0o644)
        let text = complete.replacing("secrets/lwa", with: folder + "/lwa")
        let kinds = problems(text, checksSecrets: true).map(\.kind)
        #expect(kinds.contains(.secretExposed))
        #expect(kinds.contains(.secretMissing))
        let joined = problems(text, checksSecrets: true).map(\.detail).joined()
        #expect(!joined.contains("hush"))
        chmod(folder + "/lwa", 0o600)
        #expect(try Secret.file(folder + "/lwa").load() == "hush")
    }
}

@Suite struct EndpointTests {
    @Test(arguments: [
        ("http://localhost:80", true), ("http://127.0.0.1", true), ("http://[::1]:9", true),
        ("http://127.0.0.1.evil.example", false), ("http://127.1", false),
        ("http://10.0.0.1", false),
    ])
    func knowsTheLoopback(text: String, expected: Bool) throws {
        #expect(try #require(Endpoint(text)).isLoopback == expected)
    }

    @Test(arguments: ["", "http://", "example.com", "http://a@b", "http://h:0", "http://h:x"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(Endpoint(text) == nil)
    }

    @Test func readsWhenAMailboxGoesLive() throws {
        let keys = "go_live = \"2026-11-01\"\nauth_results = [\"mx.example.com\"]\npoll_seconds"
        let configuration = try Configuration.read(
            complete.replacing("poll_seconds", with: keys), file: "/etc/d/deskhand.toml",
            checksSecrets: false)
        let mailbox = try #require(configuration.mailboxes.first)
        #expect(mailbox.goLive?.iso8601 == "2026-11-01T00:00:00Z")
        #expect(mailbox.resultServers == ["mx.example.com"])
        let wrong = complete.replacing("poll_seconds", with: "go_live = \"soon\"\npoll_seconds")
        #expect(problems(wrong).map(\.key) == ["mailbox[0].go_live"])
    }

    @Test func exitCode75IsForASendmailOnly() throws {
        let command = "sendmail = \"/usr/sbin/sendmail -t\"\nsendmail_tempfail = \"refused\""
        let sendmail = complete.replacing(
            "smtp = \"smtps://smtp.example.com:2465\"", with: command)
        let configuration = try Configuration.read(
            sendmail, file: "/etc/d/deskhand.toml", checksSecrets: false)
        #expect(configuration.mailboxes.first?.tempfailRefuses == true)
        let key = "sendmail_tempfail = \"refused\"\npoll_seconds"
        let smtp = complete.replacing("poll_seconds", with: key)
        #expect(problems(smtp).map(\.key) == ["mailbox[0].sendmail_tempfail"])
        let other = sendmail.replacing("\"refused\"", with: "\"perhaps\"")
        #expect(problems(other).map(\.key) == ["mailbox[0].sendmail_tempfail"])
    }
}
