/// A span of one day in which people work, by the local clock: `09:00-12:00`. One that closes no
/// later than it opens ends on the next day (helpdesk section 6.3).
package struct OpenSpan: Hashable, Sendable {
    /// Minutes after midnight, 0 to 1439.
    package let opens: Int
    /// Minutes after midnight, 0 to 1440.
    package let closes: Int

    /// Nil for a time that no clock shows.
    package init?(opens: Int, closes: Int) {
        guard (0..<1440).contains(opens), (0...1440).contains(closes) else { return nil }
        self.opens = opens
        self.closes = closes
    }

    /// Reads `09:00-12:00`; nil for anything else.
    package init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let opens = Self.minutes(ends[0]), let closes = Self.minutes(ends[1])
        else { return nil }
        self.init(opens: opens, closes: closes)
    }

    /// Minutes from the day's midnight to the end, over midnight for a night span.
    package var end: Int { closes > opens ? closes : closes + 1440 }

    package var text: String { "\(Self.text(opens))-\(Self.text(closes))" }

    /// `09:00` for 540.
    package static func text(_ minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
            let hours = number(parts[0]), let minutes = number(parts[1]), minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}

extension OpenSpan: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let span = OpenSpan(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no span such as 09:00-12:00")
        }
        self = span
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
