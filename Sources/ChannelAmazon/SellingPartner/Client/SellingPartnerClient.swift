import HelpDesk
import Jobs
package import SwiftExtensions

/// Reads from the Selling Partner API for any number of accounts: waits for the rate, fetches
/// tokens, tries again where that helps, and tells what went wrong in the desk's own classes.
package final class SellingPartnerClient: Sendable {
    /// How the desk names itself to the platform, which demands it (amazon.md 6).
    package static let userAgent = "Deskhand/1.0 (Language=Swift/6; Platform=Linux)"

    /// How long and how often the client tries by itself.
    package struct Patience: Sendable {
        /// The longest wait for the rate within a call; a longer one is handed back to the caller.
        package var rateWait: Duration
        /// The time that one exchange may take.
        package var timeout: Duration
        /// Attempts and waits between them for outages and trouble on the network.
        package var attempts: Int

        package init(
            rateWait: Duration = .seconds(5), timeout: Duration = .seconds(30), attempts: Int = 4
        ) {
            self.rateWait = rateWait
            self.timeout = timeout
            self.attempts = attempts
        }
    }

    /// The rates; its state is to be stored and restored around restarts.
    package let limiter: CallLimiter
    private let login: LoginWithAmazon
    let transport: any HTTPTransport
    let surroundings: Surroundings
    private let patience: Patience
    private let policy: RetryPolicy
    private let observer: @Sendable (CallRecord) -> Void
    /// How the platform's clock stands to ours.
    package let clocks = PlatformClocks()

    package init(
        login: LoginWithAmazon, transport: any HTTPTransport, limiter: CallLimiter,
        surroundings: Surroundings, patience: Patience = Patience(),
        observer: @escaping @Sendable (CallRecord) -> Void = { _ in }
    ) {
        self.login = login
        self.transport = transport
        self.limiter = limiter
        self.surroundings = surroundings
        self.patience = patience
        self.observer = observer
        policy = RetryPolicy(
            attemptLimit: patience.attempts,
            backoff: Backoff(base: .seconds(1), cap: .seconds(20)))
    }
}

extension SellingPartnerClient {
    /// The desk's own time.
    package var now: Timestamp { surroundings.now() }

    /// One line for the sync log.
    func observe(_ record: CallRecord) { observer(record) }

    /// Sends a request that may be repeated until it is answered or trying on makes no sense.
    func read(
        _ request: SellingPartnerRequest, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> PlatformAnswer {
        var attempt = 1
        var mayFetchToken = true
        var refusal: SyncFailure?
        while true {
            do {
                try await departure(of: request, for: account)
            } catch {
                throw error.isOwnPace ? refusal.map { $0.waiting(as: error) } ?? error : error
            }
            let token: AccessToken
            do {
                token = try await login.token(for: account, request.grant)
            } catch {
                limiter.arrived(account.budget(request.operation), at: surroundings.now())
                throw error
            }
            let verdict = await exchange(request, account, token, attempt)
            switch verdict {
            case .accepted(let answer):
                return answer
            case .tokenRefused(let failure):
                guard mayFetchToken else { throw failure }
                mayFetchToken = false
                await login.discard(token, of: account, request.grant)
            case .throttled(var failure):
                let pause = pause(
                    after: failure, account.budget(request.operation))
                failure.retryAfterSeconds = pause.inSeconds
                refusal = failure
                try await pauseOrThrow(failure, .throttled(retryAfter: pause), attempt)
                attempt += 1
            case .outage(let failure):
                try await pauseOrThrow(failure, .transient, attempt)
                attempt += 1
            case .refused(let failure):
                throw failure
            }
        }
    }

    /// Takes a token out of the budget, which is written down before the call departs. Every call
    /// that departs has to arrive: `exchange` sees to it.
    func departure(
        of request: SellingPartnerRequest, for account: SellingPartnerAccount
    ) async throws(SyncFailure) {
        let (key, operation) = (account.budget(request.operation), request.operation)
        while true {
            let decision: TokenBucket.Decision
            do {
                decision = try await limiter.depart(
                    key, keeping: request.reserve, at: surroundings.now())
            } catch {
                throw SyncFailure(
                    errorClass: .bug, operation: operation,
                    message: "the budget of calls cannot be written down")
            }
            guard case .wait(let needed) = decision else { return }
            guard needed <= patience.rateWait else {
                throw SyncFailure(
                    errorClass: .throttled, operation: operation,
                    message: "waiting for the published rate",
                    retryAfterSeconds: needed.inSeconds, code: SyncFailure.ownPace)
            }
            try await sleep(max(needed, .milliseconds(1)), operation)
        }
    }

    private func pause(after failure: SyncFailure, _ key: BudgetKey) -> Duration {
        limiter.refused(
            key, retryAfter: failure.retryAfterSeconds.map { .milliseconds(Int64($0 * 1000)) },
            spread: Double(surroundings.randomNumber() >> 11) / Double(1 << 53),
            at: surroundings.now())
    }

    /// Waits before the next attempt, or throws when there is none or its wait is too long.
    private func pauseOrThrow(
        _ failure: SyncFailure, _ nature: FailureNature, _ attempt: Int
    ) async throws(SyncFailure) {
        if nature == .transient, SingleShot.contains(failure.operation) { throw failure }
        var random = SurroundingRandom(surroundings: surroundings)
        switch policy.decide(afterAttempt: attempt, nature, using: &random) {
        case .giveUp:
            throw failure
        case .retry(let delay):
            if case .throttled(let pause?) = nature, pause > patience.rateWait { throw failure }
            try await sleep(delay, failure.operation)
        }
    }

    private func sleep(_ duration: Duration, _ operation: String) async throws(SyncFailure) {
        do {
            try await surroundings.sleep(duration)
        } catch {
            throw SyncFailure(transport: .cancelled, operation: operation)
        }
    }
}

extension SellingPartnerClient {
    private func exchange(
        _ request: SellingPartnerRequest, _ account: SellingPartnerAccount, _ token: AccessToken,
        _ attempt: Int
    ) async -> AnswerVerdict {
        let startedAt = surroundings.now()
        let call = request.call(
            for: account, token: token, at: startedAt, userAgent: Self.userAgent,
            timeout: patience.timeout)
        let verdict: AnswerVerdict
        var answer: IncomingAnswer?
        do {
            let received = try await transport.exchange(call)
            answer = received
            clocks.note(received, for: account.store, between: startedAt, and: surroundings.now())
            adapt(to: received, account.budget(request.operation))
            verdict = AnswerJudge(operation: request.operation).verdict(on: received)
        } catch {
            let failure = SyncFailure(transport: error, operation: request.operation)
            let mayPass = error != .cancelled && error != .answerTooLarge
            verdict = mayPass ? .outage(failure) : .refused(failure)
        }
        limiter.arrived(account.budget(request.operation), at: surroundings.now())
        let requestID = answer?.header("x-amzn-RequestId").map {
            PlatformText.cleaned($0, limit: 80)
        }
        observer(
            CallRecord(
                store: account.store, operation: request.operation, startedAt: startedAt,
                milliseconds: (surroundings.now() - startedAt).wholeMilliseconds, attempt: attempt,
                status: answer?.status, requestID: requestID,
                errorClass: verdict.failure?.errorClass, byteCount: answer?.body.count,
                message: verdict.failure?.message ?? "",
                clockOffset: answer == nil ? nil : clocks.offset(of: account.store)))
        return verdict
    }

    /// The platform may grant more than it publishes; it says so in a header of most answers.
    private func adapt(to answer: IncomingAnswer, _ key: BudgetKey) {
        guard let text = answer.header("x-amzn-RateLimit-Limit"), let rate = Double(text) else {
            return
        }
        limiter.adapt(key, ratePerSecond: rate, at: surroundings.now())
    }
}

extension SyncFailure {
    /// The platform's refusal, with the time that the budget then asked for.
    fileprivate func waiting(as pace: SyncFailure) -> SyncFailure {
        var copy = self
        copy.retryAfterSeconds = max(retryAfterSeconds ?? 0, pace.retryAfterSeconds ?? 0)
        return copy
    }
}

extension Duration {
    /// This duration in seconds, to the millisecond.
    var inSeconds: Double { Double(wholeMilliseconds) / 1000 }
}
