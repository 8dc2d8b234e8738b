import Foundation
import MailHost
import MailKit
import SwiftExtensions
import Testing

/// The blocking session, on a thread of its own as in life.
private func onThread<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Swift.Result { try body() })
        }
    }
}

private func letter(_ subject: String) -> [UInt8] {
    mail("From: a@x.example\nSubject: \(subject)\n\nhello")
}

/// IMAP against a real Dovecot.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ImapOverDovecotTests {
    @Test func readsWithoutATrace() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("one"), to: "desk", name: "1.one")
        try host.deliver(letter("two"), to: "desk", name: "2.two")
        let (server, credentials) = (host.imap, host.credentials(of: "desk"))
        let mails = try await onThread {
            let session = ImapSession(server: server)
            try session.connect()
            try session.authenticate(credentials)
            let state = try session.examine("INBOX")
            #expect(state.exists == 2)
            let mails = try session.fetch(try session.search(after: 0))
            #expect(try session.search(after: mails.last?.uid ?? 0).isEmpty)
            #expect(try session.search(since: Timestamp(seconds: 0)).count == 2)
            session.logout()
            return mails
        }
        #expect(mails.map { ParsedMail(parsing: $0.bytes).subject } == ["one", "two"])
        #expect(mails.allSatisfy { $0.size == $0.bytes.count && $0.received != nil && !$0.isCut })
        let names = ["new", "cur"].flatMap {
            (try? FileManager.default.contentsOfDirectory(
                atPath: "\(host.maildir(of: "desk").path)/\($0)")) ?? []
        }
        #expect(names.count == 2)
        #expect(names.allSatisfy { !$0.contains("S") && !$0.contains(":2,R") })
    }

    @Test func cutsWhatIsTooLarge() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("big") + [UInt8](repeating: 0x61, count: 20_000), to: "desk")
        let (server, credentials) = (host.imap, host.credentials(of: "desk"))
        let mails = try await onThread {
            let session = ImapSession(server: server)
            try session.connect()
            try session.authenticate(credentials)
            _ = try session.examine("INBOX")
            return try session.fetch([1, 7], limit: 5000)
        }
        #expect(mails.map(\.isCut) == [true])
        #expect(mails.first?.bytes.count == 5000)
        #expect((mails.first?.size ?? 0) > 20_000)
    }

    @Test(arguments: [MailServer.Security.tls, .startTLS])
    func checksCertificates(security: MailServer.Security) async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let credentials = host.credentials(of: "desk")
        let good = host.imap(security)
        try await onThread {
            let session = ImapSession(server: good)
            try session.connect()
            try session.authenticate(credentials)
            _ = try session.examine("INBOX")
        }
        var untrusted = good
        untrusted.trust = .system
        for server in [host.imap(security, host: "127.0.0.1"), untrusted] {
            let kind = try await onThread { () -> ImapError.Kind? in
                do throws(ImapError) {
                    try ImapSession(server: server).connect()
                    return nil
                } catch {
                    return error.kind
                }
            }
            #expect(kind == .certificate)
        }
    }

    @Test func namesEachFailure() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let server = host.imap
        let credentials = host.credentials(of: "desk")
        func kind(_ body: @escaping @Sendable () throws -> Void) async throws -> ImapError.Kind? {
            try await onThread {
                do { try body() } catch let error as ImapError { return error.kind }
                return nil
            }
        }
        #expect(
            try await kind {
                let session = ImapSession(server: server)
                try session.connect()
                try session.authenticate(.password(user: "desk", MailSecret("wrong")))
            } == .authentication)
        #expect(
            try await kind {
                let session = ImapSession(server: server)
                try session.connect()
                try session.authenticate(.password(user: "desk", MailSecret("x\r\nA LOGOUT")))
            } == .authentication)
        #expect(
            try await kind {
                let session = ImapSession(server: server)
                try session.connect()
                try session.authenticate(credentials)
                _ = try session.examine("Nowhere")
            } == .mailboxMissing)
        #expect(
            try await kind {
                let plain = MailServer(host: "192.0.2.1", port: 143, security: .plain)
                try ImapSession(server: plain).connect()
            } == .insecure)
        host.stopImap()
        #expect(try await kind { try ImapSession(server: server).connect() } == .network)
    }

    private func feed(_ host: MailHost, _ cursor: ImapCursor?, since: Int64 = 0) -> ImapFeed {
        let credentials = host.credentials(of: "desk")
        return ImapFeed(
            ImapFeed.Configuration(server: host.imap, credentials: { credentials }),
            cursor: cursor, rescanFrom: { Timestamp(seconds: since) }, random: { _ in 0.01 })
    }

    /// Events up to the next `caughtUp`; failures on the way are listed too.
    private func round(_ feed: ImapFeed) async -> (
        subjects: [String], cursor: ImapCursor?, failures: [ImapError.Kind], isRescan: Bool
    ) {
        var subjects: [String] = []
        var failures: [ImapError.Kind] = []
        var isRescan = false
        while let event = await feed.next() {
            switch event {
            case .mails(let mails, _):
                subjects += mails.map { ParsedMail(parsing: $0.bytes).subject }
            case .failed(let error, _): failures.append(error.kind)
            case .rescanning: isRescan = true
            case .connected: break
            case .caughtUp(let cursor): return (subjects, cursor, failures, isRescan)
            }
        }
        return (subjects, nil, failures, isRescan)
    }

    @Test func idlesAndGoesOnFromTheCursor() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("one"), to: "desk", name: "1.one")
        let first = feed(host, nil)
        let start = await round(first)
        #expect(start.subjects == ["one"])
        #expect(start.isRescan)
        let waiting = Task { await round(first) }
        try host.deliver(letter("two"), to: "desk", name: "2.two")
        var news = await waiting.value
        while news.subjects.isEmpty, news.cursor != nil { news = await round(first) }
        #expect(news.subjects == ["two"])
        first.stop()
        #expect(await first.next() == nil)

        try host.deliver(letter("three"), to: "desk", name: "3.three")
        let second = feed(host, news.cursor)
        defer { second.stop() }
        let rest = await round(second)
        #expect(rest.subjects == ["three"])
        #expect(!rest.isRescan)
    }

    @Test func rescansAfterNewUIDs() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("one"), to: "desk", name: "1.one")
        let first = feed(host, nil)
        let cursor = await round(first).cursor
        first.stop()
        try await host.renewUIDs(of: "desk")
        let second = feed(host, cursor)
        defer { second.stop() }
        let again = await round(second)
        #expect(again.isRescan)
        #expect(again.subjects == ["one"])
        #expect(again.cursor?.uidValidity != cursor?.uidValidity)
    }

    @Test func comesBackAfterTheServerDied() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("one"), to: "desk", name: "1.one")
        let feed = feed(host, nil)
        defer { feed.stop() }
        #expect(await round(feed).subjects == ["one"])
        host.stopImap(atOnce: true)
        var failure: ImapError?
        while failure == nil, let event = await feed.next() {
            if case .failed(let error, _) = event { failure = error }
        }
        #expect(failure?.kind == .network)
        try await host.startImap()
        try host.deliver(letter("two"), to: "desk", name: "2.two")
        var subjects: [String] = []
        try await eventually("the second mail came") {
            subjects += await round(feed).subjects
            return !subjects.isEmpty
        }
        #expect(subjects == ["two"])
    }

    @Test func stopsWhileNobodyListens() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        try host.deliver(letter("one"), to: "desk")
        let feed = feed(host, nil)
        #expect(await feed.next() != nil)
        feed.stop()
        #expect(await feed.next() == nil)
    }
}
