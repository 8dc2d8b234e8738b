import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct ClosedCalendarDeskTests {
    private static let minute = OpenSpan(opens: 540, closes: 541)

    private static func calendar(_ spans: [OpenSpan], version: Int = 0) -> WorkCalendar {
        WorkCalendar(
            id: "tiny", version: version, title: "Tiny", zone: "UTC", week: WorkWeek(mon: spans))
    }

    private static let evil = World.policy("evil", first: 43_200) { $0.calendar = "tiny" }

    /// As a desk had it whose core did not ask.
    private static func desk() async throws -> World {
        let world = try await World.make()
        let minute = try #require(minute)
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            try $0.record(.clock(.calendarSaved(calendar([minute], version: 1))))
            var policy = evil
            policy.version = 1
            try $0.record(.clock(.policySaved(policy)))
        }
        return world
    }

    private func alarms(_ world: World) async throws -> [String] {
        try await world.database.read { try $0.openAlarms() }
            .filter { $0.alarm.kind == .calendarClosed }.map(\.alarm.subject)
    }

    @Test func intakeGoesOnAndAnAlarmIsOn() async throws {
        let world = try await Self.desk()
        let ticket = try await world.question()
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(Array(try await world.clocks(ticket).keys) == [.platform])
        #expect(try await alarms(world) == ["tiny"])
        _ = try await world.desk.perform(
            SetPriority(ticket: ticket, priority: .high), as: world.ana)
        #expect(try await alarms(world) == ["tiny"])
        try await world.checkRecord()
    }

    @Test func theAlarmEndsWithACalendarThatOpens() async throws {
        let world = try await Self.desk()
        try await world.question()
        let day = try #require(OpenSpan("00:00-24:00"))
        _ = try await world.desk.perform(
            SaveCalendar(
                calendar: WorkCalendar(
                    id: "tiny", version: 1, title: "Tiny", zone: "UTC",
                    week: WorkWeek(daily: [day]))), as: world.ops)
        #expect(try await alarms(world) == [])
        try await world.approved(ApplyPolicies(isPreview: false))
        try await world.checkRecord()
    }

    @Test func openDebtsAreNotPutUnderSuchAPolicy() async throws {
        let world = try await Self.desk()
        #expect(
            await code {
                try await world.approved(ApplyPolicies(isPreview: false))
            } == .calendarNeverOpens)
    }
}
