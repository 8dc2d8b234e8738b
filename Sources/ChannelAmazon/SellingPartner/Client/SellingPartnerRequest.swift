import HelpDesk
import SwiftExtensions

/// A call of the Selling Partner API, before it has a token and a date.
struct SellingPartnerRequest {
    /// Whose permission the call rests on.
    enum Grant: Hashable {
        case seller
        /// The application's own, with the scope that the operation wants (amazon.md 6).
        case application(scope: String)
    }

    var operation: String
    var method = "GET"
    /// Escaped already; begins with a slash.
    var path: String
    /// Escaped already, in a fixed order.
    var query: [(name: String, value: String)] = []
    var accept = "application/json"
    /// A JSON document; sent with its content type.
    var body: [UInt8]?
    var grant = Grant.seller

    /// The call with the headers that every one needs (amazon.md 6).
    func call(
        for account: SellingPartnerAccount, token: AccessToken, at now: Timestamp,
        userAgent: String, timeout: Duration
    ) -> OutgoingCall {
        let parameters = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        var headers: [(name: String, value: String)] = [
            ("accept", accept), ("user-agent", userAgent),
            ("x-amz-access-token", token.value), ("x-amz-date", Self.date(now)),
        ]
        if body != nil { headers.append(("content-type", "application/json")) }
        return OutgoingCall(
            method: method,
            url: account.endpoint.description + path + (parameters.isEmpty ? "" : "?\(parameters)"),
            headers: headers, body: body, timeout: timeout)
    }

    /// `20260307T221000Z`.
    static func date(_ instant: Timestamp) -> String {
        let text = Timestamp(seconds: instant.seconds).iso8601
        return text.filter { $0 != "-" && $0 != ":" }
    }
}
