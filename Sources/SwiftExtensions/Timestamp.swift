/// An instant: whole milliseconds since 1970-01-01T00:00:00Z. Zones exist only at the edge.
package struct Timestamp: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int64) {
        self.milliseconds = seconds * 1000
    }

    /// Whole seconds since the epoch, rounded down.
    package var seconds: Int64 {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package static func + (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(milliseconds: instant.milliseconds + duration.wholeMilliseconds)
    }

    package static func - (instant: Timestamp, duration: Duration) -> Timestamp {
        Timestamp(milliseconds: instant.milliseconds - duration.wholeMilliseconds)
    }

    /// The time from `start` to `end`; negative when `end` is earlier.
    package static func - (end: Timestamp, start: Timestamp) -> Duration {
        .milliseconds(end.milliseconds - start.milliseconds)
    }
}

/// On the wire and in the database a timestamp is its number of milliseconds; an encoder whose
/// `userInfo` has `isWrittenForPeople` writes ISO 8601 instead.
extension Timestamp: Codable {
    package static let isWrittenForPeople = CodingUserInfoKey(rawValue: "iso8601")

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

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
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    package static func hours(_ hours: Int64) -> Duration { .seconds(hours * 3600) }
    package static func minutes(_ minutes: Int64) -> Duration { .seconds(minutes * 60) }
    package static func days(_ days: Int64) -> Duration { .seconds(days * 86_400) }
}
