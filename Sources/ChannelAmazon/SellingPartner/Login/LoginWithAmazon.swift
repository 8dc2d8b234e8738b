package import HelpDesk
import SwiftExtensions

/// Turns refresh tokens into access tokens and keeps these until shortly before they end. For each
/// account one exchange is under way at a time; who asks meanwhile gets its result.
package actor LoginWithAmazon {
    /// How an exchange ended for those who waited; nil means it was given up and somebody else
    /// tries.
    private typealias Landing = Result<AccessToken, SyncFailure>?

    /// One token: a seller's, or the application's own for one scope.
    private struct Key: Hashable {
        var store: StoreID?
        var grant: SellingPartnerRequest.Grant

        init(_ account: SellingPartnerAccount, _ grant: SellingPartnerRequest.Grant) {
            self.grant = grant
            store = grant == .seller ? account.store : nil
        }
    }

    private let credentials: LoginCredentials
    private let transport: any HTTPTransport
    private let surroundings: Surroundings
    private let observer: @Sendable (CallRecord) -> Void
    private var tokens: [Key: AccessToken] = [:]
    private var waiting: [Key: [CheckedContinuation<Landing, Never>]] = [:]

    /// `observer` gets one line for the sync log per exchange.
    package init(
        credentials: LoginCredentials, transport: any HTTPTransport, surroundings: Surroundings,
        observer: @escaping @Sendable (CallRecord) -> Void = { _ in }
    ) {
        self.credentials = credentials
        self.transport = transport
        self.surroundings = surroundings
        self.observer = observer
    }

    /// A token that is good now, from memory or from the endpoint.
    func token(
        for account: SellingPartnerAccount, _ grant: SellingPartnerRequest.Grant = .seller
    ) async throws(SyncFailure) -> AccessToken {
        let key = Key(account, grant)
        while true {
            if let known = tokens[key], surroundings.now() < known.staleAt {
                return known
            }
            guard waiting[key] != nil else { break }
            let landing = await withCheckedContinuation { continuation in
                waiting[key, default: []].append(continuation)
            }
            if let landing { return try landing.get() }
        }
        waiting[key] = []
        return try await exchange(for: account, key)
    }

    /// Forgets a token that the platform refused, unless a newer one has taken its place.
    func discard(
        _ refused: AccessToken, of account: SellingPartnerAccount,
        _ grant: SellingPartnerRequest.Grant = .seller
    ) {
        let key = Key(account, grant)
        if tokens[key] == refused { tokens[key] = nil }
    }

    /// The exchange of the one who found nobody on the way; always lands.
    private func exchange(
        for account: SellingPartnerAccount, _ key: Key
    ) async throws(SyncFailure) -> AccessToken {
        let startedAt = surroundings.now()
        var answer: IncomingAnswer?
        do {
            let call = try tokenCall(for: account, key.grant)
            let received = try await send(call)
            answer = received
            let token = try LoginAnswer.token(received, at: surroundings.now())
            tokens[key] = token
            note(account, since: startedAt, received, nil)
            land(key, .success(token))
            return token
        } catch {
            note(account, since: startedAt, answer, error)
            land(key, Task.isCancelled ? nil : .failure(error))
            throw error
        }
    }

    private func note(
        _ account: SellingPartnerAccount, since startedAt: Timestamp, _ answer: IncomingAnswer?,
        _ failure: SyncFailure?
    ) {
        let requestID = answer?.header("x-amzn-RequestId").map {
            PlatformText.cleaned($0, limit: 80)
        }
        observer(
            CallRecord(
                store: account.store, operation: LoginAnswer.operation, startedAt: startedAt,
                milliseconds: (surroundings.now() - startedAt).wholeMilliseconds, attempt: 1,
                status: answer?.status, requestID: requestID ?? failure?.requestID,
                errorClass: failure?.errorClass, byteCount: answer?.body.count,
                message: failure?.message ?? ""))
    }

    private func send(_ call: OutgoingCall) async throws(SyncFailure) -> IncomingAnswer {
        do {
            return try await transport.exchange(call)
        } catch {
            throw SyncFailure(transport: error, operation: LoginAnswer.operation)
        }
    }

    private func land(_ key: Key, _ landing: Landing) {
        for continuation in waiting.removeValue(forKey: key) ?? [] {
            continuation.resume(returning: landing)
        }
    }

    private func tokenCall(
        for account: SellingPartnerAccount, _ grant: SellingPartnerRequest.Grant
    ) throws(SyncFailure) -> OutgoingCall {
        let wanted: [(String, String)]
        let clientSecret: String
        do {
            switch grant {
            case .seller:
                wanted = [
                    ("grant_type", "refresh_token"),
                    ("refresh_token", try account.refreshToken.reveal()),
                ]
            case .application(let scope):
                wanted = [("grant_type", "client_credentials"), ("scope", scope)]
            }
            clientSecret = try credentials.clientSecret.reveal()
        } catch {
            throw Self.unreadableSecret
        }
        return tokenCall(
            form: wanted + [
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
