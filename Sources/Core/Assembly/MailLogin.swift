import ChannelAmazon
import Foundation
import HelpDesk
import MailKit
import Settings
import SwiftExtensions
import Synchronization

/// How a mailbox is opened. Passwords are read from their files at each login, so a changed one
/// counts at once; OAuth 2 access tokens are fetched ahead, because the mail threads cannot wait.
final class MailLogin: Sendable {
    /// Why there is nothing to log in with.
    struct Missing: Error {
        var reason: String
    }

    private struct Token {
        var value: String
        var expiresAt: Timestamp
    }

    /// A token is renewed this long before its end.
    private static let early: Duration = .minutes(5)

    private let login: MailboxSettings.Login
    private let token = Mutex<Token?>(nil)

    init(_ login: MailboxSettings.Login) {
        self.login = login
    }

    /// Asked by the mail library before each login, on its own thread.
    var credentials: @Sendable () throws -> MailCredentials {
        { [self] in
            switch login {
            case .none: throw Missing(reason: "no login configured")
            case .password(let user, let secret):
                return .password(user: user, MailSecret(try secret.load()))
            case .oauth2(let user, _, _, _):
                guard let value = token.withLock({ $0?.value }) else {
                    throw Missing(reason: "no access token yet")
                }
                return .oauth2(user: user, token: MailSecret(value))
            }
        }
    }

    /// Fetches an access token when one is needed; returns when to look again, nil for never.
    func renew(
        at now: Timestamp, by transport: any HTTPTransport
    ) async throws -> Timestamp? {
        guard case .oauth2(_, let clientID, let endpoint, let secret) = login else { return nil }
        if let known = token.withLock({ $0?.expiresAt }), known - Self.early > now {
            return known - Self.early
        }
        let fresh = try await fetch(clientID, endpoint, try secret.load(), now, transport)
        token.withLock { $0 = fresh }
        return max(fresh.expiresAt - Self.early, now + .minutes(1))
    }

    private func fetch(
        _ clientID: String, _ endpoint: String, _ refreshToken: String, _ now: Timestamp,
        _ transport: any HTTPTransport
    ) async throws -> Token {
        var form = URLComponents()
        form.queryItems = [
            URLQueryItem(name: "grant_type", value: "refresh_token"),
            URLQueryItem(name: "client_id", value: clientID),
            URLQueryItem(name: "refresh_token", value: refreshToken),
        ]
        // A plus sign is a space in a form and stays as it is in a URL.
        let body = (form.percentEncodedQuery ?? "").replacingOccurrences(of: "+", with: "%2B")
        let answer = try await transport.exchange(
            OutgoingCall(
                method: "POST", url: endpoint,
                headers: [("content-type", "application/x-www-form-urlencoded")],
                body: Array(body.utf8), timeout: .seconds(20), largestAnswer: 64 << 10))
        guard answer.status == 200,
            let grant = try? JSONDecoder().decode(Grant.self, from: Data(answer.body))
        else { throw Missing(reason: "the token endpoint answered \(answer.status)") }
        return Token(
            value: grant.accessToken,
            expiresAt: now + .seconds(min(max(grant.expiresIn ?? 3600, 60), 86_400)))
    }

    /// The fields of RFC 6749 section 5.1.
    private struct Grant: Decodable {
        var accessToken: String
        var expiresIn: Int64?

        private enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case expiresIn = "expires_in"
        }
    }
}
