import Testing

extension TerminalScenarios {
    /// Narrow, wide, and from one to the other in the middle of a sentence.
    @Suite struct SizeTests {
        struct Size: Sendable, CustomTestStringConvertible {
            var columns: Int
            var rows: Int
            var testDescription: String { "\(columns)x\(rows)" }
        }

        @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)])
        func everyPaneFitsAndSaysItsKeys(_ size: Size) async throws {
            let stage = try await Stage.open(.kai, .lin)
            let seat = try await stage.seat(columns: size.columns, rows: size.rows)
            let panes: [(keys: String, shows: String, hints: [String])] = [
                ("", Letter.lin.name, ["enter open", "r reply", "? help"]),
                ("Enter", "Conversation #1", ["r reply", "? help"]),
                ("L", "Log #1", ["? help"]),
                ("q", "Conversation #1", ["? help"]),
                ("go", "Outbox", ["? help", "q back"]),
                ("gs", "Sync", ["? help", "q back"]),
            ]
            for pane in panes {
                if pane.keys == "Enter" {
                    try seat.press("Enter")
                } else {
                    try seat.type(pane.keys)
                }
                let screen = try await seat.sees("\(pane.shows), with its keys") { screen in
                    screen.contains(pane.shows)
                        && pane.hints.allSatisfy { screen.hints.contains($0) }
                }
                #expect(screen.rows.count == size.rows)
                #expect(screen.top.contains("2 owed"), "the counts are always there")
                #expect(try seat.unwrappedRows == size.rows, "a row ran over the edge: \(screen)")
            }
            await stage.close()
        }

        @Test func aWideScreenShowsMoreAtOnce() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.seat(columns: 200, rows: 50)
            try await seat.sees("list, conversation and order card side by side") { screen in
                screen.contains(Letter.kai.name) && screen.contains(Letter.kai.text)
                    && screen.contains("Ticket #1")
            }
            try seat.press("r")
            try await seat.sees("the reply stands beside the conversation") { screen in
                screen.row(with: "Reply to \(Letter.kai.name)")?.contains("nova-eu") == true
            }
            await stage.close()
        }

        @Test func aReplySurvivesResizing() async throws {
            let stage = try await Stage.open(.kai)
            // Each word once and nowhere else on the screen: lines break differently at each size.
            let text = "Lieber Herr Lenz: neuer Leuchter wandert heute gratis zu Ihnen, fertig."
            let words = text.split(separator: " ")
            let seat = try await stage.composing(text, columns: 80, rows: 24)
            for (columns, rows) in [(200, 50), (60, 15), (30, 8), (132, 40), (80, 24)] {
                try seat.resize(columns: columns, rows: rows)
                guard columns >= 40 else {
                    try await seat.sees("it says that there is no room") {
                        $0.flowing.contains("Deskhand needs 40x10")
                    }
                    continue
                }
                try await seat.sees("the text at \(columns)x\(rows)") { screen in
                    screen.rows.count == rows && screen.hints.contains("^S send")
                        && words.allSatisfy { screen.contains(String($0)) }
                }
                #expect(try seat.unwrappedRows == rows)
            }
            try seat.type(" Danke.")
            try await seat.sees("typing goes on where it was") {
                $0.flowing.contains(text + " Danke.")
            }
            await stage.close()
        }

        @Test func aStormOfResizesEndsInAWholeScreen() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing("Guten Tag")
            for step in 0..<50 { try seat.resize(columns: 60 + step * 2, rows: 12 + step % 30) }
            try seat.resize(columns: 100, rows: 30)
            let screen = try await seat.sees("the composer at its last size") { screen in
                screen.rows.count == 30 && screen.contains("Guten Tag")
                    && screen.hints.contains("^S send")
            }
            #expect(screen.rows.filter { $0.contains("^S send") }.count == 1, "\(screen)")
            #expect(screen.rows.filter { $0.contains(" Deskhand ") }.count == 1, "\(screen)")
            await stage.close()
        }
    }
}
