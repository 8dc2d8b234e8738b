package import SwiftExtensions

/// Amazon's own numbers of a store, typed in by a person from Seller Central.
package struct AmazonFigure: Hashable, Sendable, Codable {
    package var store: StoreID
    /// The last day of the window, such as `2026-07-01`.
    package var day: String
    /// How many days the window has: 7, 30 or 90.
    package var days: Int
    /// Shares from 0 to 1; nil for what the page did not say.
    package var lateRate: Double?
    package var overDay: Double?
    package var noResponse: Double?
    package var messages: Int?

    package init(
        store: StoreID, day: String, days: Int, lateRate: Double? = nil, overDay: Double? = nil,
        noResponse: Double? = nil, messages: Int? = nil
    ) {
        self.store = store
        self.day = day
        self.days = days
        self.lateRate = lateRate
        self.overDay = overDay
        self.noResponse = noResponse
        self.messages = messages
    }

    /// Whether the numbers can be meant.
    package var isPlausible: Bool {
        let shares = [lateRate, overDay, noResponse].compactMap { $0 }
        return (1...366).contains(days) && !(shares.isEmpty && messages == nil)
            && shares.allSatisfy { (0...1).contains($0) } && (messages ?? 0) >= 0
    }
}

/// The desk's late rate beside Amazon's, and what may explain the difference (helpdesk 14.9).
package struct Reconciliation: Hashable, Sendable, Codable {
    /// Why the desk and Amazon may count one message differently.
    package enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
        /// The desk had the message more than an hour after Amazon.
        case fetchedLate = "fetched-late"
        /// Answered in Seller Central, where only a copy tells the desk when.
        case answeredOutside = "answered-outside"
        /// Excused here, but the mark is not set there.
        case excuseNotTicked = "excuse-not-ticked"
        /// An answer bounced, so that two clocks may count.
        case bounced
        /// Within a minute of the 24 hours.
        case boundary
        /// So near an end of the window that another zone puts it outside.
        case zone
    }

    /// A message that may be counted differently, with all that speaks for it.
    package struct Candidate: Hashable, Sendable, Codable {
        package var ticket: TicketID
        package var debt: DebtID
        package var start: Timestamp
        package var causes: [Cause]

        package init(ticket: TicketID, debt: DebtID, start: Timestamp, causes: [Cause]) {
            self.ticket = ticket
            self.debt = debt
            self.start = start
            self.causes = causes
        }
    }

    package var amazon: AmazonFigure
    package var desk: LateRate
    package var candidates: [Candidate]

    package init(amazon: AmazonFigure, desk: LateRate, candidates: [Candidate]) {
        self.amazon = amazon
        self.desk = desk
        self.candidates = candidates
    }

    /// Amazon's rate less the desk's.
    package var difference: Double? {
        guard let amazon = amazon.lateRate, let desk = desk.rate else { return nil }
        return amazon - desk
    }

    /// How many messages the difference comes to in the desk's population, rounded.
    package var differingMessages: Int? {
        difference.map { Int(($0 * Double(desk.population)).rounded()) }
    }

    /// What of the difference no candidate explains, in messages.
    package var unexplained: Int? {
        differingMessages.map { max(0, abs($0) - candidates.count) }
    }
}

extension Reconciliation {
    /// What is asked of one message.
    package struct Message: Hashable, Sendable {
        package var start: Timestamp
        package var state: DebtState
        package var dischargedAt: Timestamp?
        package var seenAt: Timestamp?
        package var isAnsweredOutside: Bool
        package var bounces: Int

        package init(
            start: Timestamp, state: DebtState, dischargedAt: Timestamp?, seenAt: Timestamp?,
            isAnsweredOutside: Bool, bounces: Int
        ) {
            self.start = start
            self.state = state
            self.dischargedAt = dischargedAt
            self.seenAt = seenAt
            self.isAnsweredOutside = isAnsweredOutside
            self.bounces = bounces
        }
    }

    /// Why Amazon may count a message of a window differently. The widest zones of our marketplaces
    /// are 17 hours apart, so a window's end is that far from certain.
    package static func causes(
        of message: Message, from: Timestamp, to: Timestamp, now: Timestamp
    ) -> [Cause] {
        var causes: [Cause] = []
        if let seen = message.seenAt, seen - message.start > .hours(1) {
            causes.append(.fetchedLate)
        }
        if message.isAnsweredOutside { causes.append(.answeredOutside) }
        if message.state == .excusePending { causes.append(.excuseNotTicked) }
        if message.bounces > 0 { causes.append(.bounced) }
        let took = ((message.dischargedAt ?? now) - message.start).wholeMilliseconds
        if abs(took - LateRate.limit) <= 60_000 { causes.append(.boundary) }
        if message.start - from < .hours(17) || to - message.start < .hours(17) {
            // Only an answer that is late moves the rate when it falls out of the window.
            if took > LateRate.limit { causes.append(.zone) }
        }
        return causes
    }
}
