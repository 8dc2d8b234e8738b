import Glibc
import HelpDesk
import MailKit
import Settings

extension DoctorCheck {
    /// Whether a mailbox's sender would take mail: a login at the SMTP server, or a command that
    /// can be run. No mail is sent.
    static func outbound(_ mailbox: MailboxSettings) -> DoctorCheck {
        switch mailbox.outbound {
        case nil:
            local(mailbox.name) { context in
                let isUsed = context.configuration.stores.contains { $0.mailbox == mailbox.name }
                return isUsed ? [DoctorFinding(.senderNone, mailbox.name)] : []
            }
        case .sendmail(let command):
            local(mailbox.name) { _ in [commandFinding(command, mailbox.name)] }
        case .smtp(let server):
            remote(mailbox.name, exchanges: exchanges(mailbox)) { context in
                [await smtpFinding(server, mailbox, context)]
            }
        }
    }

    private static func commandFinding(_ command: String, _ name: String) -> DoctorFinding {
        do {
            let program = try SendmailSender.program(of: command)
            guard access(program, X_OK) == 0, (try? FileFacts.of(program))??.kind != .folder else {
                return DoctorFinding(.senderCommandMissing, name, ["path": program])
            }
            return DoctorFinding(.senderOk, name)
        } catch {
            return DoctorFinding(.senderCommandInvalid, name, ["reason": error.rawValue])
        }
    }

    private static func smtpFinding(
        _ server: Settings.MailServer, _ mailbox: MailboxSettings, _ context: DoctorContext
    ) async -> DoctorFinding {
        var credentials: MailCredentials?
        if mailbox.login != .none {
            switch await DoctorLogin.credentials(of: mailbox, context) {
            case .success(let found): credentials = found
            case .failure(let refusal):
                return refusal.finding(
                    mailbox.name, unreadable: .senderSecretUnreadable,
                    refused: .senderOauthRefused)
            }
        }
        let server = MailKit.MailServer(server, trust: context.surroundings.mailTrust)
        let limit = context.surroundings.networkLimit * 2  // the check's own limit comes first
        let sender = SmtpSender(
            server: server, credentials: credentials.map { found in { @Sendable in found } },
            timeout: limit)
        guard let failure = await sender.checkLogin() else {
            return DoctorFinding(.senderOk, mailbox.name)
        }
        return finding(failure, mailbox.name)
    }

    /// Servers like to quote addresses in their words, so only their codes are kept.
    private static func finding(_ failure: SendFailure, _ name: String) -> DoctorFinding {
        switch failure {
        case .connection(let words), .impossible(let words):
            DoctorFinding(.senderNetwork, name, ["detail": words])
        case .certificate(let words): DoctorFinding(.senderCertificate, name, ["detail": words])
        case .insecure(let words): DoctorFinding(.senderInsecure, name, ["detail": words])
        case .authentication(let reply, _):
            DoctorFinding(
                .senderLoginRefused, name, ["code": reply.map { String($0.code) } ?? "-"])
        case .unavailable(let reply):
            DoctorFinding(.senderUnavailable, name, ["code": String(reply.code)])
        }
    }
}
