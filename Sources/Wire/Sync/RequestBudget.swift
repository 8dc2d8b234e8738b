package import HelpDesk
package import SwiftExtensions

/// What one store may still ask of one operation of its platform.
package struct RequestBudget: Codable, Sendable, Hashable {
    package var store: StoreID
    package var region: String
    /// The platform's name of the call, such as `searchOrders`.
    package var operation: String
    /// Requests that come back each second, as the platform last said or as published.
    package var ratePerSecond: Double
    /// Requests a full bucket holds.
    package var burst: Double
    /// Requests that could go out now, at the moment of the answer.
    package var tokens: Double
    /// Requests made in the last hour.
    package var usedInHour: Int
    /// `usedInHour` as a share of what the rate allowed in that hour: 0 to 1, in bursts above 1.
    package var usedShare: Double
    /// 429 answers since the core keeps the log.
    package var refusals: Int
    package var lastRefusal: Timestamp?
    /// Nothing goes out before, since the platform refused or named a wait.
    package var pausedUntil: Timestamp?

    package init(
        store: StoreID, region: String, operation: String, ratePerSecond: Double, burst: Double,
        tokens: Double, usedInHour: Int, usedShare: Double, refusals: Int = 0,
        lastRefusal: Timestamp? = nil, pausedUntil: Timestamp? = nil
    ) {
        self.store = store
        self.region = region
        self.operation = operation
        self.ratePerSecond = ratePerSecond
        self.burst = burst
        self.tokens = tokens
        self.usedInHour = usedInHour
        self.usedShare = usedShare
        self.refusals = refusals
        self.lastRefusal = lastRefusal
        self.pausedUntil = pausedUntil
    }
}
