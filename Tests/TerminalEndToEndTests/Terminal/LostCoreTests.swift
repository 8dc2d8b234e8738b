import MailKit
import Simulator
import Testing

extension TerminalScenarios {
    /// The core is killed under somebody who writes.
    @Suite struct LostCoreTests {
        @Test func aReplySurvivesTheCore() async throws {
            let stage = try await Stage.open(.kai, undoSeconds: 1)
            let seat = try await stage.composing("Guten Tag, Ersatz")
            stage.killCore()
            let lost = try await seat.sees("The core is away")
            #expect(lost.contains("Guten Tag, Ersatz"))
            try seat.type(" ist unterwegs.")
            try await seat.sees("the text written meanwhile, kept on this machine") { screen in
                screen.contains("Guten Tag, Ersatz ist unterwegs.")
                    && screen.contains("draft kept on this machine")
            }
            try seat.press("C-s")
            try await seat.sees("the reply stays") { screen in
                screen.contains("Guten Tag, Ersatz ist unterwegs.")
                    && screen.contains("Reply to \(Letter.kai.name)")
            }
            try await stage.startCore()
            let back = try await seat.sees("the core is there again") { screen in
                !screen.contains("The core is away") && screen.contains("draft saved")
            }
            #expect(back.contains("Guten Tag, Ersatz ist unterwegs."))
            try seat.press("C-s")
            let mails = try await stage.delivered()
            #expect(mails.count == 1)
            let text = ParsedMail(parsing: mails.first?.bytes ?? []).bestText
            #expect(text.contains("Guten Tag, Ersatz ist unterwegs."))
            try await seat.sees("answer sent, no bounce so far")
            #expect(stage.sink.mails.count == 1)
            await stage.close()
        }
    }
}
