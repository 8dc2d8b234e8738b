import Foundation
import SwiftExtensions

/// Reads the times of sample data, which count from the moment of loading: `@-1d02h24m@`.
enum RelativeTime {
    /// The text with each time replaced by what `write` makes of it.
    static func resolved(
        _ text: String, now: Timestamp, write: (Timestamp) -> String
    ) -> String {
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "@") {
            result += rest[..<sign]
            rest = rest[sign...]
            guard let (distance, end) = distance(rest) else {
                result.append("@")
                rest = rest.dropFirst()
                continue
            }
            result += write(now + distance)
            rest = rest[end...]
        }
        return result + rest
    }

    /// The distance at the start of `text`, and where it ends.
    private static func distance(_ text: Substring) -> (Duration, Substring.Index)? {
        var rest = text.dropFirst()
        guard let sign = rest.first, sign == "-" || sign == "+" else { return nil }
        rest = rest.dropFirst()
        var seconds: Int64 = 0
        for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)] as [(Character, Int64)] {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int64(digits), number < 10_000,
                rest.dropFirst(digits.count).first == unit
            else { return nil }
            seconds += number * length
            rest = rest.dropFirst(digits.count + 1)
        }
        guard rest.first == "@" else { return nil }
        return (.seconds(sign == "-" ? -seconds : seconds), rest.index(after: rest.startIndex))
    }

    /// The form of a mail's `Date` header (RFC 5322 section 3.3), in UTC.
    static func mailDate(_ instant: Timestamp) -> String {
        let time = CivilTime(instant)
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][time.weekday]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let clock = [time.hour, time.minute, time.second].map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(weekday), \(time.day) \(months[time.month - 1]) \(time.year) "
            + clock.joined(separator: ":") + " +0000"
    }
}
