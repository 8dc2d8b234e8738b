import Foundation
import SwiftExtensions
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Int64(0)), ("2026-03-07T22:10:00Z", 1_772_921_400_000),
        ("2024-02-29T23:59:59.250Z", 1_709_251_199_250), ("1969-12-31T23:59:59Z", -1000),
        ("2100-03-01T00:00:00Z", 4_107_542_400_000),
    ])
    func writesAndReadsInstants(text: String, milliseconds: Int64) throws {
        let instant = try #require(Timestamp(iso8601: text))
        #expect(instant.milliseconds == milliseconds)
        #expect(instant.iso8601 == text)
    }

    @Test func readsOffsetsAndFractions() throws {
        let east = try #require(Timestamp(iso8601: "2026-03-08T06:10:00.5+08:00"))
        #expect(east.iso8601 == "2026-03-07T22:10:00.500Z")
    }

    @Test(arguments: [
        "", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00Zx", "2026-01-01", "20260101T000000Z",
    ])
    func refusesWhatIsNoInstant(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func everyDayOfFourHundredYearsReadsBack() {
        for day in CivilTime.days(
            year: 1900, month: 1, day: 1)...CivilTime.days(
                year: 2300, month: 1, day: 1)
        {
            let time = CivilTime(Timestamp(seconds: day * 86_400))
            #expect(CivilTime.days(year: time.year, month: time.month, day: time.day) == day)
        }
    }

    @Test func sumsBeyondAllInstantsEndAtTheFarthest() {
        let (first, last) = (Timestamp(milliseconds: .min), Timestamp(milliseconds: .max))
        #expect(last + .hours(4) == last)
        #expect(first - .days(7) == first)
        #expect((last - first).wholeMilliseconds == .max)
        #expect((first - last).wholeMilliseconds == .min)
        #expect(Timestamp(seconds: .max) == last)
        #expect(Duration.seconds(Int64.max).wholeMilliseconds == .max)
        #expect(!first.iso8601.isEmpty && !last.iso8601.isEmpty)
    }

    @Test(arguments: [
        ("253402300799999", true), ("253402300800000", false), ("-62135596800000", true),
        ("-62135596800001", false), ("9223372036854775807", false),
    ])
    func readsInstantsOfFourDigitYearsOnly(_ text: String, _ isRead: Bool) throws {
        let bytes = Data("[\(text)]".utf8)
        if isRead {
            let read = try JSONDecoder().decode([Timestamp].self, from: bytes)
            #expect(read.map(\.milliseconds) == [Int64(text)])
            let instant = try #require(read.first)
            #expect(Timestamp(iso8601: instant.iso8601) == instant)
        } else {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([Timestamp].self, from: bytes)
            }
        }
    }

    @Test func knowsWeekdays() {
        #expect(CivilTime(year: 2026, month: 3, day: 6).weekday == 5)
        #expect(CivilTime(year: 1969, month: 12, day: 31).weekday == 3)
    }
}
