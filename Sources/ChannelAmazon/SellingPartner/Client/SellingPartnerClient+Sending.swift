import HelpDesk

extension SellingPartnerClient {
    /// Sends a request of a `SingleShot` operation. It is repeated only where the platform has
    /// refused it before processing: for its rate or for an access token that ended. After anything
    /// less clear the outcome is `unknown`, and a person decides (amazon.md 5.2).
    func send(
        _ request: SellingPartnerRequest, for account: SellingPartnerAccount
    ) async -> SendOutcome {
        do {
            return .done(requestID: try await read(request, for: account).requestID)
        } catch {
            return error.provesNothingHappened(in: request.operation)
                ? .refused(error) : .unknown(error)
        }
    }
}

extension SyncFailure {
    /// Whether a call with an effect certainly had none: it never left, or the answer is a clear no.
    func provesNothingHappened(in operation: String) -> Bool {
        // Tokens are asked for under a name of their own, and before the call.
        if self.operation != operation || errorClass == .throttled || neverLeft { return true }
        // What the platform answered begins with the answer's status.
        let status = Int(message.prefix { $0.isNumber })
        return status.map { (400..<500).contains($0) && !Self.saysNothing.contains($0) } ?? false
    }

    /// Answers of gateways in between that gave up waiting: the platform may have done it.
    private static let saysNothing: Set<Int> = [408, 425, 499]
}
