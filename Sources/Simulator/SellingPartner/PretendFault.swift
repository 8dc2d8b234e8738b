/// Something that goes wrong on the pretend platform's side.
package enum PretendFault: Hashable, Sendable {
    /// An error in the documented shape: 429, 500, 503 and others.
    case status(Int)
    /// The call is carried out, and then answered with an error.
    case statusAfterwards(Int)
    /// An uploaded file's bytes change on the way.
    case changedUpload
    /// A web page where JSON belongs.
    case page(status: Int)
    /// The first half of a good answer, complete as far as HTTP goes.
    case truncatedJSON
    /// The first half of a good answer, then the connection breaks.
    case brokenConnection
    /// Every access token given out so far has ended.
    case expiredToken
    /// Every token of a next page given out so far has ended.
    case expiredPageTokens
    /// The connection is reset instead of an answer: before the call was looked at, or after it
    /// was carried out.
    case connectionReset(isHandled: Bool)
    /// The second half of the answer comes after a pause of real time.
    case slowBody(Duration)
    /// The answer comes in small pieces, with a pause of real time between them.
    case trickledBody(pause: Duration)
    /// The answer's `Date` is off by so much.
    case skewedDate(Duration)
    /// The first record's field has another name.
    case renamedField(String, to: String)
    /// The first record's field holds an object instead of a text, a number or a list.
    case retypedField(String)
}

extension PretendFault {
    /// The kind, for counting.
    package var kind: String {
        switch self {
        case .status(let status): String(status)
        case .statusAfterwards(let status): "\(status)-afterwards"
        case .changedUpload: "changed-upload"
        case .page: "page"
        case .truncatedJSON: "truncated"
        case .brokenConnection: "broken-off"
        case .expiredToken: "expired-token"
        case .expiredPageTokens: "expired-page-token"
        case .connectionReset(let isHandled): isHandled ? "reset-after" : "reset-before"
        case .slowBody: "slow"
        case .trickledBody: "trickled"
        case .skewedDate: "skewed-date"
        case .renamedField: "renamed"
        case .retypedField: "retyped"
        }
    }
}

/// A fault that waits for its calls.
package struct ScheduledFault: Hashable, Sendable {
    package var fault: PretendFault
    /// The operation it befalls; nil means any, the token endpoint (`token`) included.
    package var operation: String?
    /// Calls that go well first.
    package var skipping: Int
    /// Calls that it befalls then.
    package var times: Int

    package init(
        _ fault: PretendFault, on operation: String? = nil, skipping: Int = 0, times: Int = 1
    ) {
        self.fault = fault
        self.operation = operation
        self.skipping = skipping
        self.times = times
    }
}
