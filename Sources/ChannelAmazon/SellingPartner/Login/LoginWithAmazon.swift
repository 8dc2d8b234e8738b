package import HelpDesk
import SwiftExtensions

/// Turns refresh tokens into access tokens and keeps these until shortly before they end. For each
/// account one exchange is under way at a time; who asks meanwhile gets its result.
package actor LoginWithAmazon {
    /// How an exchange ended for those who waited; nil means it was given up and somebody else
    /// tries.
    private typealias Landing = Result<AccessToken, SyncFailure>?

    private let credentials: LoginCredentials
    private let transport: any HTTPTransport
    private let surroundings: Surroundings
    private var tokens: [StoreID: AccessToken] = [:]
    private var waiting: [StoreID: [CheckedContinuation<Landing, Never>]] = [:]

    package init(
        credentials: LoginCredentials, transport: any HTTPTransport, surroundings: Surroundings
    ) {
        self.credentials = credentials
        self.transport = transport
        self.surroundings = surroundings
    }

    /// A token that is good now, from memory or from the endpoint.
    func token(for account: SellingPartnerAccount) async throws(SyncFailure) -> AccessToken {
        while true {
            if let known = tokens[account.store], surroundings.now() < known.staleAt {
                return known
            }
            guard waiting[account.store] != nil else { break }
            let landing = await withCheckedContinuation { continuation in
                waiting[account.store, default: []].append(continuation)
            }
            if let landing { return try landing.get() }
        }
        waiting[account.store] = []
        return try await exchange(for: account)
    }

    /// Forgets a token that the platform refused, unless a newer one has taken its place.
    func discard(_ refused: AccessToken, of account: SellingPartnerAccount) {
        if tokens[account.store] == refused { tokens[account.store] = nil }
    }

    /// The exchange of the one who found nobody on the way; always lands.
    private func exchange(
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> AccessToken {
        do {
            let call = try tokenCall(for: account)
            let answer = try await send(call)
            let token = try LoginAnswer.token(answer, at: surroundings.now())
            tokens[account.store] = token
            land(account.store, .success(token))
            return token
        } catch {
            land(account.store, Task.isCancelled ? nil : .failure(error))
            throw error
        }
    }

    private func send(_ call: OutgoingCall) async throws(SyncFailure) -> IncomingAnswer {
        do {
            return try await transport.exchange(call)
        } catch {
            throw SyncFailure(transport: error, operation: LoginAnswer.operation)
        }
    }

    private func land(_ store: StoreID, _ landing: Landing) {
        for continuation in waiting.removeValue(forKey: store) ?? [] {
            continuation.resume(returning: landing)
        }
    }

    private func tokenCall(
        for account: SellingPartnerAccount
    ) throws(SyncFailure) -> OutgoingCall {
        let refreshToken: String
        let clientSecret: String
        do {
            refreshToken = try account.refreshToken.reveal()
            clientSecret = try credentials.clientSecret.reveal()
        } catch {
            throw Self.unreadableSecret
        }
        return tokenCall(form: [
            ("grant_type", LoginGrant.refreshToken.rawValue), ("refresh_token", refreshToken),
            ("client_id", credentials.clientID), ("client_secret", clientSecret),
        ])
    }

    private func tokenCall(form pairs: [(String, String)]) -> OutgoingCall {
        let form = FormText.encoded(pairs)
        return OutgoingCall(
            method: "POST", url: credentials.endpoint.description,
            headers: [
                ("content-type", "application/x-www-form-urlencoded;charset=UTF-8"),
                ("accept", "application/json"), ("user-agent", SellingPartnerClient.userAgent),
            ], body: Array(form.utf8), timeout: .seconds(20), largestAnswer: 64 << 10)
    }
}

extension LoginWithAmazon {
    private static var unreadableSecret: SyncFailure {
        var failure = SyncFailure(
            errorClass: .clientRejected, operation: LoginAnswer.operation,
            message: "a secret file cannot be read")
        failure.trouble = .secretUnreadable
        return failure
    }

    /// Exchanges a consent's code, good for five minutes and once, for a refresh token. The
    /// redirect address must be the one of the consent, nil when it named none.
    package func redeem(
        code: Secret, redirect: String?
    ) async throws(SyncFailure) -> Secret {
        let values: (code: String, secret: String)
        do {
            values = (try code.reveal(), try credentials.clientSecret.reveal())
        } catch {
            throw Self.unreadableSecret
        }
        var form = [
            ("grant_type", LoginGrant.authorisationCode.rawValue), ("code", values.code),
            ("client_id", credentials.clientID), ("client_secret", values.secret),
        ]
        if let redirect { form.append(("redirect_uri", redirect)) }
        return try LoginAnswer.refreshToken(try await send(tokenCall(form: form)))
    }
}
