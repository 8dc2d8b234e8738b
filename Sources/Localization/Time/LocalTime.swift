package import SwiftExtensions

/// Dates and times of one zone in one language.
package struct LocalTime: Sendable, Equatable {
    package let zone: String
    private let table: ZoneTable
    package var language: InterfaceLanguage

    /// A zone by its IANA name, from the system's zone files; UTC when there is no such file.
    package init(zone: String, language: InterfaceLanguage) {
        let table = ZoneTable(named: zone)
        self.init(zone: table == nil ? "UTC" : zone, table: table ?? .utc, language: language)
    }

    package init(zone: String, table: ZoneTable, language: InterfaceLanguage) {
        self.zone = zone
        self.table = table
        self.language = language
    }

    package func civil(_ instant: Timestamp) -> CivilTime {
        CivilTime(instant, offsetSeconds: table.period(at: instant.seconds).offsetSeconds)
    }

    /// The instant at which clocks of the zone show what `shown` is in UTC. The offset is taken where
    /// the answer lies, so that it is right around a change of the clocks.
    package func instant(showing shown: Timestamp) -> Timestamp {
        var found = shown
        for _ in 0..<2 { found = shown - .seconds(Int64(offset(at: found))) }
        return found
    }

    /// When the day of an instant began, or one so many days of the calendar before it.
    package func startOfDay(_ instant: Timestamp, daysBefore days: Int64 = 0) -> Timestamp {
        let time = civil(instant)
        let midnight = CivilTime(year: time.year, month: time.month, day: time.day)
        return self.instant(showing: midnight.timestamp() - .days(days))
    }

    /// How far clocks of the zone are ahead of UTC at an instant, in seconds.
    func offset(at instant: Timestamp) -> Int { table.period(at: instant.seconds).offsetSeconds }

    /// `CST`, or `+03` where a zone has no letters.
    package func abbreviation(_ instant: Timestamp) -> String {
        table.period(at: instant.seconds).abbreviation
    }

    /// `22:04`.
    package func clock(_ instant: Timestamp) -> String {
        let time = civil(instant)
        return "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    /// `22:05:31`.
    package func clockWithSeconds(_ instant: Timestamp) -> String {
        "\(clock(instant)):\(twoDigits(civil(instant).second))"
    }

    /// `14 Nov` or `11月14日`, with the year when it is not that of `now`.
    package func date(_ instant: Timestamp, now: Timestamp) -> String {
        let time = civil(instant)
        let isThisYear = time.year == civil(now).year
        switch language {
        case .english:
            let month = Self.months[(time.month - 1) % 12]
            return "\(time.day) \(month)" + (isThisYear ? "" : " \(time.year)")
        case .simplifiedChinese:
            return (isThisYear ? "" : "\(time.year)年") + "\(time.month)月\(time.day)日"
        }
    }

    /// `2026-11-14`, as commands take days.
    package func day(_ instant: Timestamp) -> String {
        let time = civil(instant)
        return "\(time.year)-\(twoDigits(time.month))-\(twoDigits(time.day))"
    }

    /// The time alone for today, with the date before it for other days.
    package func moment(_ instant: Timestamp, now: Timestamp) -> String {
        let (then, today) = (civil(instant), civil(now))
        let isToday = (then.year, then.month, then.day) == (today.year, today.month, today.day)
        return isToday ? clock(instant) : "\(date(instant, now: now)) \(clock(instant))"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
}
