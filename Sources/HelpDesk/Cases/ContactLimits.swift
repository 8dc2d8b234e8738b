package import SwiftExtensions

/// The platform refused a message of ours because its buyer takes none that nobody asked for.
package struct OptOut: Hashable, Sendable, Codable {
    package var rawMail: RawMailID
    package var store: StoreID
    package var buyer: BuyerID?
    package var order: OrderID?
    package var ticket: TicketID?
    package var notedAt: Timestamp

    package init(
        rawMail: RawMailID, store: StoreID, buyer: BuyerID?, order: OrderID?, ticket: TicketID?,
        notedAt: Timestamp
    ) {
        self.rawMail = rawMail
        self.store = store
        self.buyer = buyer
        self.order = order
        self.ticket = ticket
        self.notedAt = notedAt
    }
}

/// The platform lets a store send no message that nobody asked for, at least until `until`.
package struct StoreRestriction: Hashable, Sendable, Codable {
    package var store: StoreID
    package var since: Timestamp
    package var until: Timestamp
    package var rawMail: RawMailID

    package init(store: StoreID, since: Timestamp, until: Timestamp, rawMail: RawMailID) {
        self.store = store
        self.since = since
        self.until = until
        self.rawMail = rawMail
    }
}

/// A person read a mail that was set aside and lets it in.
package struct RawMailRelease: Hashable, Sendable, Codable {
    package var rawMail: RawMailID
    package var reason: String

    package init(rawMail: RawMailID, reason: String) {
        self.rawMail = rawMail
        self.reason = reason
    }
}

/// Who may be written to without having asked. An answer in the buyer's own thread is always
/// allowed (amazon section 2.10), so nothing here concerns replies.
package enum ContactRules {
    /// How long a restriction lasts at least (amazon section 2.9).
    package static let restriction: Duration = .hours(120)

    /// Why a message that the buyer did not ask for must not go out; nil when it may.
    package static func obstacle(
        optOut: OptOut?, restriction: StoreRestriction?, at now: Timestamp
    ) -> DeskError? {
        if let restriction, now < restriction.until {
            return DeskError(
                .storeRestricted,
                ["store": restriction.store.rawValue, "until": restriction.until.iso8601])
        }
        guard let optOut else { return nil }
        return DeskError(
            .buyerOptedOut,
            ["order": optOut.order?.rawValue ?? "", "since": optOut.notedAt.iso8601])
    }
}
