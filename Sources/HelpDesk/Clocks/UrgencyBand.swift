package import SwiftExtensions

/// How near the desk's limit is (helpdesk section 6.5). Screens and engine use this one function.
package enum UrgencyBand: String, Codable, Sendable, CaseIterable, Comparable {
    /// More than twelve hours, or no clock at all.
    case calm
    /// Four to twelve hours.
    case watch
    /// One to four hours.
    case soon
    /// Less than an hour.
    case now
    /// Past the limit.
    case over

    /// The band of a limit; nil when nothing runs.
    package init?(limit: Timestamp?, now: Timestamp) {
        guard let limit else { return nil }
        let left = limit - now
        self =
            switch left {
            case ..<Duration.zero: .over
            case ..<Duration.hours(1): .now
            case ..<Duration.hours(4): .soon
            case ...Duration.hours(12): .watch
            default: .calm
            }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: UrgencyBand, right: UrgencyBand) -> Bool {
        left.rank < right.rank
    }
}
