import MailHost
import SwiftExtensions
import Testing

@testable import MailKit

/// A server that leaves mails out of its answer: nobody's cursor may pass what was not read.
struct ImapMissingTests {
    /// A session whose server still lists `listed`.
    private func connected(listing listed: [UInt32]) throws -> ImapSession {
        let list = listed.map(String.init).joined(separator: " ")
        let server = try ScriptedServer { connection in
            connection.say("* OK [CAPABILITY IMAP4rev1] ready")
            while let line = connection.line() {
                let tag = line.prefix { $0 != " " }
                if line.contains("CAPABILITY") { connection.say("* CAPABILITY IMAP4rev1") }
                if line.contains("EXAMINE") {
                    connection.say("* 3 EXISTS")
                    connection.say("* OK [UIDVALIDITY 7] as before")
                }
                if line.contains("SEARCH") { connection.say("* SEARCH \(list)") }
                connection.say("\(tag) OK done")
            }
        }
        let session = ImapSession(
            server: MailServer(host: "127.0.0.1", port: server.port, security: .plain),
            timeout: .seconds(20))
        try session.connect()
        try session.authenticate(.password(user: "desk", MailSecret("secret")))
        _ = try session.examine("INBOX")
        return session
    }

    private static func mail(_ uid: UInt32) -> ImapMail {
        ImapMail(uid: uid, received: nil, size: 1, bytes: [65], isCut: false)
    }

    @Test func whatWasLeftOutIsAskedForOnceMoreAlone() throws {
        let session = try connected(listing: [1, 2, 3])
        var asked: [UInt32] = []
        let mails = try session.complete([Self.mail(3), Self.mail(1)], of: [1, 2, 3]) { uid in
            asked.append(uid)
            return [Self.mail(uid)]
        }
        #expect(mails.map(\.uid) == [1, 2, 3])
        #expect(asked == [2])
    }

    @Test func aMailThatIsGoneStaysMissing() throws {
        let session = try connected(listing: [3])
        let mails = try session.complete([Self.mail(3)], of: [1, 3]) { _ in [] }
        #expect(mails.map(\.uid) == [3])
    }

    @Test func aMailThatIsListedAndNotHandedOverStopsTheCursor() throws {
        let session = try connected(listing: [2, 3])
        let error = #expect(throws: ImapError.self) {
            try session.complete([Self.mail(3)], of: [2, 3]) { _ in [] }
        }
        #expect(error?.kind == .protocolError)
        #expect(error?.detail == "a listed mail was not handed over")
    }

    @Test func nothingMissingAsksNothing() throws {
        let session = try connected(listing: [])
        let mails = try session.complete([Self.mail(2), Self.mail(1)], of: [1, 2]) { _ in
            Issue.record("nothing was missing")
            return []
        }
        #expect(mails.map(\.uid) == [1, 2])
    }
}
