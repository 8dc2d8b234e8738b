package import SwiftExtensions

/// Who is planned when, against what the hours will ask for.
package struct ShiftCoverage: Hashable, Sendable, Codable {
    /// People do other things than answering for a part of every hour.
    package static let usableShare = 0.85

    /// One hour of the plan.
    package struct Hour: Hashable, Sendable, Codable {
        package var start: Timestamp
        /// People on shift, in parts of a whole hour.
        package var planned: Double
        package var arrivals: Double
        /// People that the arrivals ask for.
        package var needed: Double

        package init(start: Timestamp, planned: Double, arrivals: Double, needed: Double) {
            self.start = start
            self.planned = planned
            self.arrivals = arrivals
            self.needed = needed
        }

        /// Fewer people than the arrivals ask for.
        package var isGap: Bool { needed > planned + 0.05 }
    }

    package var hours: [Hour]

    package init(hours: [Hour]) { self.hours = hours }

    /// `shifts` are each person's planned spans as seconds since 1970; `handling` is the mean time
    /// of an answer.
    package init(
        from start: Timestamp, arrivals: [Double], shifts: [[Range<Int64>]], handling: Duration
    ) {
        let seconds = Double(handling.wholeMilliseconds) / 1000
        hours = arrivals.enumerated().map { index, count in
            let begin = start.seconds + Int64(index) * 3600
            let hour = begin..<begin + 3600
            let planned = shifts.joined().reduce(0) { $0 + Int64($1.clamped(to: hour).count) }
            return Hour(
                start: Timestamp(seconds: begin), planned: Double(planned) / 3600,
                arrivals: count, needed: count * seconds / 3600 / Self.usableShare)
        }
    }

    /// Stretches of hours with too few people.
    package var gaps: [Gap] {
        var found: [Gap] = []
        for hour in hours where hour.isGap {
            let missing = hour.needed - hour.planned
            if let last = found.last, last.end == hour.start {
                found[found.count - 1].end = hour.start + .hours(1)
                found[found.count - 1].missingHours += missing
            } else {
                found.append(
                    Gap(start: hour.start, end: hour.start + .hours(1), missingHours: missing))
            }
        }
        return found
    }

    /// Hours in a row with too few people, and how many hours of work are missing.
    package struct Gap: Hashable, Sendable, Codable {
        package var start: Timestamp
        package var end: Timestamp
        package var missingHours: Double
    }
}
