import SwiftExtensions

/// Dates as flat reports write them, which differs by marketplace.
struct ReportDate {
    /// Which of day, month and year comes first in dates of three short numbers.
    enum Order {
        case monthFirst, dayFirst, yearFirst
    }

    let order: Order

    /// By the country of the store's first marketplace.
    init(countryCode: String) {
        switch countryCode {
        case "US": order = .monthFirst
        case "JP", "CA": order = .yearFirst
        default: order = .dayFirst
        }
    }

    /// Seconds ahead of UTC of the zones that reports name.
    private static let zones: [String: Int] = [
        "UTC": 0, "GMT": 0, "Z": 0, "JST": 32_400, "PST": -28_800, "PDT": -25_200, "CET": 3600,
        "CEST": 7200, "BST": 3600, "MET": 3600, "MEST": 7200,
    ]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Nil for anything that is no date. Without a zone UTC is meant.
    func timestamp(_ text: String) -> Timestamp? {
        if let time = PlatformTime.timestamp(text) { return time }
        let words = text.split(separator: " ")
        guard let first = words.first, let (year, month, day) = day(first) else { return nil }
        var clock = (hour: 0, minute: 0, second: 0)
        var offset = 0
        for word in words.dropFirst() {
            if let zone = Self.zones[String(word)] {
                offset = zone
            } else if let read = Self.clock(word) {
                clock = read
            } else {
                return nil
            }
        }
        let time = CivilTime(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute,
            second: clock.second)
        let instant = time.timestamp(offsetSeconds: offset)
        let readBack = CivilTime(instant, offsetSeconds: offset)
        return readBack.day == day && readBack.month == month ? instant : nil
    }

    private func day(_ text: Substring) -> (Int, Int, Int)? {
        let parts = text.split(whereSeparator: { "-/.".contains($0) })
        guard parts.count == 3 else { return nil }
        if let month = Self.months.firstIndex(of: parts[1].lowercased()) {
            guard let day = Int(parts[0]), let year = Int(parts[2]) else { return nil }
            return checked(year, month + 1, day)
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].utf8.count == 4 { return checked(numbers[0], numbers[1], numbers[2]) }
        if text.contains(".") { return checked(numbers[2], numbers[1], numbers[0]) }
        switch order {
        case .monthFirst: return checked(numbers[2], numbers[0], numbers[1])
        case .dayFirst: return checked(numbers[2], numbers[1], numbers[0])
        case .yearFirst: return checked(numbers[0], numbers[1], numbers[2])
        }
    }

    private func checked(_ year: Int, _ month: Int, _ day: Int) -> (Int, Int, Int)? {
        let full = year < 100 ? 2000 + year : year
        guard (1990...2200).contains(full), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        return (full, month, day)
    }

    private static func clock(_ text: Substring) -> (hour: Int, minute: Int, second: Int)? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
            let second = parts.count == 3 ? parts[2] : 0, (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        return (hour, minute, min(second, 59))
    }
}
