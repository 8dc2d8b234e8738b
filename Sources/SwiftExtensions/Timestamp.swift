/// An instant: whole milliseconds since 1970-01-01T00:00:00Z. Zones exist only at the edge.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int64) {
        let (product, isTooLarge) = seconds.multipliedReportingOverflow(by: 1000)
        self.milliseconds = isTooLarge ? (seconds < 0 ? .min : .max) : product
    }

    /// Whole seconds since the epoch, rounded down.
    package var seconds: Int64 {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// Later than anything that happens.
    package static let distantFuture = Timestamp(milliseconds: .max)

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package static func + (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(milliseconds: instant.milliseconds.adding(duration.wholeMilliseconds))
    }

    package static func - (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(milliseconds: instant.milliseconds.subtracting(duration.wholeMilliseconds))
    }

    /// The time from `start` to `end`; negative when `end` is earlier.
    package static func - (end: Timestamp, start: Timestamp) -> Duration {
        .milliseconds(end.milliseconds.subtracting(start.milliseconds))
    }
}

extension Int64 {
    /// The sum, at most the largest number: an absurd instant from outside traps nowhere.
    fileprivate func adding(_ other: Int64) -> Int64 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? (other < 0 ? .min : .max) : sum
    }

    fileprivate func subtracting(_ other: Int64) -> Int64 {
        let (rest, isTooLarge) = subtractingReportingOverflow(other)
        return isTooLarge ? (other < 0 ? .max : .min) : rest
    }
}

/// On the wire and in the database a timestamp is its number of milliseconds; an encoder whose
/// `userInfo` has `isWrittenForPeople` writes ISO 8601 instead. Only the years 1 to 9999 are read:
/// no calendar here knows others.
extension Timestamp: Codable {
    package static let isWrittenForPeople = CodingUserInfoKey(rawValue: "iso8601")

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        milliseconds = try container.decode(Int64.self)
        guard Self.known.contains(milliseconds) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an instant out of the years 1 to 9999")
        }
    }

    private static let known: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let key = Self.isWrittenForPeople, encoder.userInfo[key] != nil {
            try container.encode(iso8601)
        } else {
            try container.encode(milliseconds)
        }
    }
}

extension Duration {
    /// This duration in whole milliseconds, rounded towards zero.
    package var wholeMilliseconds: Int64 {
        let (seconds, isTooLarge) = components.seconds.multipliedReportingOverflow(by: 1000)
        guard !isTooLarge else { return components.seconds < 0 ? .min : .max }
        return seconds.adding(components.attoseconds / 1_000_000_000_000_000)
    }

    package static func hours(_ hours: Int64) -> Duration { .seconds(hours * 3600) }
    package static func minutes(_ minutes: Int64) -> Duration { .seconds(minutes * 60) }
    package static func days(_ days: Int64) -> Duration { .seconds(days * 86_400) }
}
