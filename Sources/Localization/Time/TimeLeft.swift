package import SwiftExtensions

/// Durations as people read them on the desk.
package enum TimeLeft {
    /// Hours and minutes to a deadline: `0:52`, `23:08`, `-0:14` when it has passed. The minutes
    /// still to go are rounded down, and so are the minutes since, so `-0:00` is just late.
    package static func clock(until due: Timestamp, now: Timestamp) -> String {
        let left = (due - now).wholeMilliseconds
        let minutes = abs(left) / 60_000
        let hours = minutes / 60
        return (left < 0 ? "-" : "") + "\(hours):\(twoDigits(Int(minutes % 60)))"
    }

    /// How long ago something was, in its largest unit: `12s`, `41m`, `3h`, `5d`.
    package static func age(since instant: Timestamp, now: Timestamp) -> String {
        span(max(0, (now - instant).wholeMilliseconds / 1000))
    }

    /// A length of time in its largest unit.
    package static func span(_ seconds: Int64) -> String {
        switch seconds {
        case ..<60: "\(seconds)s"
        case ..<3600: "\(seconds / 60)m"
        case ..<172_800: "\(seconds / 3600)h"
        default: "\(seconds / 86_400)d"
        }
    }

    /// Whole seconds to an instant, rounded up; never negative.
    package static func seconds(until instant: Timestamp, now: Timestamp) -> Int {
        Int(max(0, ((instant - now).wholeMilliseconds + 999) / 1000))
    }

    /// Reads `90m`, `3h`, `2d` or a bare number of hours; nil for anything else or zero.
    package static func parse(_ text: String) -> Duration? {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
        let unit = text.last.flatMap { units[$0] }
        let digits = unit == nil ? text[...] : text.dropLast()
        guard let number = Int64(digits), number > 0, number < 10_000 else { return nil }
        return .seconds(number * (unit ?? 3600))
    }
}
