package import SwiftExtensions

/// A point of a clock at which somebody is told (helpdesk section 6.5).
package enum ClockThreshold: Hashable, Sendable {
    /// Percent of the target used up.
    case fraction(Int)
    /// Minutes before the deadline: working minutes for the desk's own clocks, so that nobody is
    /// woken at night, elapsed ones for the platform's.
    case lead(Int)
    /// The deadline itself.
    case breach
    /// Every four hours after it, counted from one, until the clock ends.
    case again(Int)

    /// `f75`, `l30`, `breach`, `a2`.
    package var text: String {
        switch self {
        case .fraction(let percent): "f\(percent)"
        case .lead(let minutes): "l\(minutes)"
        case .breach: "breach"
        case .again(let count): "a\(count)"
        }
    }

    package init?(_ text: some StringProtocol) {
        guard text != "breach" else {
            self = .breach
            return
        }
        guard let first = text.utf8.first, let number = Int(text.dropFirst()), number >= 0 else {
            return nil
        }
        switch first {
        case UInt8(ascii: "f"): self = .fraction(number)
        case UInt8(ascii: "l"): self = .lead(number)
        case UInt8(ascii: "a"): self = .again(number)
        default: return nil
        }
    }
}

extension ClockThreshold: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let threshold = ClockThreshold(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no threshold of a clock")
        }
        self = threshold
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// When one threshold is reached.
package struct ClockMark: Hashable, Sendable {
    package var at: Timestamp
    package var threshold: ClockThreshold

    package init(at: Timestamp, threshold: ClockThreshold) {
        self.at = at
        self.threshold = threshold
    }
}

/// The marks of a clock in ascending order. Written as `f50@1772800000 f75@…`, because a sweep reads
/// thousands of them and JSON would take most of its time.
package struct ClockMarks: Hashable, Sendable {
    package let list: [ClockMark]

    package init(_ marks: [ClockMark]) {
        // Whole seconds, as they are written down.
        let whole = marks.map {
            ClockMark(at: Timestamp(seconds: $0.at.seconds), threshold: $0.threshold)
        }
        list = whole.sorted { ($0.at, Self.weight($0)) < ($1.at, Self.weight($1)) }
    }

    /// Of two marks at one instant a lead weighs more than a fraction, and a later one more.
    private static func weight(_ mark: ClockMark) -> Int {
        switch mark.threshold {
        case .fraction(let percent): percent
        case .lead(let minutes): 1_000_000 - minutes
        case .breach, .again: 2_000_000
        }
    }

    package var text: String {
        list.map { "\($0.threshold.text)@\($0.at.seconds)" }.joined(separator: " ")
    }

    package init?(_ text: String) {
        var marks: [ClockMark] = []
        // By bytes: characters would cost a sweep more than the rest of the row.
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            guard let at = word.firstIndex(of: UInt8(ascii: "@")),
                let threshold = ClockThreshold(Substring(word[..<at])),
                let second = Int64(Substring(word[word.index(after: at)...]))
            else { return nil }
            marks.append(ClockMark(at: Timestamp(seconds: second), threshold: threshold))
        }
        list = marks
    }
}

extension ClockMarks: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let marks = ClockMarks(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no marks of a clock")
        }
        self = marks
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
