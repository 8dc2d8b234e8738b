import Testing

extension TerminalScenarios {
    /// What `TERM` says, and what comes of it.
    @Suite struct TerminalKindTests {
        @Test(arguments: [
            "xterm", "xterm-256color", "screen", "tmux-256color", "linux", "vt100",
            // Newer than many machines' descriptions: the nearest kin stands in.
            "xterm-kitty", "foot",
        ])
        func theWorkstationStarts(_ kind: String) async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.seat(columns: 80, rows: 24, variables: ["TERM": kind])
            let screen = try await seat.sees("the inbox is drawn whole") { screen in
                screen.top.contains("Inbox") && screen.contains(Letter.kai.name)
                    && screen.hints.contains("r reply")
            }
            #expect(screen.rows.count == 24)
            try seat.press("Down", "Enter")
            try await seat.sees("the enter key opens") { $0.top.contains("Conversation #1") }
            try seat.press("q", "q")
            try await seat.sees("the shell has the terminal again") { $0.isShell }
            await stage.close()
        }

        @Test(arguments: ["dumb", ""])
        func aTerminalWithoutScreensGetsThePlainList(_ kind: String) async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.terminal(variables: ["TERM": kind])
            // The list can only hold what has arrived.
            try await eventually("the mail is in") {
                try stage.deskhand("ticket", "list").words.contains(Letter.kai.name)
            }
            try seat.enter("deskhand --socket core.sock; echo \"code $?\"")
            let screen = try await seat.sees("the program has ended well") {
                $0.rows.contains("code 0")
            }
            let row = try #require(screen.row(with: Letter.kai.name))
            #expect(row.hasPrefix("#1 · "), "\(screen)")
            #expect(try seat.fact("alternate_on") == "0")
            await stage.close()
        }

        @Test func withoutUTF8NothingBreaks() async throws {
            let stage = try await Stage.open(.kai, .lin)
            let seat = try await stage.seat(columns: 80, rows: 24, variables: ["LANG": "C"])
            try await seat.sees(Letter.kai.name)
            #expect(try seat.unwrappedRows == 24)
            try seat.press("q")
            try await seat.sees("the shell has the terminal again") { $0.isShell }
            await stage.close()
        }
    }
}
