package import SwiftExtensions

/// Where a ticket stands and who must act next (reference: helpdesk section 5.1).
package enum TicketState: String, Codable, Sendable, CaseIterable {
    case new, open, pending, hold, snoozed, resolved, closed
}

/// What an inquiry is about; the values are part of the command line's JSON.
package enum InquiryCategory: String, Codable, Sendable, CaseIterable {
    case preSaleQuestion = "pre-sale-question"
    case whereIsMyOrder = "where-is-my-order"
    case returnRefund = "return-refund"
    case damagedDefective = "damaged-defective"
    case wrongItem = "wrong-item"
    case cancelRequest = "cancel-request"
    case invoiceRequest = "invoice-request"
    case productUsage = "product-usage"
    case addressChange = "address-change"
    case other
}

/// Which evidence put a message into its thread, strongest first (helpdesk section 3.4).
package enum ThreadEvidence: String, Codable, Sendable {
    case platformThread = "platform-thread"
    case platformCase = "platform-case"
    case aliasAndOrder = "alias-and-order"
    case reference
    case onlyLiveTicket = "only-live-ticket"
    case aliasAndSubject = "alias-and-subject"
    case newThread = "new-thread"
}

/// The unit of work on one thread. Names and texts are kept apart from it, as personal data.
package struct Ticket: Hashable, Sendable, Codable {
    package var id: TicketID
    package var store: StoreID
    package var marketplace: MarketplaceCode?
    package var buyer: BuyerID?
    package var order: OrderID?
    package var state: TicketState
    package var owner: PersonID?
    package var language: LanguageCode
    package var category: InquiryCategory
    package var openedAt: Timestamp
    package var lastActivityAt: Timestamp
    package var holdReason: String?
    package var reviewAt: Timestamp?
    package var resolvedAt: Timestamp?
    /// Number of the current cycle, from 1 (helpdesk section 1).
    package var cycle: Int
    /// Earliest platform deadline among the owed debts, or nil when nothing is owed.
    package var nextDue: Timestamp?
    package var owedDebts: Int
    /// Debts that wait for "no response needed" to be ticked on the platform; their clock runs on.
    package var excuseDebts: Int
    /// Earliest platform deadline among those.
    package var tickDue: Timestamp?
    package var openCases: Int
    /// Earliest review deadline among the open cases.
    package var caseDue: Timestamp?
    package var messageCount: Int
    package var attachmentCount: Int
    /// Position of the newest thread item (message, reply or note); what a reply's basis is compared with.
    package var lastItem: EventSequence
    package var priority: TicketPriority
    package var group: GroupID?
    /// When a snoozed ticket comes back.
    package var wakeAt: Timestamp?
    /// The ticket that took this one's thread (helpdesk section 11.3).
    package var mergedInto: TicketID?
    package var flags: TicketFlags
    /// Earliest deadline of the desk's own clocks, or nil when none runs (helpdesk section 6.1).
    package var internalDue: Timestamp?

    package init(
        id: TicketID, store: StoreID, marketplace: MarketplaceCode?, buyer: BuyerID?,
        order: OrderID?, state: TicketState, owner: PersonID?, language: LanguageCode,
        category: InquiryCategory, openedAt: Timestamp, lastActivityAt: Timestamp,
        holdReason: String? = nil, reviewAt: Timestamp? = nil, resolvedAt: Timestamp? = nil,
        cycle: Int = 1, nextDue: Timestamp? = nil, owedDebts: Int = 0,
        excuseDebts: Int = 0, tickDue: Timestamp? = nil, openCases: Int = 0,
        caseDue: Timestamp? = nil, messageCount: Int = 0,
        attachmentCount: Int = 0, lastItem: EventSequence = .zero,
        priority: TicketPriority = .normal, group: GroupID? = nil, wakeAt: Timestamp? = nil,
        mergedInto: TicketID? = nil, flags: TicketFlags = [], internalDue: Timestamp? = nil
    ) {
        self.id = id
        self.store = store
        self.marketplace = marketplace
        self.buyer = buyer
        self.order = order
        self.state = state
        self.owner = owner
        self.language = language
        self.category = category
        self.openedAt = openedAt
        self.lastActivityAt = lastActivityAt
        self.holdReason = holdReason
        self.reviewAt = reviewAt
        self.resolvedAt = resolvedAt
        self.cycle = cycle
        self.nextDue = nextDue
        self.owedDebts = owedDebts
        self.excuseDebts = excuseDebts
        self.tickDue = tickDue
        self.openCases = openCases
        self.caseDue = caseDue
        self.messageCount = messageCount
        self.attachmentCount = attachmentCount
        self.lastItem = lastItem
        self.priority = priority
        self.group = group
        self.wakeAt = wakeAt
        self.mergedInto = mergedInto
        self.flags = flags
        self.internalDue = internalDue
    }
}

extension Ticket {
    /// The earliest deadline of all its clocks: answers owed, marks to be set, cases to be handled;
    /// nil when nothing runs.
    package var clockDue: Timestamp? {
        [nextDue, internalDue, tickDue, caseDue].compactMap { $0 }.min()
    }

    /// By when somebody should have acted: an answer has to leave some time before the platform's
    /// deadline. Lists are sorted by it, and bands are made of it (helpdesk section 6.5).
    package var actBy: Timestamp? {
        let margin = PlatformClock.margin
        return [nextDue.map { $0 - margin }, internalDue, tickDue.map { $0 - margin }, caseDue]
            .compactMap { $0 }.min()
    }
}
