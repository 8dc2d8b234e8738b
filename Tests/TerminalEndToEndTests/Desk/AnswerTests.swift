import MailKit
import Simulator
import Testing

extension TerminalScenarios {
    /// The daily path: read, take, answer, be stopped, put it right, send, see it arrive.
    @Suite struct AnswerTests {
        @Test func aTemplateAnswerIsStoppedFixedSentAndDelivered() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 3)
            let seat = try await stage.seat()
            try await seat.sees(Letter.kai.name)
            try seat.press("Enter")
            try await seat.sees("the buyer's words are there to read") {
                $0.top.contains("Conversation #1") && $0.contains(Letter.kai.text)
            }
            try seat.press("t")
            try await seat.sees("#1 is yours.")
            try await answerFromTemplate(seat)
            try await beBlocked(seat, stage)
            try await fixAndSend(seat)
            try await checkDelivered(seat, stage)
            await stage.close()
        }

        private func answerFromTemplate(_ seat: Seat) async throws {
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.kai.name)")
            try seat.press("C-t")
            try await seat.sees("Templates")
            try seat.type("Ersatz oder Geld")
            try await seat.sees("das hätte so nicht ankommen")
            try seat.press("Enter")
            let screen = try await seat.sees("the template is filled in") {
                $0.contains("Guten Tag \(Letter.kai.name),") && !$0.contains("Templates")
            }
            #expect(!screen.contains("{{"))
            #expect(!screen.contains("Still to fill in"))
        }

        private func beBlocked(_ seat: Seat, _ stage: Stage) async throws {
            try seat.type(" hilfe@nova-shop.example")
            let screen = try await seat.sees("“hilfe@nova-shop.example”")
            #expect(screen.contains("E-mail address"))
            #expect(screen.contains("^F apply"))
            try seat.press("C-s")
            try await seat.sees("Not sent: fix the marked places")
            #expect(stage.sink.mails.isEmpty)
            #expect(try stage.deskhand("outbox", "list", "--json").words.isEmpty)
        }

        private func fixAndSend(_ seat: Seat) async throws {
            try seat.press("C-f")
            let screen = try await seat.sees("Nothing stands against sending.")
            #expect(!screen.contains("hilfe@"))
            try seat.press("C-s")
            for seconds in [3, 2, 1] {
                try await seat.sees("The reply leaves in \(seconds) s. u takes it back.")
            }
        }

        private func checkDelivered(_ seat: Seat, _ stage: Stage) async throws {
            let mails = try await stage.delivered()
            #expect(mails.count == 1)
            #expect(mails.map(\.recipients) == [[Letter.kai.address]])
            let text = ParsedMail(parsing: mails.first?.bytes ?? []).bestText
            #expect(text.contains("das hätte so nicht ankommen dürfen"))
            #expect(!text.contains("hilfe@"))
            try await seat.sees("the thread says that the server took it") { screen in
                screen.contains("answer sent, no bounce so far")
                    && screen.contains("  sent · taken by the mail server")
                    && !screen.contains("The reply leaves in")
            }
            try seat.type("gi")
            try await seat.sees("the inbox knows that nothing is owed") {
                $0.top.contains("0 owed")
            }
            #expect(stage.sink.mails.count == 1)
        }

        @Test func aReplyIsTakenBackDuringTheCountdown() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 20)
            let seat = try await stage.composing("Guten Tag, Ersatz ist unterwegs.")
            try seat.press("C-s")
            try await seat.sees("The reply leaves in 19 s.")
            try seat.press("u")
            try await seat.sees("Taken back. Your text is here again.")
            let screen = try await seat.sees("Reply to \(Letter.kai.name)")
            #expect(screen.contains("Guten Tag, Ersatz ist unterwegs."))
            #expect(stage.sink.connectionCount == 0)
            await stage.close()
        }
    }
}
