import HelpDesk
import Simulator
import Testing

extension TerminalScenarios {
    /// Two agents and a supervisor at three terminals, and one ticket that they all want.
    @Suite struct CollisionTests {
        @Test func oneTicketThreePeopleAndNobodyAnswersTwice() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 1)
            try stage.hire("anna", .agent)
            try stage.hire("ben", .agent)
            try stage.hire("bo", .supervisor)
            let anna = try await stage.seat("anna", options: "--as-user anna")
            let ben = try await stage.seat("ben", options: "--as-user ben")
            let boss = try await stage.seat("bo", options: "--as-user bo")
            try await seeAll(ben)
            try await seeAll(boss)
            try await beginAnswering(anna, seenBy: ben)
            try await beRefusedAndTakeOver(ben, from: anna)
            try await answerPastNews(ben, stage)
            try await reassign(boss, from: anna)
            try checkRecord(stage)
            await stage.close()
        }

        private func seeAll(_ seat: Seat) async throws {
            try await seat.sees("the workstation is connected") { $0.top.contains("sync") }
            try seat.press(":")
            try seat.type("queue all")
            try seat.press("Enter")
            try await seat.sees("Inbox > All")
            try await seat.sees(Letter.kai.firstName)
        }

        /// Anna owns the ticket and writes; Ben's list says so without a key.
        private func beginAnswering(_ anna: Seat, seenBy ben: Seat) async throws {
            try await anna.sees(Letter.kai.firstName)
            try anna.press("t")
            try await anna.sees("#1 is yours.")
            try anna.press("r")
            try await anna.sees("Reply to \(Letter.kai.firstName)")
            try anna.type("Guten Tag von Anna")
            try await anna.sees("draft saved")
            try await ben.sees("[> Anna]")
            try ben.press("Enter")
            try await ben.sees("> Anna writes")
        }

        /// Ben's composer is a draft until he takes the answer over; Anna is told and keeps hers.
        private func beRefusedAndTakeOver(_ ben: Seat, from anna: Seat) async throws {
            try ben.press("r")
            try await ben.sees("Somebody writes this answer")
            try ben.press("d")
            try await ben.sees("draft only")
            try ben.type("Guten Tag von Ben")
            try await ben.sees("draft saved")
            try ben.press("C-s")
            try await ben.sees("Somebody writes this answer")
            try ben.press("t")
            try await ben.sees("Why do you take the answer over?")
            try ben.type("Anna is at lunch")
            try ben.press("Enter")
            try await ben.sees("Anna was told and keeps the draft.")
            try await anna.sees("Ben took the answer on #1 over: Anna is at lunch.")
            let screen = try await anna.sees("draft only")
            #expect(screen.contains("Guten Tag von Anna"))
        }

        /// The buyer writes again; Ben reads that first, and sends then.
        private func answerPastNews(_ ben: Seat, _ stage: Stage) async throws {
            var second = Letter.kai
            second.text = "Bitte den Auftrag stornieren!"
            second.part = 1
            try stage.receive(second)
            try await ben.sees("Something new came into this thread.")
            try ben.press("C-s")
            let question = try await ben.sees("Not sent: there is something new")
            #expect(question.contains(second.text))
            #expect(stage.sink.mails.isEmpty)
            try ben.press("r")
            try await ben.sees("the question is gone") {
                !$0.contains("Not sent: there is something new") && $0.contains(second.text)
            }
            try ben.press("C-s")
            let mails = try await stage.delivered()
            #expect(mails.count == 1)
            #expect(String(decoding: mails[0].bytes, as: UTF8.self).contains("Guten Tag von Ben"))
        }

        /// The answer is Anna's again; the supervisor moves the ticket all the same, with a reason.
        private func reassign(_ boss: Seat, from anna: Seat) async throws {
            try await anna.sees("The answer is yours now")
            try await boss.sees("[> Anna")
            try boss.press(":")
            try boss.type("assign ben")
            try boss.press("Enter")
            try await boss.sees("The owner writes an answer. Why move it?")
            try boss.type("Ben knows the buyer")
            try boss.press("Enter")
            try await boss.sees("Ben's name stands in the list") { screen in
                screen.row(with: Letter.kai.firstName)?.contains("Ben") == true
            }
            try await anna.sees("Bo moved #1: Ben knows the buyer.")
        }

        private func checkRecord(_ stage: Stage) throws {
            let log = try stage.deskhand("ticket", "log", "1").words
            let takeovers = log.split(separator: "\n").filter { $0.contains("life.compose_taken") }
            #expect(takeovers.count == 2, "\(log)")
            let shown = try stage.deskhand("ticket", "show", "1", "--json").words
            #expect(shown.contains("\"owner\":\"Ben\""), "\(shown)")
            #expect(shown.contains("\"activity\":"), "\(shown)")
        }
    }
}
