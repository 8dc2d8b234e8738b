/// A date and time of day as a calendar shows it, without a zone.
package struct CivilTime: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int

    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        millisecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// What a clock shows at `instant` where local time is `offsetSeconds` ahead of UTC.
    package init(_ instant: Timestamp, offsetSeconds: Int = 0) {
        let known = min(max(instant.milliseconds, -Self.farthest), Self.farthest)
        let shifted = known + Int64(offsetSeconds) * 1000
        let days = shifted.floorDivided(by: 86_400_000)
        let rest = Int(shifted - days * 86_400_000)
        (year, month, day) = Self.civil(fromDays: days)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
    }

    /// Milliseconds, 36 million years: no calendar has a name for a day beyond.
    private static let farthest: Int64 = 1 << 60

    /// The instant of this time where local time is `offsetSeconds` ahead of UTC.
    package func timestamp(offsetSeconds: Int = 0) -> Timestamp {
        let days = Self.days(year: year, month: month, day: day)
        let seconds = Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
        return Timestamp(
            milliseconds: (days * 86_400 + seconds - Int64(offsetSeconds)) * 1000
                + Int64(millisecond))
    }

    /// 0 for Sunday to 6 for Saturday.
    package var weekday: Int {
        let days = Self.days(year: year, month: month, day: day)
        return Int((days + 4) - (days + 4).floorDivided(by: 7) * 7)
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar. Eras of 400 years of 146,097 days
    /// that begin on 1 March keep the leap day last, so no month needs a special case.
    package static func days(year: Int, month: Int, day: Int) -> Int64 {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = shiftedYear.floorDivided(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(fromDays days: Int64) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity.
    package func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
