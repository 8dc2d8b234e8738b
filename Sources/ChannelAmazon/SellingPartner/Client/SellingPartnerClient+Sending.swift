import HelpDesk
import Jobs

extension SellingPartnerClient {
    /// Sends a request that must not take effect twice. It is repeated only where the platform has
    /// refused it before processing: for its rate or for an access token that ended. After anything
    /// less clear the outcome is `unknown`, and a person decides (amazon.md 5.2).
    func send(
        _ request: SellingPartnerRequest, for account: SellingPartnerAccount, doneStatus: Int
    ) async -> SendOutcome {
        var attempt = 1
        var mayFetchToken = true
        while true {
            let exchange: Exchange
            let token: AccessToken
            do {
                try await waitForRate(request.operation, account.store)
                token = try await login.token(for: account)
            } catch {
                return .refused(error)
            }
            exchange = await self.exchange(
                request, account, token, attempt, doneStatus: doneStatus)
            switch exchange.verdict {
            case .accepted(let answer):
                return .done(requestID: answer.requestID)
            case .tokenRefused(let failure):
                guard mayFetchToken else { return .refused(failure) }
                mayFetchToken = false
                await login.discard(token, of: account)
            case .throttled(let failure):
                if let last = await pause(after: failure, attempt, account.store) {
                    return .refused(last)
                }
                attempt += 1
            case .outage(let failure):
                return exchange.mayHaveArrived ? .unknown(failure) : .refused(failure)
            case .refused(let failure):
                let isClear = exchange.status.map { (400..<500).contains($0) } ?? false
                return isClear ? .refused(failure) : .unknown(failure)
            }
        }
    }

    /// Waits after a refusal for the rate; returns what to give up with, if that is better.
    private func pause(
        after failure: SyncFailure, _ attempt: Int, _ store: StoreID
    ) async -> SyncFailure? {
        let pause = limiter.refused(store: store, operation: failure.operation, at: now)
        var failure = failure
        failure.retryAfterSeconds = pause.inSeconds
        do {
            try await pauseOrThrow(failure, .throttled(retryAfter: pause), attempt)
            return nil
        } catch {
            return error
        }
    }
}
