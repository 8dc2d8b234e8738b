package import SwiftExtensions

/// How long a marketplace gives for an answer from some day on (helpdesk section 4.4): its rule may
/// change for a holiday, and messages of before keep the old one.
package struct PlatformWindow: Hashable, Sendable, Codable {
    /// Nil for every marketplace without a window of its own.
    package var marketplace: MarketplaceCode?
    /// Messages that the platform took at this instant or later.
    package var from: Timestamp
    package var seconds: Int64

    package init(marketplace: MarketplaceCode?, from: Timestamp, seconds: Int64) {
        self.marketplace = marketplace
        self.from = from
        self.seconds = seconds
    }

    /// Throws `policyRefused` for less than an hour or more than a week.
    package func checked() throws(DeskError) -> PlatformWindow {
        guard (3600...604_800).contains(seconds) else {
            throw DeskError(.policyRefused, ["field": "window", "reason": "window-range"])
        }
        return self
    }
}

extension [PlatformWindow] {
    /// The window for a message of `marketplace` that the platform took at `start`: the newest of
    /// the marketplace itself, else of all marketplaces, else 24 hours.
    package func window(of marketplace: MarketplaceCode?, at start: Timestamp) -> Duration {
        let valid = filter { $0.from <= start }
        let own = valid.filter { $0.marketplace != nil && $0.marketplace == marketplace }
        let common = valid.filter { $0.marketplace == nil }
        let newest = (own.isEmpty ? common : own).max { $0.from < $1.from }
        return newest.map { .seconds($0.seconds) } ?? PlatformClock.window
    }
}
