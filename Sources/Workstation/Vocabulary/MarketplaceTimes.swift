import HelpDesk
import Localization

/// The zone in which each marketplace's buyers mostly live, and its clocks.
package struct MarketplaceTimes: Equatable, Sendable {
    private var times: [MarketplaceCode: LocalTime] = [:]

    /// Amazon counts the days of its American site by the Pacific clock.
    static let zones: [(MarketplaceCode, String)] = [
        ("US", "America/Los_Angeles"), ("CA", "America/Toronto"), ("UK", "Europe/London"),
        ("DE", "Europe/Berlin"), ("FR", "Europe/Paris"), ("IT", "Europe/Rome"),
        ("ES", "Europe/Madrid"), ("JP", "Asia/Tokyo"),
    ]

    package init() {
        for (code, zone) in Self.zones {
            times[code] = LocalTime(zone: zone, language: .english)
        }
    }

    func time(of marketplace: MarketplaceCode?) -> LocalTime? {
        marketplace.flatMap { times[$0] }
    }
}
