import MailHost
import MailKit
import Testing

extension DeskScenarios {
    /// Calendars, policies and explained deadlines by the commands, as scripts use them.
    @Suite struct ClockCommandsTests {
        private static func calendar(version: Int, monday: String = "00:00-24:00") -> String {
            let day = "[\"00:00-24:00\"]"
            return """
                {"id": "always", "version": \(version), "title": "Always", "zone": "Asia/Shanghai",
                 "week": {"sun": \(day), "mon": ["\(monday)"], "tue": \(day), "wed": \(day),
                          "thu": \(day), "fri": \(day), "sat": \(day)},
                 "overrides": [{"day": "*-10-01", "spans": [], "label": "National Day"}]}
                """
        }

        private static let policy = """
            {"id": "usual", "version": 0, "title": "Usual", "calendar": "always",
             "conditions": {"marketplaces": ["DE"]}, "targets": {"next": 480},
             "pausesInHold": false, "warnings": {"fractions": [50], "leads": [30]},
             "isActive": true}
            """

        @Test func aDeadlineIsExplainedFromSavedCalendarAndPolicy() async throws {
            let desk = try TestDesk(.onMaildir)
            try await desk.start()
            let file = try desk.folder.write(Self.calendar(version: 0), to: "calendar.json")
            #expect(try await desk.client("calendars", "save", file).code == 0)
            let policy = try desk.folder.write(Self.policy, to: "policy.json")
            #expect(try await desk.client("policies", "save", policy).code == 0)
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            let ticket = try #require(try await desk.waitForTickets(1).values.first)
            let explained = try await desk.client("ticket", "explain", "\(ticket)", "--json").json()
            let clocks = explained["clocks"].list
            #expect(clocks.map { $0["kind"].text } == ["next", "platform"])
            let steps = clocks.first?["steps"].list ?? []
            #expect(steps.contains { $0["policy"].text == "usual" && $0["version"].number == 1 })
            #expect(steps.contains { $0["step"].text == "span" })
            let english = try await desk.client("ticket", "explain", "\(ticket)", "--lang", "en")
            #expect(english.text.contains("policy usual version 1: Usual"))
            let chinese = try await desk.client(
                "ticket", "explain", "\(ticket)", "--lang", "zh-Hans")
            #expect(chinese.text.contains("策略 usual 第 1 版"))
            #expect(try await desk.isRecordEqual())
            try await desk.stop()
        }

        @Test func whatMakesNoSenseIsRefusedAndHistoryTellsChanges() async throws {
            let desk = try TestDesk(.onMaildir)
            try await desk.start()
            let file = try desk.folder.write(Self.calendar(version: 0), to: "calendar.json")
            #expect(try await desk.client("calendars", "save", file).code == 0)
            // Made from a version that is no longer the newest.
            #expect(try await desk.client("calendars", "save", file).code == 1)
            let broken = try desk.folder.write("{\"id\": 3}", to: "broken.json")
            #expect(try await desk.client("calendars", "save", broken).code == 2)
            let later = try desk.folder.write(
                Self.calendar(version: 1, monday: "09:00-12:00"), to: "later.json")
            #expect(try await desk.client("calendars", "save", later).code == 0)
            let versions = try await desk.client("calendars", "history", "always", "--json")
                .jsonLines()
            #expect(versions.map { $0["version"].number } == [2, 1])
            #expect(versions.first?["changes"].list.map { $0["field"].text } == ["mon"])
            let shown = try await desk.client("calendars", "show", "always", "--json").json()
            #expect(shown["version"].number == 2)
            #expect(try await desk.client("calendars", "show", "none").code == 1)
            try await desk.stop()
        }
    }
}
