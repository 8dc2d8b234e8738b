package import SwiftExtensions

/// What the desk knows of a debt when it chooses among the policies (helpdesk section 6.2). Nothing
/// of it names a person.
package struct PolicyFacts: Hashable, Sendable, Codable {
    package enum Flag: String, Codable, Sendable, CaseIterable {
        /// A claim or chargeback of the order waits for us.
        case claimOpen = "claim-open"
        /// This buyer had a claim or chargeback before.
        case earlierComplaint = "earlier-complaint"
    }

    package enum Fulfilment: String, Codable, Sendable, CaseIterable {
        case platform, seller
    }

    package var store: StoreID
    package var marketplace: MarketplaceCode?
    package var kind: MessageKind
    package var category: InquiryCategory
    package var priority: TicketPriority
    package var language: LanguageCode
    package var fulfilment: Fulfilment?
    package var value: Money?
    package var flags: Set<Flag>
    /// When the platform took the message; the policy's hours are about it.
    package var start: Timestamp

    package init(
        store: StoreID, marketplace: MarketplaceCode?, kind: MessageKind,
        category: InquiryCategory, priority: TicketPriority, language: LanguageCode,
        fulfilment: Fulfilment? = nil, value: Money? = nil, flags: Set<Flag> = [],
        start: Timestamp
    ) {
        self.store = store
        self.marketplace = marketplace
        self.kind = kind
        self.category = category
        self.priority = priority
        self.language = language
        self.fulfilment = fulfilment
        self.value = value
        self.flags = flags
        self.start = start
    }

    package var basis: PolicyBasis {
        PolicyBasis(category: category, priority: priority, language: language)
    }
}

/// The facts whose change makes the desk choose a policy anew.
package struct PolicyBasis: Hashable, Sendable, Codable {
    package var category: InquiryCategory
    package var priority: TicketPriority
    package var language: LanguageCode

    package init(category: InquiryCategory, priority: TicketPriority, language: LanguageCode) {
        self.category = category
        self.priority = priority
        self.language = language
    }
}
