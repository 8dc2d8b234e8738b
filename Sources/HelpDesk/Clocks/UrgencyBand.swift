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

    /// Where bands begin: a limit that is less than this far away is in the band or in a nearer one.
    /// Times are whole milliseconds, so that exactly twelve hours are still to be watched.
    package static let edges: [(band: UrgencyBand, below: Duration)] = [
        (.over, .zero), (.now, .hours(1)), (.soon, .hours(4)),
        (.watch, .hours(12) + .milliseconds(1)),
    ]

    /// The band of a limit; nil when nothing runs.
    package init?(limit: Timestamp?, now: Timestamp) {
        guard let limit else { return nil }
        let left = limit - now
        self = Self.edges.first { left < $0.below }?.band ?? .calm
    }

    /// The limits of a band as instants: from the first, inclusive, to the second, exclusive; nil
    /// where the band is open.
    package func limits(at now: Timestamp) -> (from: Timestamp?, to: Timestamp?) {
        let edges = Self.edges
        guard let place = edges.firstIndex(where: { $0.band == self }) else {
            return (edges.last.map { now + $0.below }, nil)
        }
        let from = place > 0 ? now + edges[place - 1].below : nil
        return (from, now + edges[place].below)
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: UrgencyBand, right: UrgencyBand) -> Bool {
        left.rank < right.rank
    }
}
