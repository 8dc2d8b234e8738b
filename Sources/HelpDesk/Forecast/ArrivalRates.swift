package import SwiftExtensions

/// How many messages an hour of the week brings, from earlier weeks of which the newer count more
/// (helpdesk section 14.10).
package struct ArrivalRates: Hashable, Sendable {
    package static let weeks = 8
    package static let hoursOfWeek = 168
    /// A week so many weeks ago weighs half.
    private static let halfLife = 4

    private let rates: [Double]

    /// `counts` are messages by whole weeks ago and hour of the week; `known` is how many of those
    /// weeks the desk has seen, since a week before its time says nothing.
    package init(counts: [Int: [Int: Int]], known: Int) {
        let weeks = min(max(known, 0), Self.weeks)
        var rates = Array(repeating: 0.0, count: Self.hoursOfWeek)
        var weight = 0.0
        for ago in 0..<weeks {
            let share = Self.weight(ago: ago)
            weight += share
            for (hour, count) in counts[ago] ?? [:] where rates.indices.contains(hour) {
                rates[hour] += share * Double(count)
            }
        }
        self.rates = weight > 0 ? rates.map { $0 / weight } : rates
    }

    /// 1 for the last week, half of it four weeks earlier.
    static func weight(ago: Int) -> Double {
        var weight = 1.0
        for _ in 0..<ago { weight *= 0.840_896_415_253_714_6 }
        return weight
    }

    /// The hour of the week of an instant; weeks begin with the hour of 1970-01-01T00:00Z.
    package static func hour(of instant: Timestamp) -> Int {
        Int((instant.milliseconds.floorDivided(by: 3_600_000) % 168 + 168) % 168)
    }

    /// Expected messages of each hour from an instant on; a first, broken hour counts whole.
    package func perHour(from start: Timestamp, hours: Int) -> [Double] {
        let first = Self.hour(of: start)
        return (0..<max(0, hours)).map { rates[(first + $0) % Self.hoursOfWeek] }
    }

    package var isEmpty: Bool { rates.allSatisfy { $0 == 0 } }
}
