package import SwiftExtensions

/// Past instants as people type them: `2026-03-08 23:00`, `2026-03-08` (its end), `23:00` (the last
/// one), `-3h`, `now-2d`, or ISO 8601 (helpdesk section 12.2).
package enum AsOfText {
    /// Nil for what is no time.
    package static func instant(
        _ typed: String, in time: LocalTime, now: Timestamp
    ) -> Timestamp? {
        let text = typed.trimmingSpaces
        if let back = ago(text) { return now - back }
        if let instant = Timestamp(iso8601: text) { return instant }
        let parts = text.split { $0 == " " || $0 == "T" }
        switch parts.count {
        case 1:
            if let day = date(parts[0]) {
                return end(of: day, in: time)
            }
            guard let clock = clock(parts[0]) else { return nil }
            return last(clock, in: time, now: now)
        case 2:
            guard let day = date(parts[0]), let clock = clock(parts[1]) else { return nil }
            return instant(day, clock, in: time)
        default: return nil
        }
    }

    /// The `asof:` of a search line, quoted or one word, and the line without it.
    package static func split(_ line: String) -> (asOf: String?, rest: String) {
        guard let start = line.range(of: "asof:") else { return (nil, line) }
        let isWord =
            start.lowerBound == line.startIndex
            || line[line.index(before: start.lowerBound)] == " "
        guard isWord else { return (nil, line) }
        var tail = line[start.upperBound...]
        let value: Substring
        if tail.first == "\"" {
            tail = tail.dropFirst()
            value = tail.prefix { $0 != "\"" }
            tail = tail.dropFirst(value.count + 1)
        } else {
            value = tail.prefix { $0 != " " }
            tail = tail.dropFirst(value.count)
        }
        let rest = (line[..<start.lowerBound] + tail).split(separator: " ").joined(separator: " ")
        return (String(value), rest)
    }

    /// `-3h` and `now-3h`, in minutes, hours, days or weeks.
    private static func ago(_ text: String) -> Duration? {
        let tail = text.hasPrefix("now-") ? text.dropFirst(4) : text.dropFirst()
        guard text.hasPrefix("now-") || text.hasPrefix("-"), let unit = tail.last,
            let number = Int64(tail.dropLast()), (0...1_000_000).contains(number)
        else { return nil }
        switch unit {
        case "m": return .minutes(number)
        case "h": return .hours(number)
        case "d": return .days(number)
        case "w": return .days(number * 7)
        default: return nil
        }
    }

    private typealias Day = (year: Int, month: Int, day: Int)
    private typealias Clock = (hour: Int, minute: Int, second: Int)

    private static func date(_ text: Substring) -> Day? {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map(number)
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1],
            let day = numbers[2], (1970...9999).contains(year), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return (year, month, day)
    }

    private static func clock(_ text: Substring) -> Clock? {
        let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map(number)
        guard numbers.count == 2 || numbers.count == 3, let hour = numbers[0],
            let minute = numbers[1], (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        guard numbers.count == 3 else { return (hour, minute, 0) }
        guard let second = numbers[2], (0...59).contains(second) else { return nil }
        return (hour, minute, second)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
    }

    private static func instant(_ day: Day, _ clock: Clock, in time: LocalTime) -> Timestamp {
        time.instant(
            CivilTime(
                year: day.year, month: day.month, day: day.day, hour: clock.hour,
                minute: clock.minute, second: clock.second))
    }

    private static func end(of day: Day, in time: LocalTime) -> Timestamp {
        instant(day, (23, 59, 59), in: time) + .milliseconds(999)
    }

    private static func last(_ clock: Clock, in time: LocalTime, now: Timestamp) -> Timestamp {
        let today = time.civil(now)
        let found = instant((today.year, today.month, today.day), clock, in: time)
        guard found > now else { return found }
        let yesterday = time.civil(now - .days(1))
        return instant((yesterday.year, yesterday.month, yesterday.day), clock, in: time)
    }
}

extension LocalTime {
    /// The instant at which clocks of the zone show this. A time that a change of the clocks leaves
    /// out is read as if they had not changed yet; one that comes twice is its first.
    package func instant(_ civil: CivilTime) -> Timestamp {
        let guess = civil.timestamp(offsetSeconds: 0)
        let before = civil.timestamp(offsetSeconds: offset(at: guess - .days(1)))
        if self.civil(before) == civil { return before }
        let after = civil.timestamp(offsetSeconds: offset(at: guess + .days(1)))
        return self.civil(after) == civil ? after : before
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    fileprivate func range(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) {
                return start..<index(start, offsetBy: part.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
