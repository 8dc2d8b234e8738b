package import SwiftExtensions

/// A ticket as routing sees it: facts of one moment, no words of people.
package struct RoutingSubject: Hashable, Sendable {
    package var ticket: TicketID
    package var store: StoreID
    package var marketplace: MarketplaceCode?
    package var category: InquiryCategory
    package var language: LanguageCode
    package var priority: TicketPriority
    /// Hour of the day in the desk's zone, 0 to 23.
    package var hour: Int
    /// Start of the oldest clock that runs, or the opening of a ticket without one.
    package var start: Timestamp
    /// The earlier of the instant to send by and the desk's own deadline; nil when nothing runs.
    package var due: Timestamp?
    /// What the ticket adds to somebody's load.
    package var cost: Double
    /// Who had the ticket last, then who had the buyer's last one; each may be nobody.
    package var previousOwner: PersonID?
    package var buyersOwner: PersonID?
    /// Who gave it back in this cycle, or must not have it.
    package var exclusions: Set<PersonID>
    /// How often it came back in this cycle.
    package var returns: Int

    package init(
        ticket: TicketID, store: StoreID, marketplace: MarketplaceCode? = nil,
        category: InquiryCategory = .other, language: LanguageCode = .undetermined,
        priority: TicketPriority = .normal, hour: Int = 12, start: Timestamp,
        due: Timestamp? = nil, cost: Double = 1, previousOwner: PersonID? = nil,
        buyersOwner: PersonID? = nil, exclusions: Set<PersonID> = [], returns: Int = 0
    ) {
        self.ticket = ticket
        self.store = store
        self.marketplace = marketplace
        self.category = category
        self.language = language
        self.priority = priority
        self.hour = hour
        self.start = start
        self.due = due
        self.cost = cost
        self.previousOwner = previousOwner
        self.buyersOwner = buyersOwner
        self.exclusions = exclusions
        self.returns = returns
    }

    /// The share of the time that is used up, in percent; 0 without a deadline, 100 or more past it.
    package func usedPercent(at now: Timestamp) -> Int {
        guard let due else { return 0 }
        let whole = (due - start).wholeMilliseconds
        guard whole > 0 else { return 100 }
        return Int(max(0, (now - start).wholeMilliseconds) * 100 / whole)
    }

    /// The instant at which that share is used up; nil without a deadline.
    package func instant(ofPercent percent: Int) -> Timestamp? {
        guard let due, due > start else { return nil }
        let whole = (due - start).wholeMilliseconds
        return start + .milliseconds((whole * Int64(percent) + 99) / 100)
    }

    /// Order of service (helpdesk section 7.4): urgency, priority, start; never by age alone, and
    /// nobody is left out.
    package static func isServedBefore(_ left: RoutingSubject, _ right: RoutingSubject) -> Bool {
        let (leftDue, rightDue) = (left.due?.milliseconds ?? .max, right.due?.milliseconds ?? .max)
        if leftDue != rightDue { return leftDue < rightDue }
        if left.priority != right.priority { return left.priority > right.priority }
        if left.start != right.start { return left.start < right.start }
        return left.ticket < right.ticket
    }
}
