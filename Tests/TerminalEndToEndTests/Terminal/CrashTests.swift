import Foundation
import Testing

extension TerminalScenarios {
    /// The workstation dies; the terminal lives on.
    @Suite struct CrashTests {
        struct Death: Sendable, CustomTestStringConvertible {
            var testDescription: String
            var signal: Int32
        }

        static let deaths = [
            Death(testDescription: "SIGSEGV", signal: SIGSEGV),
            // What a Swift trap raises, by processor.
            Death(testDescription: "SIGILL", signal: SIGILL),
            Death(testDescription: "SIGTRAP", signal: SIGTRAP),
            Death(testDescription: "SIGABRT", signal: SIGABRT),
            Death(testDescription: "SIGTERM", signal: SIGTERM),
        ]

        @Test(arguments: deaths)
        func theTerminalIsUsableAfterwards(_ death: Death) async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.terminal()
            try seat.enter("stty -a > before.txt; deskhand --socket core.sock; stty -a > after.txt")
            try await seat.sees(Letter.kai.name)
            #expect(try seat.fact("alternate_on") == "1")
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.kai.name)")
            try seat.type("Guten Tag")
            try await seat.sees("Guten Tag")
            kill(try seat.foreground(), death.signal)
            try await seat.sees("the shell's screen is back") { $0.isShell }
            #expect(try seat.fact("alternate_on") == "0")
            #expect(try seat.fact("mouse_any_flag") == "0")
            #expect(try seat.fact("cursor_flag") == "1")
            #expect(try seat.fact("keypad_cursor_flag") == "0")
            try seat.enter("expr 40 + 2")
            try await seat.sees("the shell answers") { $0.rows.contains("42") }
            let before = stage.folder.read("before.txt")
            #expect(!before.isEmpty)
            #expect(stage.folder.read("after.txt") == before)
            await stage.close()
        }
    }
}
