import Foundation
import MailKit
import Testing

extension DeskScenarios {
    /// Figures by the command line: as lines, JSON, a table and a page, and opened.
    @Suite struct ReportCommandsTests {
        private func report(_ desk: TestDesk, _ arguments: String..., lang: String = "en")
            async throws -> CommandResult
        {
            try await desk.run(
                ["report"] + arguments
                    + ["--socket", desk.socket, "--as-user", "boss", "--lang", lang])
        }

        @Test func aReportIsAskedForInEveryForm() async throws {
            let desk = try TestDesk(.onMaildir)
            for number in 1...2 {
                _ = try desk.maildir.deliver(BuyerLetter.series(number).bytes)
            }
            try await desk.start()
            try await desk.waitForTickets(2)
            let document = try await report(desk, "kpi", "--by", "store", "--json").json()
            let figures = document["total"]["figures"].list
            let arrivals = try #require(figures.first { $0["figure"].text == "arrivals" })
            #expect(arrivals["n"].number == 2)
            #expect(arrivals["formula"].text?.contains("debts that started") == true)
            #expect(document["groups"].list.map { $0["keys"]["store"].text } == ["nova-eu"])
            #expect(
                arrivals.keys == [
                    "figure", "value", "unit", "n", "censored", "low", "high", "window",
                    "time_base", "formula",
                ])
            let rows = try await report(desk, "kpi", "--rows", "arrivals", "--csv")
            #expect(rows.lines.count == 3, "a heading and two rows")
            let table = try await report(desk, "kpi", "--csv")
            #expect(table.lines.first?.hasPrefix("figure,value,unit,n,censored") == true)
            let chinese = try await report(desk, "backlog", lang: "zh-Hans")
            #expect(chinese.text.contains("积压"))
            try await checkPage(desk)
            let unknown = try await report(desk, "kpi", "--by", "weather")
            #expect(unknown.code != 0)
            #expect(unknown.errors.contains("'--by' is one of: store, marketplace"))
            try await desk.stop()
        }

        /// What became of a warning is for scripts and pages as well.
        @Test func aRulesPrecisionIsReadInEveryForm() async throws {
            var plan = DeskPlan.onMaildir
            // Nothing is sent: the linter keeps it back.
            plan.outbound = "smtp = \"smtp://127.0.0.1:9\""
            let desk = try TestDesk(plan)
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            try await desk.start()
            let ticket = try #require(try await desk.waitForTickets(1).values.first)
            let letter = try desk.folder.write(
                "Schreiben Sie bitte an kai@example.com.", to: "letter.txt")
            let hired = try await desk.client(
                "people", "add", "sue", "--name", "Sue", "--role", "supervisor", "--all-stores")
            #expect(hired.code == 0, "\(hired.errors)")
            let refused = try await desk.client(
                "ticket", "reply", "\(ticket)", "--file", letter, as: "sue")
            #expect(refused.code == 4, "\(refused.errors)")
            let document = try await desk.client("report", "quality", "--json", as: "sue").json()
            let rules = document["warnings"]["rules"].list
            #expect(!rules.isEmpty)
            #expect(rules.allSatisfy { $0["open"].number == 1 && $0["kept"].number == 0 })
            #expect(document["warnings"]["formula"].text?.isEmpty == false)
            let rule = try #require(rules.first?["rule"].text)
            #expect(try await desk.client("report", "quality", as: "sue").text.contains(rule))
            let path = "\(desk.folder.path)/quality.html"
            let page = try await desk.client("report", "quality", "--html", path, as: "sue")
            #expect(page.code == 0, "\(page.errors)")
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains(rule))
            try await desk.stop()
        }

        /// One file that needs nothing from outside and runs nothing.
        private func checkPage(_ desk: TestDesk) async throws {
            let path = "\(desk.folder.path)/report.html"
            let made = try await report(desk, "kpi", "--html", path)
            #expect(made.code == 0, "\(made.errors)")
            let page = try String(contentsOfFile: path, encoding: .utf8)
            #expect(page.hasPrefix("<!DOCTYPE html>"))
            #expect(page.contains("<svg"))
            #expect(page.contains("late"))
            for outside in ["<script", "http://", "https://", "src=", "@import", "url("] {
                #expect(!page.contains(outside), "\(outside)")
            }
            let again = try await report(desk, "kpi", "--html", path)
            #expect(again.code == 2, "what is there is not written over")
        }
    }
}
