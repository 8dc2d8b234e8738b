import ChannelAmazon
import MailKit
import Settings

/// What a mailbox logs in with, fetched as the core fetches it.
enum DoctorLogin {
    enum Refusal: Error {
        case secretUnreadable
        /// The token endpoint gave nothing; the words say why.
        case tokenRefused(String)

        func finding(
            _ name: String, unreadable: DoctorCode, refused: DoctorCode
        ) -> DoctorFinding {
            switch self {
            case .secretUnreadable: DoctorFinding(unreadable, name)
            case .tokenRefused(let reason): DoctorFinding(refused, name, ["reason": reason])
            }
        }
    }

    static func credentials(
        of mailbox: MailboxSettings, _ context: DoctorContext
    ) async -> Result<MailCredentials, Refusal> {
        let login = MailLogin(mailbox.login)
        do {
            _ = try await login.renew(at: context.surroundings.now(), by: context.transport)
            return .success(try login.credentials())
        } catch let missing as MailLogin.Missing {
            return .failure(.tokenRefused(missing.reason))
        } catch let failure as TransportFailure {
            return .failure(.tokenRefused("\(failure)"))
        } catch {
            return .failure(.secretUnreadable)
        }
    }
}

extension MailKit.MailServer {
    /// A configured server, with the roots that its certificate is checked against.
    init(_ server: Settings.MailServer, trust: Trust) {
        let security: Security =
            switch server.encryption {
            case .tls: .tls
            case .startTLS: .startTLS
            case .none: .plain
            }
        self.init(
            host: server.host, port: UInt16(clamping: server.port), security: security,
            trust: trust)
    }
}
