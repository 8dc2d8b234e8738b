package import HelpDesk
package import SwiftExtensions

/// Which rows a report reads and how they are grouped.
package struct ReportQuery: Sendable {
    package var request: ReportRequest
    /// What the caller may see at all.
    package var scope: StoreScope
    /// Ends what has not ended.
    package var now: Timestamp
    /// The days, weeks or months of the window, in the zone of its reader.
    package var periods: [Period]

    /// A part of the window with its name, such as `2026-07-01`.
    package struct Period: Hashable, Sendable {
        package var start: Timestamp
        package var name: String

        package init(start: Timestamp, name: String) {
            self.start = start
            self.name = name
        }
    }

    package init(
        _ request: ReportRequest, scope: StoreScope, now: Timestamp, periods: [Period] = []
    ) {
        self.request = request
        self.scope = scope
        self.now = now
        self.periods = periods
    }

    /// The period of an instant, by halving; nil before the first.
    package func period(at milliseconds: Int64) -> Int? {
        var low = 0
        var high = periods.count
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].start.milliseconds <= milliseconds {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == 0 ? nil : low - 1
    }
}
