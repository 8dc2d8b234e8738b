import HelpDesk
import SwiftExtensions

/// A reading call of the Selling Partner API, before it has a token and a date.
struct SellingPartnerRequest {
    var operation: String
    /// Escaped already; begins with a slash.
    var path: String
    /// Escaped already, in a fixed order.
    var query: [(name: String, value: String)] = []
    var accept = "application/json"
    /// Calls that must stay possible after this one, for those who cannot wait.
    var reserve = 0

    /// The call with the headers that every one needs (amazon.md 6).
    func call(
        for account: SellingPartnerAccount, token: AccessToken, at now: Timestamp,
        userAgent: String, timeout: Duration
    ) -> OutgoingCall {
        let parameters = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return OutgoingCall(
            method: "GET",
            url: account.endpoint.description + path + (parameters.isEmpty ? "" : "?\(parameters)"),
            headers: [
                ("accept", accept), ("user-agent", userAgent),
                ("x-amz-access-token", token.value), ("x-amz-date", Self.date(now)),
            ], timeout: timeout)
    }

    /// `20260307T221000Z`.
    static func date(_ instant: Timestamp) -> String {
        let text = Timestamp(seconds: instant.seconds).iso8601
        return text.filter { $0 != "-" && $0 != ":" }
    }
}
