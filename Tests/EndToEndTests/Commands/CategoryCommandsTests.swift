import Foundation
import MailKit
import Testing

extension DeskScenarios {
    /// What tickets are about, by the command line: said, explained, counted; and no engine that
    /// nobody set up.
    @Suite struct CategoryCommandsTests {
        private func run(_ desk: TestDesk, _ arguments: String...) async throws -> CommandResult {
            try await desk.run(
                arguments + ["--socket", desk.socket, "--as-user", "boss", "--lang", "en"])
        }

        @Test func aPersonsWordIsKeptExplainedAndCounted() async throws {
            let desk = try TestDesk(.onMaildir)
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            try await desk.start()
            try await desk.waitForTickets(1)
            let ticket = try #require(
                try await run(desk, "ticket", "list", "--json").jsonLines().first?["ticket"].number)
            let before = try await run(desk, "ticket", "show", "\(Int(ticket))", "--json").json()
            #expect(before["category_reason"]["source"].text == "rules")
            let said = try await run(
                desk, "ticket", "category", "\(Int(ticket))", "wrong-item", "--json")
            #expect(said.code == 0, "\(said.errors)")
            let after = try await run(desk, "ticket", "show", "\(Int(ticket))", "--json").json()
            #expect(after["category"].text == "wrong-item")
            #expect(after["category_reason"]["source"].text == "person")
            let report = try await run(desk, "category", "report", "--json").json()
            #expect(report["both"]["count"].number == 1)
            #expect(report["rules"]["right"].number == 0)
            let wrong = try await run(desk, "ticket", "category", "\(Int(ticket))", "weather")
            #expect(wrong.code == 2)
            let draft = try await run(desk, "ticket", "draft", "\(Int(ticket))")
            #expect(draft.code != 0 && draft.errors.contains("No engine for drafts is set up."))
        }
    }
}
