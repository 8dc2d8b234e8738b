import Testing

extension TerminalScenarios {
    /// Job control under a shell.
    @Suite struct SuspendTests {
        @Test func aSuspendedReplyComesBackWithFg() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing("Guten Tag, wir prüfen")
            #expect(try seat.fact("alternate_on") == "1")
            try seat.press("C-z")
            try await seat.sees("the shell has the terminal") { $0.isShell }
            #expect(try seat.fact("alternate_on") == "0")
            #expect(try seat.fact("mouse_any_flag") == "0")
            try seat.enter("expr 40 + 2")
            try await seat.sees("the shell answers") { $0.rows.contains("42") }
            // Another size in the meantime: nobody told the program, it must look for itself.
            try seat.resize(columns: 110, rows: 32)
            try seat.enter("fg")
            try await seat.sees("the reply is back, drawn for the new size") { screen in
                screen.contains("Guten Tag, wir prüfen") && screen.hints.contains("^S send")
                    && screen.rows.count == 32 && !screen.contains(Seat.prompt)
            }
            #expect(try seat.fact("alternate_on") == "1")
            try seat.type(" das sofort.")
            try await seat.sees("Guten Tag, wir prüfen das sofort.")
            await stage.close()
        }
    }
}
