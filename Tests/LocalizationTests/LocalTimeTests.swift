import SwiftExtensions
import Testing

@testable import Localization

struct LocalTimeTests {
    /// Expected values follow from the published rules of each zone.
    @Test(arguments: [
        ("Asia/Shanghai", "2026-11-17T14:04:00Z", "22:04", "CST"),
        ("Europe/Berlin", "2026-07-01T10:00:00Z", "12:00", "CEST"),
        ("Europe/Berlin", "2026-12-01T10:00:00Z", "11:00", "CET"),
        ("America/Los_Angeles", "2026-03-08T09:59:59Z", "01:59", "PST"),
        ("America/Los_Angeles", "2026-03-08T10:00:00Z", "03:00", "PDT"),
        ("Europe/London", "2050-07-01T12:00:00Z", "13:00", "BST"),
        ("Asia/Kathmandu", "2026-01-01T00:00:00Z", "05:45", "+0545"),
    ])
    func showsClocksOfZones(_ zone: String, _ instant: String, _ clock: String, _ name: String)
        throws
    {
        let time = try #require(Timestamp(iso8601: instant))
        let local = LocalTime(zone: zone, language: .english)
        #expect(local.clock(time) == clock)
        #expect(local.abbreviation(time) == name)
    }

    /// A day of 23 hours and one of 25 begin when their clocks show midnight.
    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29T20:00:00Z", "2026-03-28T23:00:00Z"),
        ("Europe/Berlin", "2026-10-25T22:30:00Z", "2026-10-24T22:00:00Z"),
        ("Asia/Shanghai", "2026-03-06T15:59:59Z", "2026-03-05T16:00:00Z"),
        ("America/Los_Angeles", "2026-03-08T07:30:00Z", "2026-03-07T08:00:00Z"),
    ])
    func aDayBeginsAtMidnightOfItsZone(_ zone: String, _ instant: String, _ start: String) throws {
        let time = try #require(Timestamp(iso8601: instant))
        let local = LocalTime(zone: zone, language: .english)
        #expect(local.startOfDay(time) == Timestamp(iso8601: start))
        // Thirty days back are thirty days of the calendar, whatever the clocks did.
        let earlier = local.civil(local.startOfDay(time, daysBefore: 30))
        #expect((earlier.hour, earlier.minute) == (0, 0))
        #expect(
            CivilTime(
                local.startOfDay(time), offsetSeconds: local.offset(at: local.startOfDay(time))
            )
            .timestamp() - earlier.timestamp() == .days(30))
    }

    @Test(arguments: ["", "../../etc/passwd", "/etc/passwd", "No/Such", "Europe/Berlin\n"])
    func fallsBackToUTC(_ zone: String) {
        #expect(LocalTime(zone: zone, language: .english).zone == "UTC")
    }

    @Test func writesDatesByLanguage() throws {
        let now = try #require(Timestamp(iso8601: "2026-11-17T14:04:00Z"))
        let past = try #require(Timestamp(iso8601: "2025-03-02T08:00:00Z"))
        var time = LocalTime(zone: "Asia/Shanghai", language: .english)
        #expect(time.moment(now, now: now) == "22:04")
        #expect(time.moment(past, now: now) == "2 Mar 2025 16:00")
        time.language = .simplifiedChinese
        #expect(time.date(now, now: past) == "2026年11月17日")
    }

    @Test func aCutFileIsNoZone() throws {
        let bytes = try #require(try? FileBytes.read("/usr/share/zoneinfo/Europe/Berlin"))
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let table = ZoneTable(tzif: Array(bytes[..<length]))
            if let table { #expect(abs(table.period(at: 0).offsetSeconds) < 90_000) }
        }
    }

    @Test(arguments: [
        ("CST-8", 0, 28_800), ("<+0330>-3:30", 0, 12_600),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_782_900_000, 7200),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_796_000_000, 3600),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_767_225_600, 39_600),
    ])
    func readsPosixRules(_ text: String, _ second: Int64, _ offset: Int) throws {
        let rule = try #require(PosixZoneRule(text))
        #expect(rule.period(at: second).offsetSeconds == offset)
    }
}

struct TimeLeftTests {
    @Test(arguments: [
        (52, "0:52"), (-14, "-0:14"), (1388, "23:08"), (0, "0:00"), (6000, "100:00"),
    ])
    func showsHoursAndMinutes(_ minutes: Int64, _ expected: String) {
        let now = Timestamp(seconds: 1_000_000)
        #expect(TimeLeft.clock(until: now + .minutes(minutes), now: now) == expected)
    }

    @Test(arguments: [(12, "12s"), (2460, "41m"), (10_900, "3h"), (432_000, "5d"), (-5, "0s")])
    func showsAges(_ seconds: Int64, _ expected: String) {
        let now = Timestamp(seconds: 1_000_000)
        #expect(TimeLeft.age(since: now - .seconds(seconds), now: now) == expected)
    }

    @Test(arguments: [
        ("3h", Duration.hours(3)), ("90m", .minutes(90)), ("2d", .days(2)), ("4", .hours(4)),
        ("0h", nil), ("h", nil), ("-3h", nil), ("99999d", nil), ("soon", nil),
    ])
    func readsTimes(_ text: String, _ expected: Duration?) {
        #expect(TimeLeft.parse(text) == expected)
    }
}

struct MoneyTextTests {
    @Test(arguments: [
        ("39.98", "EUR", "€39.98"), ("1234567.5", "USD", "$1,234,567.50"),
        ("3980", "JPY", "¥3,980"),
        ("3980.00", "JPY", "¥3,980"), ("-7.49", "GBP", "-£7.49"), ("12", "PLN", "PLN 12.00"),
        ("n/a", "EUR", "n/a EUR"), ("", "EUR", " EUR"),
    ])
    func writesAmounts(_ amount: String, _ currency: String, _ expected: String) {
        #expect(
            MoneyText.format(amount: amount, currency: currency, language: .english) == expected)
    }
}
