package import HelpDesk

/// Requests for acts of two people in the last seven days: the caller's own, those that the caller
/// may approve, and for auditors all. Newest first.
package struct ListRequests: RemoteCall {
    package static let method = "rights.requests"
    package var isOpenOnly: Bool
    package init(isOpenOnly: Bool = false) { self.isOpenOnly = isOpenOnly }

    package struct Reply: Codable, Sendable, Hashable {
        package var requests: [GuardedView]
        package init(requests: [GuardedView]) { self.requests = requests }
    }
}

/// Approves or refuses a request, or takes back one's own. Errors: `requestNotFound`,
/// `requestOver` (argument `state`), `requestOwn`.
package struct SettleRequest: RemoteCall {
    package static let method = "rights.settle"
    package typealias Reply = GuardedView
    package var request: GuardedRequestID
    package var isApproved: Bool
    package var reason: String
    package init(request: GuardedRequestID, isApproved: Bool, reason: String) {
        self.request = request
        self.isApproved = isApproved
        self.reason = reason
    }
}

/// A request as somebody sees it.
package struct GuardedView: Codable, Sendable, Hashable {
    package var item: GuardedCase
    package var state: GuardedCase.State
    package var requesterName: String
    package var settledByName: String?
    /// What it would change.
    package var changes: [PersonChange]
    /// Whether the caller could be the second person now.
    package var mayApprove: Bool

    package init(
        item: GuardedCase, state: GuardedCase.State, requesterName: String,
        settledByName: String?, changes: [PersonChange], mayApprove: Bool
    ) {
        self.item = item
        self.state = state
        self.requesterName = requesterName
        self.settledByName = settledByName
        self.changes = changes
        self.mayApprove = mayApprove
    }
}
