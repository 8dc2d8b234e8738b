import Core
import Settings
import Simulator
import SwiftExtensions
import Testing

struct DiskTests {
    @Test(arguments: [
        (UInt64(50_000_000_000), DoctorCode.diskOk), (2_000_000_000, .diskOk),
        (1_999_999_999, .diskLow), (200_000_000, .diskLow), (199_999_999, .diskFull),
        (0, .diskFull),
    ])
    func freeSpaceIsJudged(_ bytes: UInt64, _ code: DoctorCode) async throws {
        var patient = try Patient()
        patient.surroundings.freeBytes = { _ in bytes }
        #expect(await patient.codes("disk") == [code])
    }

    @Test func unknownSpaceIsSaidToBeUnknown() async throws {
        var patient = try Patient()
        patient.surroundings.freeBytes = { _ in nil }
        #expect(await patient.codes("disk") == [.diskUnknown])
    }

    @Test func theMachineKnowsItsOwnSpace() async throws {
        var patient = try Patient()
        patient.surroundings.freeBytes = DoctorSurroundings().freeBytes
        patient.configuration.core.data += "/not/yet/made"
        #expect(await patient.codes("disk") != [.diskUnknown])
    }
}

struct ClockTests {
    @Test(arguments: [
        (Timestamp(seconds: 0), DoctorCode.clockImplausible),
        (Timestamp(seconds: 4_200_000_000), .clockImplausible),
        (Timestamp(seconds: 1_800_000_000), .clockOk),
    ])
    func theYearMustBePlausible(_ now: Timestamp, _ code: DoctorCode) async throws {
        var patient = try Patient()
        patient.surroundings.now = { now }
        #expect(await patient.codes("clock") == [code])
    }

    @Test(arguments: [
        (Duration.minutes(10), DoctorCode.clockSkewed), (.minutes(-10), .clockSkewed),
        (.minutes(4), .clockOk), (.minutes(-4), .clockOk),
    ])
    func theClockIsComparedWithThePlatforms(_ skew: Duration, _ code: DoctorCode) async throws {
        try await AmazonPatient.run { amazon in
            amazon.patient.configuration.stores = []
            amazon.patient.surroundings.now = { SystemClock().now + skew }
            #expect(await amazon.patient.codes("clock") == [code])
        }
    }

    @Test func aPlatformOutOfReachSaysNothingAboutTheClock() async throws {
        try await AmazonPatient.run { amazon in
            await amazon.platform.stop()
            amazon.patient.surroundings.now = { SystemClock().now + .minutes(10) }
            #expect(await amazon.patient.codes("clock") == [.clockOk])
        }
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", Int64(784_111_777)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ])
    func datesOfHeadersAreRead(_ text: String, _ seconds: Int64) {
        #expect(WebDate.timestamp(text) == Timestamp(seconds: seconds))
    }

    @Test(arguments: [
        "", "yesterday", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 99999999999 08:49:37 GMT",
    ])
    func otherTextsAreNoDates(_ text: String) {
        #expect(WebDate.timestamp(text) == nil)
    }
}

struct TimeZoneTests {
    @Test func theZonesOfDeskAndShopsAreLookedFor() async throws {
        try await AmazonPatient.run { amazon in
            let empty = amazon.patient.folder.folder("zones")
            amazon.patient.surroundings.zoneFolder = empty
            let missing = await amazon.patient.findings("zones")
            #expect(Set(missing.map(\.code)) == [.zonesMissing])
            #expect(
                missing.compactMap { $0.arguments["zone"] } == [
                    "Asia/Shanghai", "Europe/Berlin", "Europe/Paris",
                ])
        }
    }

    @Test func installedZonesAreRight() async throws {
        #expect(await (try Patient()).codes("zones") == [.zonesOk])
    }
}
