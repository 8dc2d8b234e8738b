/// The `std offset dst offset,Mm.w.d/time,…` rule of POSIX's TZ variable, as TZif files end with.
package struct PosixZoneRule: Sendable, Equatable {
    struct Change: Sendable, Equatable {
        var month: Int
        var week: Int
        var weekday: Int
        var second: Int
    }

    var standard: ZoneTable.Period
    var daylight: ZoneTable.Period?
    var daylightStart: Change?
    var daylightEnd: Change?

    /// Nil when the text is empty or uses a form that no zone in use needs (Julian days).
    package init?(_ text: String) {
        var scanner = RuleScanner(text)
        guard let name = scanner.name(), let west = scanner.time() else { return nil }
        standard = .init(start: .min, offsetSeconds: -west, abbreviation: name)
        guard let summer = scanner.name() else { return }
        let summerWest = scanner.peek() == "," ? west - 3600 : scanner.time() ?? west - 3600
        daylight = .init(start: .min, offsetSeconds: -summerWest, abbreviation: summer)
        guard let start = scanner.change(), let end = scanner.change() else { return nil }
        (daylightStart, daylightEnd) = (start, end)
    }

    /// What clocks of the zone show at a second since 1970 in UTC.
    package func period(at second: Int64) -> ZoneTable.Period {
        guard let daylight, let daylightStart, let daylightEnd else { return standard }
        let local = Timestamp(seconds: second + Int64(standard.offsetSeconds))
        let year = CivilTime(local).year
        let start = daylightStart.second(in: year) - Int64(standard.offsetSeconds)
        let end = daylightEnd.second(in: year) - Int64(daylight.offsetSeconds)
        let isSummer =
            start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
        return isSummer ? daylight : standard
    }
}

extension PosixZoneRule.Change {
    /// Seconds since 1970 on the local clock; week 5 is the month's last.
    func second(in year: Int) -> Int64 {
        let firstWeekday = CivilTime(year: year, month: month, day: 1).weekday
        var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        let monthEnd = CivilTime.days(
            year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        let monthLength = Int(monthEnd - CivilTime.days(year: year, month: month, day: 1))
        while day > monthLength { day -= 7 }
        return CivilTime.days(year: year, month: month, day: day) * 86_400 + Int64(second)
    }
}

private struct RuleScanner {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    func peek() -> Character? { rest.first }

    private mutating func skip(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    mutating func name() -> String? {
        if skip("<") {
            guard let close = rest.firstIndex(of: ">") else { return nil }
            defer { rest = rest[rest.index(after: close)...] }
            return String(rest[..<close])
        }
        let letters = rest.prefix { $0.isLetter }
        rest = rest[letters.endIndex...]
        return letters.count >= 3 ? String(letters) : nil
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { $0.isNumber }
        rest = rest[digits.endIndex...]
        return Int(digits)
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard let hours = number(), hours < 200 else { return nil }
        var seconds = hours * 3600
        if skip(":") { seconds += (number() ?? 0) % 60 * 60 }
        if skip(":") { seconds += (number() ?? 0) % 60 }
        return sign * seconds
    }

    mutating func change() -> PosixZoneRule.Change? {
        guard skip(","), skip("M"), let month = number(), skip("."), let week = number(),
            skip("."), let weekday = number(), (1...12).contains(month), (1...5).contains(week),
            (0...6).contains(weekday)
        else { return nil }
        return .init(
            month: month, week: week, weekday: weekday, second: skip("/") ? time() ?? 7200 : 7200)
    }
}
