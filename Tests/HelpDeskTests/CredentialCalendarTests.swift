import HelpDesk
import SwiftExtensions
import Testing

struct CredentialCalendarTests {
    private static let start = Timestamp(seconds: 1_800_000_000)

    private func record(
        _ subject: CredentialSubject = .clientSecret, warned: Int? = nil
    ) -> CredentialRecord {
        CredentialRecord(
            subject: subject, renewedAt: Self.start, isEstimated: false, warned: warned)
    }

    @Test func aConsentLastsAYearAndASecretHalfOfOne() {
        #expect(record(.authorisation("nova-eu")).dueAt == Self.start + .days(365))
        #expect(record().dueAt == Self.start + .days(180))
    }

    @Test(
        arguments: [
            (149, nil), (150, 30), (172, 30), (173, 7), (178, 7), (179, 1), (180, 0), (400, 0),
        ] as [(Int64, Int?)])
    func theNearestStageIsWarnedOf(day: Int64, stage: Int?) {
        let warning = CredentialCalendar.warning(for: record(), now: Self.start + .days(day))
        #expect(warning?.stage == stage)
    }

    @Test func aStageComesAtItsMillisecond() {
        let instant = Self.start + .days(150)
        #expect(
            CredentialCalendar.stage(
                dueAt: record().dueAt, now: instant - .milliseconds(1)) == nil)
        #expect(CredentialCalendar.stage(dueAt: record().dueAt, now: instant) == 30)
    }

    @Test(
        arguments: [(30, 150, nil), (30, 173, 7), (7, 174, nil), (1, 181, 0), (0, 500, nil)]
            as [(Int, Int64, Int?)])
    func eachStageIsWarnedOfOnce(warned: Int, day: Int64, stage: Int?) {
        let warning = CredentialCalendar.warning(
            for: record(warned: warned), now: Self.start + .days(day))
        #expect(warning?.stage == stage)
    }

    @Test func theNextStageIsKnownAhead() {
        let days: [Int64?] = [0, 150, 172, 173, 179, 180].map { (day: Int64) in
            CredentialCalendar.nextStage(of: record(), after: Self.start + .days(day))
                .map { ($0 - Self.start).wholeMilliseconds / 86_400_000 }
        }
        #expect(days == [150, 173, 173, 179, 180, nil])
    }

    @Test func daysAreCountedTowardsThePromise() {
        let due = Self.start
        #expect(CredentialCalendar.days(until: due, now: due - .hours(25)) == 2)
        #expect(CredentialCalendar.days(until: due, now: due - .hours(24)) == 1)
        #expect(CredentialCalendar.days(until: due, now: due) == 0)
        #expect(CredentialCalendar.days(until: due, now: due + .hours(49)) == -2)
    }

    @Test(arguments: [CredentialSubject.clientSecret, .authorisation("nova-eu")])
    func namesAreReadAgain(_ subject: CredentialSubject) {
        #expect(CredentialSubject(name: subject.name) == subject)
    }

    @Test(arguments: ["", "authorisation:", "password", "authorisation"])
    func otherNamesAreNone(_ name: String) {
        #expect(CredentialSubject(name: name) == nil)
    }
}
