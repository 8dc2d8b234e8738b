import HelpDesk
import Testing

extension TerminalScenarios {
    /// Two people, two terminals, one desk.
    @Suite struct TwoAgentsTests {
        @Test func bothSeeAClaimAndTheLoserHearsWhoWasFaster() async throws {
            let stage = try await Stage.open(.kai)
            try stage.hire("anna", .agent)
            try stage.hire("ben", .agent)
            let anna = try await stage.seat("anna", options: "--as-user anna")
            let ben = try await stage.seat("ben", options: "--as-user ben")
            try await anna.sees("Anna · agent")
            try await ben.sees("Ben · agent")
            try await seeAll(ben)
            try await anna.sees(Letter.kai.firstName)
            try anna.press("t")
            try await anna.sees("#1 is yours.")
            // Nobody touches Ben's keyboard: the news comes by itself.
            try await ben.sees("Ben's list names the owner") { screen in
                screen.row(with: Letter.kai.firstName)?.contains("Anna") == true
            }
            try ben.press("t")
            try await ben.sees("Anna took this ticket")
            let shown = try stage.deskhand("ticket", "show", "1", "--json").words
            #expect(shown.contains("\"owner\":\"Anna\""), "\(shown)")
            await stage.close()
        }

        @Test func aClaimedTicketLeavesTheOthersQueue() async throws {
            let stage = try await Stage.open(.kai, .mia)
            try stage.hire("anna", .agent)
            try stage.hire("ben", .agent)
            let anna = try await stage.seat("anna", options: "--as-user anna")
            let ben = try await stage.seat("ben", options: "--as-user ben")
            for seat in [anna, ben] {
                try await seat.sees("both tickets are listed") {
                    $0.contains(Letter.kai.firstName) && $0.contains(Letter.mia.firstName)
                }
            }
            try anna.press("t")
            try await anna.sees("#1 is yours.")
            let screen = try await ben.sees("1 of 1 · sorted by time left")
            #expect(screen.contains(Letter.mia.firstName))
            #expect(!screen.contains(Letter.kai.firstName))
            await stage.close()
        }

        private func seeAll(_ seat: Seat) async throws {
            try seat.press(":")
            try seat.type("queue all")
            try seat.press("Enter")
            try await seat.sees("Inbox > All")
            try await seat.sees(Letter.kai.firstName)
        }
    }
}
