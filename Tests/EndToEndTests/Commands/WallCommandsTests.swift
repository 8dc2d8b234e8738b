import Foundation
import MailHost
import MailKit
import Testing

extension DeskScenarios {
    /// The supervisor's panes by the command line: numbers that open, a forecast, shifts, a word to
    /// everybody.
    @Suite struct WallCommandsTests {
        private func run(_ desk: TestDesk, _ arguments: String..., as user: String = "boss")
            async throws -> CommandResult
        {
            try await desk.run(
                arguments + ["--socket", desk.socket, "--as-user", user, "--lang", "en"])
        }

        @Test func aSupervisorsEveningIsAScript() async throws {
            let desk = try TestDesk(.onMaildir)
            for number in 1...2 {
                _ = try desk.maildir.deliver(BuyerLetter.series(number).bytes)
            }
            try await desk.start()
            try await desk.waitForTickets(2)
            let wall = try await run(desk, "wall", "--by", "band", "--json").json()
            #expect(wall["total"]["all"].number == 2)
            #expect(
                wall["lines"].list.map { $0["key"].text } == [
                    "over", "now", "soon", "watch", "calm",
                ])
            let tickets = try await run(desk, "wall", "tickets", "--unowned", "--json")
            #expect(tickets.lines.count == 2)
            let moved = try await run(
                desk, "wall", "reassign", "--unowned", "--to", "boss", "--json")
            #expect(moved.code == 0, "\(moved.errors)")
            let mine = try await run(desk, "wall", "--by", "person", "--json").json()
            #expect(mine["total"]["unowned"].number == 0)
            // Nobody is planned and nobody at work: what is not late yet will be.
            let forecast = try await run(desk, "forecast", "--json").json()
            #expect(forecast["plays"].number == 500)
            let late = try #require(forecast["late_already"].number)
            #expect(late + forecast["risks"].list.count == 2)
            let shifts = try await run(desk, "shifts", "--days", "1", "--json").json()
            #expect(shifts["hours"].list.count == 24)
            let sent = try await run(
                desk, "broadcasts", "send", "Carrier strike.", "--urgent", "--json"
            ).json()
            #expect(sent["words"].text == "Carrier strike.")
            let list = try await run(desk, "broadcasts", "--json")
            #expect(list.lines.count == 1)
            let wrong = try await run(desk, "wall", "--by", "weather")
            #expect(wrong.code == 2)
            try await desk.stop()
        }

        /// Each line says how many there are, so that a short list is not taken for the whole.
        @Test func aShortListOfBreachesSaysHowManyThereAre() async throws {
            let desk = try TestDesk(.onMaildir)
            for number in 1...2 {
                var letter = BuyerLetter.series(number)
                letter.minutesAgo = 3 * 1440
                _ = try desk.maildir.deliver(letter.bytes)
            }
            try await desk.start()
            try await desk.waitForTickets(2)
            try await eventually("both deadlines are missed", within: .seconds(60)) {
                let missed = try await run(
                    desk, "breaches", "list", "--from", "2000-01-01T00:00:00Z", "--to",
                    "2100-01-01T00:00:00Z", "--limit", "1", "--json")
                guard missed.lines.count == 1 else { return false }
                return try missed.json()["total"].number == 2
            }
            try await desk.stop()
        }
    }
}
