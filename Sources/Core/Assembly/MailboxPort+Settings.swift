import HelpDesk
import MailKit
import Settings
import SwiftExtensions

extension MailboxPort {
    /// The doors of one `[[mailbox]]`.
    init(_ mailbox: MailboxSettings, _ options: DeskOptions) throws {
        let login = MailLogin(mailbox.login)
        let interval = Duration.seconds(Int64(mailbox.pollSeconds))
        let feed: any MailFeed =
            switch mailbox.inbound {
            case .maildir(let path):
                MaildirFeed(Maildir(path: path), sweepEvery: interval)
            case .imap(let server):
                ImapMailFeed(
                    ImapFeed.Configuration(
                        server: MailKit.MailServer(server), credentials: login.credentials,
                        pollEvery: interval),
                    random: options.random)
            }
        self.init(
            from: mailbox.from, sender: try Self.sender(mailbox, login), feed: feed,
            login: login)
        resultServers = mailbox.resultServers
        goLive = mailbox.goLive
    }

    private static func sender(
        _ mailbox: MailboxSettings, _ login: MailLogin
    ) throws -> (any MailSender)? {
        switch mailbox.outbound {
        case nil: return nil
        case .smtp(let server):
            let needsLogin = mailbox.login != .none
            return SmtpSender(
                server: MailKit.MailServer(server),
                credentials: needsLogin ? login.credentials : nil)
        case .sendmail(let command):
            do {
                return try SendmailSender(
                    command: command,
                    temporaryFailure: mailbox.tempfailRefuses ? .refused : .unknown)
            } catch {
                throw DeskError(
                    .configuration, ["key": "sendmail", "mailbox": mailbox.name],
                    detail: "\(error)")
            }
        }
    }
}

extension MailKit.MailServer {
    fileprivate init(_ server: Settings.MailServer) {
        let security: Security =
            switch server.encryption {
            case .tls: .tls
            case .startTLS: .startTLS
            case .none: .plain
            }
        self.init(
            host: server.host, port: UInt16(clamping: server.port), security: security)
    }
}
