import ChannelAmazon
import Foundation
import HelpDesk
import MailKit
package import Settings
package import SwiftExtensions

/// Sends one mail from the desk's sender to an address of its own mailbox and waits until it comes
/// in: the proof that both ways work, with the filters and forwards between them.
package struct RoundTrip: Sendable {
    private let mailbox: MailboxSettings
    private let token: String
    private let limit: Duration
    private let now: @Sendable () -> Timestamp
    private let trust: MailKit.MailServer.Trust

    /// `token` tells this mail from every other; `limit` bounds the wait for it.
    package init(
        _ mailbox: MailboxSettings, token: String, limit: Duration,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.init(mailbox, token: token, limit: limit, now: now, trust: .system)
    }

    init(
        _ mailbox: MailboxSettings, token: String, limit: Duration,
        now: @escaping @Sendable () -> Timestamp, trust: MailKit.MailServer.Trust
    ) {
        self.mailbox = mailbox
        self.token = token
        self.limit = limit
        self.now = now
        self.trust = trust
    }

    /// How long the mail was under way.
    package func run(to address: String) async throws(SetupTrouble) -> Duration {
        let login = MailLogin(mailbox.login)
        let network = NetworkTransport()
        do { _ = try await login.renew(at: now(), by: network) } catch {
            await network.shutdown()
            throw SetupTrouble(.secretUnreadable)
        }
        await network.shutdown()
        let watch = try await watch(login)
        let start = now()
        try await send(to: address, login)
        while now() - start < limit {
            if try await watch.hasArrived(token) { return now() - start }
            do { try await Task.sleep(for: .milliseconds(300)) } catch { break }
        }
        throw SetupTrouble(.mailNotBack, ["seconds": String(limit.components.seconds)])
    }

    private func send(to address: String, _ login: MailLogin) async throws(SetupTrouble) {
        guard let from = mailbox.from, let sender = try sender(login) else {
            throw SetupTrouble(.noSender)
        }
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let mail = OutgoingMail(
            from: MailAddress(name: "", address: from),
            to: [MailAddress(name: "", address: address)], subject: "Deskhand \(token)",
            text: "This mail was sent by deskhand setup to see whether it comes back.\n",
            messageID: "\(token)@\(domain)", date: now())
        guard let bytes = try? mail.encoded() else {
            throw SetupTrouble(.mailNotSent, ["detail": "address"])
        }
        switch await sender.send(bytes, envelope: mail.envelope) {
        case .accepted, .unknown: return
        case .rejectedPermanent(let reply), .rejectedTransient(let reply):
            throw SetupTrouble(.mailNotSent, ["detail": String(reply.code)])
        case .notSent(let failure):
            throw SetupTrouble(.mailNotSent, ["detail": Self.words(failure)])
        }
    }

    private func sender(_ login: MailLogin) throws(SetupTrouble) -> (any MailSender)? {
        switch mailbox.outbound {
        case nil: return nil
        case .smtp(let server):
            return SmtpSender(
                server: MailKit.MailServer(server, trust: trust),
                credentials: mailbox.login == .none ? nil : login.credentials)
        case .sendmail(let command):
            do { return try SendmailSender(command: command) } catch {
                throw SetupTrouble(.mailNotSent, ["detail": error.rawValue])
            }
        }
    }

    private static func words(_ failure: SendFailure) -> String {
        switch failure {
        case .connection(let words), .impossible(let words), .certificate(let words),
            .insecure(let words):
            words
        case .authentication(let reply, _): reply.map { "\($0.code)" } ?? "login"
        case .unavailable(let reply): String(reply.code)
        }
    }

    private func watch(_ login: MailLogin) async throws(SetupTrouble) -> ArrivalWatch {
        switch mailbox.inbound {
        case .maildir(let path):
            let maildir = Maildir(path: path)
            guard let known = try? maildir.scan() else { throw SetupTrouble(.mailboxUnreadable) }
            return .maildir(maildir, known: Set(known.map(\.key)))
        case .imap(let server):
            let server = MailKit.MailServer(server, trust: trust)
            let credentials = login.credentials
            let state = await OwnThread.run {
                ImapLook(server: server, credentials: credentials).next()
            }
            guard let next = state else { throw SetupTrouble(.mailboxUnreadable) }
            return .imap(ImapLook(server: server, credentials: credentials), after: next)
        }
    }
}

/// A mailbox from a moment on.
private enum ArrivalWatch: Sendable {
    case maildir(Maildir, known: Set<String>)
    case imap(ImapLook, after: UInt32)

    func hasArrived(_ token: String) async throws(SetupTrouble) -> Bool {
        let mails: [[UInt8]]?
        switch self {
        case .maildir(let maildir, let known):
            mails = (try? maildir.scan(skipping: known))?.compactMap { try? maildir.read($0) }
        case .imap(let look, let after):
            mails = await OwnThread.run { look.mails(after: after) }
        }
        guard let mails else { throw SetupTrouble(.mailboxUnreadable) }
        return mails.contains { ParsedMail(parsing: $0).subject == "Deskhand \(token)" }
    }
}

/// One short visit at an IMAP server after another; nothing is flagged or moved.
private struct ImapLook: Sendable {
    let server: MailKit.MailServer
    let credentials: @Sendable () throws -> MailCredentials

    /// The number below which no new mail will be; nil when the inbox cannot be opened.
    func next() -> UInt32? {
        visit { session, state in
            if let next = state.uidNext { return next - 1 }
            return try session.search(after: 0).max() ?? 0
        }
    }

    func mails(after uid: UInt32) -> [[UInt8]]? {
        visit { session, _ in
            let found = try session.search(after: uid)
            return found.isEmpty ? [] : try session.fetch(found, limit: 1 << 20).map(\.bytes)
        }
    }

    private func visit<Result>(
        _ body: (ImapSession, ImapMailboxState) throws -> Result
    ) -> Result? {
        let session = ImapSession(server: server, timeout: .seconds(20))
        do {
            try session.connect()
            try session.authenticate(try credentials())
            let result = try body(session, try session.examine("INBOX"))
            session.logout()
            return result
        } catch {
            return nil
        }
    }
}
