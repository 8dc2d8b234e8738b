import Foundation
import Simulator
import Testing

extension TerminalScenarios {
    /// What agents do to their text besides typing it.
    @Suite struct ComposerScenarioTests {
        /// As a terminal hands over what was copied elsewhere.
        private func paste(_ text: String, into seat: Seat, _ stage: Stage) throws {
            try stage.folder.write(text, to: "clipboard")
            try seat.tmux.run(["load-buffer", "\(stage.folder.path)/clipboard"])
            try seat.tmux.run(["paste-buffer", "-p", "-r", "-t", seat.name])
        }

        @Test func aKilledWorkstationLosesNothingThatWasSaved() async throws {
            let stage = try await Stage.open(.kai)
            let text = "您好，退款已经处理。ご返金いたしました。"
            let seat = try await stage.composing(text)
            try await seat.sees("draft saved")
            kill(try seat.foreground(), SIGKILL)
            let next = try await stage.seat("again")
            try await next.sees(Letter.kai.name)
            try next.press("r")
            try await next.sees("the draft is there again") { $0.flowing.contains(text) }
            await stage.close()
        }

        @Test func chineseAndJapaneseAreTypedCorrectedAndUndone() async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await stage.seat(columns: 80, rows: 24)
            try await seat.sees(Letter.lin.name)
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.lin.name)")
            try seat.type("您好，包裹在路上。")
            try seat.press("Enter")
            try seat.type("お荷物は明日届きますす")
            try seat.press("BSpace")
            // The right line is the beginning of the wrong one: both are asked of one screen.
            try await seat.sees("one letter is gone") { screen in
                screen.contains("お荷物は明日届きます") && !screen.contains("届きますす")
            }
            // The cursor stands behind twenty cells of Japanese.
            #expect(try seat.fact("cursor_x") == "22")
            try seat.press("C-_", "C-_")
            try await seat.sees("the Japanese line is gone") { screen in
                screen.contains("包裹在路上。") && !screen.contains("お荷物")
            }
            try seat.press("C-y")
            try await seat.sees("お荷物")
            #expect(try seat.unwrappedRows == 24)
            await stage.close()
        }

        @Test func aHostilePasteIsCleanAndSendsNothing() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing("Guten Tag, ")
            try paste(
                "Ihr Paket\u{1B}[2J\u{7}\u{202E} kommt.\nDanke\n\u{13}\u{18}s", into: seat, stage)
            let screen = try await seat.sees("the paste stands there in lines") { screen in
                screen.contains("Guten Tag, Ihr Paket") && screen.contains("Danke")
            }
            #expect(screen.contains("Reply to \(Letter.kai.name)"))
            #expect(stage.sink.mails.isEmpty)
            #expect(try stage.deskhand("outbox", "list", "--json").words.isEmpty)
            await stage.close()
        }

        /// A hundred kilobytes: the composer counts them, and the next key works.
        @Test func aHugePasteDoesNotFreezeTheComposer() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing("A")
            let line = "Ihr Paket 您好 お荷物 kommt bald an.\n"
            let count = 100_000 / line.utf8.count
            try paste(String(repeating: line, count: count), into: seat, stage)
            let characters = 1 + count * line.count
            try await seat.sees("\(characters) / 2000", within: .seconds(60))
            try seat.type("Z")
            try await seat.sees("\(characters + 1) / 2000")
            try seat.press("C-_", "C-_")
            try await seat.sees("1 / 2000")
            await stage.close()
        }

        @Test func theOwnEditorGetsAPrivateFileThatIsGoneAfterwards() async throws {
            let stage = try await Stage.open(.kai)
            // Writes down what it was given, and answers with what no terminal should see.
            let script = """
                #!/bin/sh
                stat -c '%a %n' "$1" > "$HOME/../editor.seen"
                cat "$1" > "$HOME/../editor.text"
                printf 'Aus dem Editor\\033[31m 您好\\n' > "$1"
                """
            try stage.folder.write(script, to: "editor.sh")
            let path = "\(stage.folder.path)/editor.sh"
            let seat = try await stage.seat(variables: ["VISUAL": "sh \(path)"])
            try await seat.sees(Letter.kai.name)
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.kai.name)")
            try seat.type("Entwurf")
            try await seat.sees("Entwurf")
            try seat.press("C-x", "e")
            try await seat.sees("Aus dem Editor[31m 您好")
            #expect(stage.folder.read("editor.text") == "Entwurf")
            let seen = stage.folder.read("editor.seen").split(separator: " ", maxSplits: 1)
            #expect(seen.first == "600")
            let file = seen.last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            #expect(file.map { !FileManager.default.fileExists(atPath: $0) } == true)
            await stage.close()
        }

        /// With the dictionary that `make deps` installs.
        @Test func anUnknownWordIsMarkedMendedAndDoesNotHoldUpTheReply() async throws {
            let stage = try await Stage.open(.kai, spelling: "hunspell")
            let seat = try await stage.composing("Die Rechnugn ist unterwegs zu Ihnen nach Hause.")
            try await seat.sees("No dictionary knows “Rechnugn”.")
            try seat.press("C-f")
            try await seat.sees("Die Rechnung ist unterwegs")
            try await seat.sees("spelling de_DE")
            await stage.close()
        }
    }
}
