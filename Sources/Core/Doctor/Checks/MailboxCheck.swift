import ChannelAmazon
import HelpDesk
import MailKit
import Settings
import SwiftExtensions

extension DoctorCheck {
    /// Whether a mailbox's mail can be read: a Maildir's folders, or a login at the IMAP server.
    static func inbound(_ mailbox: MailboxSettings) -> DoctorCheck {
        switch mailbox.inbound {
        case .maildir(let path):
            local(mailbox.name) { _ in [maildirFinding(path, mailbox.name)] }
        case .imap(let server):
            remote(mailbox.name, exchanges: exchanges(mailbox)) { context in
                [await imapFinding(server, mailbox, context)]
            }
        }
    }

    /// A token for the login costs an exchange of its own.
    static func exchanges(_ mailbox: MailboxSettings) -> Int {
        if case .oauth2 = mailbox.login { 2 } else { 1 }
    }

    private static func maildirFinding(_ path: String, _ name: String) -> DoctorFinding {
        for folder in [path, path + "/new", path + "/cur"] {
            guard (try? FileStatus(path: folder))?.isDirectory == true else {
                return DoctorFinding(.mailboxMaildirMissing, name, ["path": path])
            }
            do { _ = try FolderListing.names(in: folder) } catch {
                return DoctorFinding(
                    .mailboxMaildirUnreadable, name, ["path": path, "reason": "\(error)"])
            }
        }
        return DoctorFinding(.mailboxOk, name)
    }

    private static func imapFinding(
        _ server: Settings.MailServer, _ mailbox: MailboxSettings, _ context: DoctorContext
    ) async -> DoctorFinding {
        let credentials: MailCredentials
        switch await DoctorLogin.credentials(of: mailbox, context) {
        case .success(let found): credentials = found
        case .failure(let refusal):
            return refusal.finding(
                mailbox.name, unreadable: .mailboxSecretUnreadable, refused: .mailboxOauthRefused)
        }
        let server = MailKit.MailServer(server, trust: context.surroundings.mailTrust)
        let failure = await ImapVisit(server: server, limit: context.surroundings.networkLimit)
            .failure(with: credentials)
        guard let failure else { return DoctorFinding(.mailboxOk, mailbox.name) }
        return DoctorFinding(code(failure.kind), mailbox.name, ["detail": failure.detail])
    }

    private static func code(_ kind: ImapError.Kind) -> DoctorCode {
        switch kind {
        case .network, .stopped: .mailboxNetwork
        case .authentication: .mailboxLoginRefused
        case .certificate: .mailboxCertificate
        case .protocolError: .mailboxProtocol
        case .mailboxMissing: .mailboxFolderMissing
        case .insecure: .mailboxInsecure
        }
    }
}

/// One login at an IMAP server that looks at the inbox and leaves.
private struct ImapVisit {
    let server: MailKit.MailServer
    let limit: Duration

    /// What went wrong; nil when the inbox could be opened. Cancelling breaks the connection.
    func failure(with credentials: MailCredentials) async -> ImapError? {
        let stop = StopSignal()
        let (server, patience) = (server, limit * 2)  // the check's own limit comes first
        return await withTaskCancellationHandler {
            await OwnThread.run {
                let session = ImapSession(server: server, timeout: patience, stop: stop)
                do throws(ImapError) {
                    try session.connect()
                    try session.authenticate(credentials)
                    _ = try session.examine("INBOX")
                    session.logout()
                    return nil
                } catch {
                    return error
                }
            }
        } onCancel: {
            stop.fire()
        }
    }
}
