import SwiftExtensions

/// A day of the calendar, of one year (`2026-03-09`) or of every year (`*-10-01`).
package struct CalendarDay: Hashable, Sendable, Comparable {
    /// Nil for every year.
    package let year: Int?
    package let month: Int
    package let day: Int

    /// Nil for a day that no year has.
    package init?(year: Int?, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1 else { return nil }
        if let year, !(1970...9999).contains(year) { return nil }
        // 2000 has a 29 February.
        let sample = CivilTime(
            Timestamp(seconds: CivilTime.days(year: year ?? 2000, month: month, day: day) * 86_400))
        guard sample.month == month, sample.day == day else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-03-09` or `*-10-01`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        guard parts[0] != "*" else {
            self.init(year: nil, month: month, day: day)
            return
        }
        guard parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(parts[0])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var text: String {
        let start = year.map { String($0) } ?? "*"
        return "\(start)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year ?? 0, left.month, left.day) < (right.year ?? 0, right.month, right.day)
    }
}

extension CalendarDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no day such as 2026-03-09 or *-10-01")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
