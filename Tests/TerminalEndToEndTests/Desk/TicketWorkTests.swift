import HelpDesk
import Simulator
import Testing

extension TerminalScenarios {
    /// What is done to a ticket beside answering it.
    @Suite struct TicketWorkTests {
        @Test func aTicketIsHeldWithAReasonAndATimeToLookAgain() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.seat()
            try await seat.sees(Letter.kai.name)
            try seat.press("Enter")
            try await seat.sees(Letter.kai.text)
            try seat.press("h")
            try await seat.sees("What are we waiting for?")
            try seat.type("the carrier looks for it")
            try seat.press("Enter")
            try await seat.sees("When to look again?")
            try seat.type("3h")
            try seat.press("Enter")
            try await seat.sees("#1 is on hold.")
            try await seat.sees("on hold: the carrier looks for it · look again")
            let shown = try stage.deskhand("ticket", "show", "1", "--json").words
            #expect(shown.contains("\"state\":\"hold\""))
            await stage.close()
        }

        @Test func aTicketThatOwesAnAnswerCannotBeResolved() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.seat()
            try await seat.sees(Letter.kai.name)
            try seat.press("D")
            try await seat.sees("an answer is owed")
            try seat.press("Escape")
            // And by every other way: the core itself refuses.
            let refused = try stage.deskhand("ticket", "resolve", "1")
            #expect(refused.code != 0)
            #expect(refused.words.contains("An answer is still owed"), "\(refused.words)")
            let shown = try stage.deskhand("ticket", "show", "1", "--json").words
            #expect(shown.contains("\"state\":\"new\""), "\(shown)")
            await stage.close()
        }

        @Test func aNoteIsForTheTeamAlone() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 0)
            let seat = try await stage.seat()
            try await seat.sees(Letter.kai.name)
            try seat.press("i")
            try await seat.sees("Note on #1")
            try seat.type("Second lamp this week")
            try seat.press("C-s")
            try await seat.sees("Note added.")
            try await seat.sees("the note stands in the thread, marked") {
                $0.contains("Second lamp this week") && $0.contains("note, only for the team")
            }
            // The answer that follows reaches the server; the note before it did not.
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.kai.name)")
            try seat.type("Guten Tag, Ersatz ist unterwegs.")
            try seat.press("C-s")
            let mails = try await stage.delivered()
            #expect(mails.count == 1)
            let sent = String(decoding: mails.first?.bytes ?? [], as: UTF8.self)
            #expect(!sent.contains("Second lamp"))
            await stage.close()
        }

        @Test func aChineseSubstringFindsItsTicket() async throws {
            let stage = try await Stage.open(.kai, .mia, .lin)
            let seat = try await stage.seat()
            try await seat.sees("three tickets are listed") { screen in
                [Letter.kai, .mia, .lin].allSatisfy { screen.contains($0.name) }
            }
            try seat.press("/")
            try await seat.sees("Search everything")
            try seat.type("物流信息")
            try seat.press("Enter")
            let screen = try await seat.sees("search: 物流信息 · 1 found")
            #expect(screen.contains(Letter.lin.name))
            #expect(!screen.contains(Letter.kai.name))
            try seat.press("Escape")
            try await seat.sees(Letter.kai.name)
            await stage.close()
        }

        @Test func aSupervisorReleasesAHeldReply() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 1)
            try stage.hire("anna", .agent)
            try stage.hire("bo", .supervisor)
            let boss = try await stage.seat("bo", options: "--as-user bo")
            let agent = try await stage.seat("anna", options: "--as-user anna")
            try await boss.sees(Letter.kai.firstName)
            try await agent.sees(Letter.kai.firstName)
            try agent.press("r")
            try await agent.sees("Reply to \(Letter.kai.firstName)")
            try agent.type("Guten Tag, hier ist hilfe@nova-shop.example für Sie.")
            try await agent.sees("E-mail address")
            try agent.press("C-r")
            try await agent.sees("Why should it go out as it is?")
            try agent.type("the buyer needs it for the invoice")
            try agent.press("Enter")
            try await agent.sees("Waits for a supervisor's release.")
            #expect(stage.sink.mails.isEmpty)
            try await release(boss)
            let mails = try await stage.delivered()
            #expect(mails.count == 1)
            try await agent.sees("released by Bo: agreed with the buyer · CON-01")
            await stage.close()
        }

        private func release(_ boss: Seat) async throws {
            try await boss.sees("the supervisor's first row counts it") {
                $0.top.contains("1 to review")
            }
            try boss.type("go")
            try await boss.sees("waits for review")
            try await boss.sees("CON-01")
            try boss.press("A")
            try await boss.sees("Why may it go out?")
            try boss.type("agreed with the buyer")
            try boss.press("Enter")
            try await boss.sees("Released; it leaves after the countdown.")
        }
    }
}
