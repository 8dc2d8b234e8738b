import SwiftExtensions
import Testing

@testable import Localization

@Suite struct AsOfTextTests {
    private let berlin = LocalTime(zone: "Europe/Berlin", language: .english)
    /// 2026-03-09T09:30:00Z, half past ten in Berlin.
    private let now = Timestamp(seconds: 1_773_048_600)

    @Test(arguments: [
        ("2026-03-08 23:00", "2026-03-08T22:00:00Z"),
        ("2026-03-08 23:00:07", "2026-03-08T22:00:07Z"),
        ("2026-03-08T23:00", "2026-03-08T22:00:00Z"),
        ("2026-03-08T23:00:00Z", "2026-03-08T23:00:00Z"),
        ("2026-03-08", "2026-03-08T22:59:59.999Z"),
        ("10:00", "2026-03-09T09:00:00Z"),
        ("23:00", "2026-03-08T22:00:00Z"),
        ("-3h", "2026-03-09T06:30:00Z"),
        ("now-2d", "2026-03-07T09:30:00Z"),
        // Clocks go forward in the night to 29 March 2026: half past two does not exist.
        ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
        ("2026-03-29 03:30", "2026-03-29T01:30:00Z"),
        // And back in the night to 25 October 2026: half past two comes twice.
        ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
    ])
    func times(_ text: String, _ expected: String) throws {
        let instant = AsOfText.instant(text, in: berlin, now: now)
        #expect(instant == Timestamp(iso8601: expected), "\(text)")
    }

    @Test(arguments: ["", "yesterday", "2026-13-01", "2026-03-08 24:00", "-h", "1:2:3:4", "-9x"])
    func noTimes(_ text: String) {
        #expect(AsOfText.instant(text, in: berlin, now: now) == nil)
    }

    @Test(
        arguments: [
            ("parcel asof:\"2026-03-08 23:00\" late", "2026-03-08 23:00", "parcel late"),
            ("asof:-3h", "-3h", ""), ("parcel", nil, "parcel"), ("xasof:-3h", nil, "xasof:-3h"),
        ] as [(String, String?, String)])
    func theWordOfASearchLine(_ line: String, _ asOf: String?, _ rest: String) {
        let found = AsOfText.split(line)
        #expect(found.asOf == asOf && found.rest == rest)
    }
}
