package import SwiftExtensions

/// What a case is about, as the table of notices names it: `a-to-z-claim`, `return-request`, …
package struct CaseKind: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// Where a case stands.
package enum CaseState: String, Codable, Sendable, CaseIterable {
    /// Its review clock runs.
    case open
    /// Somebody did what it asks for; the platform has not closed it yet.
    case answered
    case closed
}

/// A return, refund, claim, chargeback or cancellation wish of which the platform told us. It is no
/// debt: it has a review clock of its own (helpdesk sections 3.2 and 6.1).
package struct DeskCase: Hashable, Sendable, Codable, Identifiable {
    package var id: CaseID
    package var kind: CaseKind
    package var store: StoreID
    /// Nil for news without a clock about an order that nobody has written about.
    package var ticket: TicketID?
    package var order: OrderID?
    package var state: CaseState
    /// When the platform sent the first notice.
    package var openedAt: Timestamp
    /// When somebody must have acted; nil when the notice only tells something.
    package var reviewDue: Timestamp?
    /// The notice itself names the deadline; otherwise the table's number of hours counts.
    package var isDeadlineNamed: Bool
    /// Shown with weight, because waiting makes it worse: claims, chargebacks, cancellation wishes.
    package var isProminent: Bool
    /// The notice in the thread that the clock is about.
    package var message: MessageID?
    /// How many mails told of it.
    package var notices: Int
    package var settledAt: Timestamp?

    package init(
        id: CaseID, kind: CaseKind, store: StoreID, ticket: TicketID?, order: OrderID?,
        state: CaseState = .open, openedAt: Timestamp, reviewDue: Timestamp?,
        isDeadlineNamed: Bool = false, isProminent: Bool = false, message: MessageID? = nil,
        notices: Int = 1, settledAt: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.store = store
        self.ticket = ticket
        self.order = order
        self.state = state
        self.openedAt = openedAt
        self.reviewDue = reviewDue
        self.isDeadlineNamed = isDeadlineNamed
        self.isProminent = isProminent
        self.message = message
        self.notices = notices
        self.settledAt = settledAt
    }
}

/// What proves a case's move.
package enum CaseProof: Hashable, Sendable, Codable {
    case person(PersonID, reason: String)
    /// A notice of the platform's, such as the one that closes a claim.
    case notice(RawMailID)
    /// What the platform says of the order, such as that it is cancelled.
    case order(OrderStatus)
}

package struct CaseMove: Hashable, Sendable, Codable {
    package var item: CaseID
    package var from: CaseState
    package var to: CaseState
    package var at: Timestamp
    package var proof: CaseProof

    package init(
        item: CaseID, from: CaseState, to: CaseState, at: Timestamp, proof: CaseProof
    ) {
        self.item = item
        self.from = from
        self.to = to
        self.at = at
        self.proof = proof
    }
}

/// A further notice about a case that is known already.
package struct CaseNotice: Hashable, Sendable, Codable {
    package var item: CaseID
    package var message: MessageID?
    /// A new deadline; nil leaves the clock as it is.
    package var reviewDue: Timestamp?
    package var isDeadlineNamed: Bool

    package init(
        item: CaseID, message: MessageID?, reviewDue: Timestamp? = nil,
        isDeadlineNamed: Bool = false
    ) {
        self.item = item
        self.message = message
        self.reviewDue = reviewDue
        self.isDeadlineNamed = isDeadlineNamed
    }
}
