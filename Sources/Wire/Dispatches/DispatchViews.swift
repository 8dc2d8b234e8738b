package import HelpDesk
package import SwiftExtensions

/// A dispatch with its words, as screens show it.
package struct DispatchView: Codable, Sendable, Hashable, Identifiable {
    package var dispatch: Dispatch
    package var authorName: String
    /// Nil when it has none or when it was erased.
    package var text: String?
    package var fileNames: [String]
    /// Why it still waits, when its last try failed; a sync error class.
    package var waitingFor: String?

    package var id: DispatchID { dispatch.id }

    package init(
        dispatch: Dispatch, authorName: String, text: String?, fileNames: [String] = [],
        waitingFor: String? = nil
    ) {
        self.dispatch = dispatch
        self.authorName = authorName
        self.text = text
        self.fileNames = fileNames
        self.waitingFor = waitingFor
    }
}

/// One thing that may be asked of the platform for an order, or why it may not.
package struct OrderOffer: Codable, Sendable, Hashable, Identifiable {
    package var kind: DispatchKind
    /// The platform's name, such as `unexpectedProblem`.
    package var action: String
    /// The platform's own title, in its language.
    package var title: String?
    package var hint: String?
    /// Limits of a typed message.
    package var rule: MessageRule?
    /// Nil when it may be asked for now.
    package var problem: DeskError.Code?
    /// The platform's words for the problem.
    package var reason: String?
    /// When a review may be asked for, as far as the order's dates tell.
    package var window: ReviewWindow?

    package var id: String { action }

    package init(
        kind: DispatchKind, action: String, title: String? = nil, hint: String? = nil,
        rule: MessageRule? = nil, problem: DeskError.Code? = nil, reason: String? = nil,
        window: ReviewWindow? = nil
    ) {
        self.kind = kind
        self.action = action
        self.title = title
        self.hint = hint
        self.rule = rule
        self.problem = problem
        self.reason = reason
        self.window = window
    }
}

/// What an order allows now.
package struct OrderOffers: Codable, Sendable, Hashable {
    package var order: OrderID
    package var store: StoreID
    package var offers: [OrderOffer]
    /// Names on the platform's list that the desk cannot send.
    package var unknownNames: [String]
    /// The language in which the buyer wants to be written to, such as `en-US`.
    package var locale: String?
    package var askedAt: Timestamp
    package var dispatches: [DispatchView]

    package init(
        order: OrderID, store: StoreID, offers: [OrderOffer], unknownNames: [String] = [],
        locale: String? = nil, askedAt: Timestamp, dispatches: [DispatchView] = []
    ) {
        self.order = order
        self.store = store
        self.offers = offers
        self.unknownNames = unknownNames
        self.locale = locale
        self.askedAt = askedAt
        self.dispatches = dispatches
    }
}
