import Foundation
import Simulator
import Testing

extension TerminalScenarios {
    /// Chinese and Japanese as input methods and clipboards hand them over.
    @Suite struct WideInputScenarioTests {
        private static let wide = "您好，お荷物は明日届きます。"

        private func replying(columns: Int = 80, _ stage: Stage) async throws -> Seat {
            let seat = try await stage.seat(columns: columns, rows: 24)
            try await seat.sees(Letter.lin.name)
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.lin.name)")
            return seat
        }

        /// Raw bytes, each of them a write of its own: a character comes over the line in pieces.
        private func type(bytesOf text: String, into seat: Seat) throws {
            for byte in Array(text.utf8) {
                let digits = String(byte, radix: 16)
                try seat.tmux.run(["send-keys", "-t", seat.name, "-H", digits])
            }
        }

        /// An input method commits a phrase in one piece; a slow line breaks one character into
        /// three. Both are whole words afterwards, and one key takes one character, of whatever many
        /// code points.
        @Test func committedAndBrokenCharactersAreWholeAndGoWhole() async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await replying(stage)
            try seat.type("您的包裹")
            try await seat.sees("您的包裹")
            try type(bytesOf: "到了が", into: seat)
            try await seat.sees("您的包裹到了が")
            // KA with a combining mark, then a family of three joined to one.
            try seat.type("か\u{3099}👩\u{200D}👩\u{200D}👧")
            try await seat.sees("9 / 2000")
            try seat.press("BSpace")
            try await seat.sees("8 / 2000")
            try seat.press("BSpace")
            try await seat.sees("7 / 2000")
            let screen = try await seat.sees("您的包裹到了が")
            #expect(!screen.contains("か") && !screen.contains("👩"))
            #expect(try seat.fact("cursor_x") == "16")
            await stage.close()
        }

        /// Wide characters never stand half over the right edge: the row breaks before them, and
        /// undo takes the rows back.
        @Test func wideCharactersBreakBeforeTheRightEdge() async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await replying(columns: 61, stage)
            // One narrow cell first, so that the last cell of a row fits no wide character.
            let text = "a" + String(repeating: "包裹在路上", count: 12)
            try seat.type(text)
            let screen = try await seat.sees("\(text.count) / 2000")
            let rows = screen.rows.filter { $0.hasPrefix("│ ") && $0.contains { $0 == "路" } }
            #expect(rows.count >= 3)
            #expect(rows.map { $0.filter { "a包裹在路上".contains($0) } }.joined() == text)
            // The box is whole on its right side as well.
            for row in rows { #expect(row.hasSuffix("│"), "\(row)") }
            #expect(try seat.unwrappedRows == 24)
            try seat.press("C-_")
            try await seat.sees("0 / 2000")
            await stage.close()
        }

        @Test func aWidePasteWithControlsIsCleanAndOneUndoTakesItOut() async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await replying(stage)
            try seat.type("您好，")
            try await seat.sees("3 / 2000")
            try stage.folder.write(
                "荷物\u{1B}]0;x\u{7}は\u{9B}2J\u{202E}明日\r\n届きます\u{18}\u{13}", to: "clipboard")
            try seat.tmux.run(["load-buffer", "\(stage.folder.path)/clipboard"])
            try seat.tmux.run(["paste-buffer", "-p", "-r", "-t", seat.name])
            let screen = try await seat.sees("届きます")
            #expect(screen.contains("Reply to \(Letter.lin.name)"))
            #expect(!screen.contains("\u{9B}") && !screen.contains("\u{202E}"))
            try seat.press("C-_")
            try await seat.sees("the paste is gone, the words before it are not") {
                $0.contains("您好，") && !$0.contains("届きます") && $0.contains("3 / 2000")
            }
            #expect(stage.sink.mails.isEmpty)
            await stage.close()
        }

        /// The agent's own editor gets every byte and gives every byte back.
        @Test func theOwnEditorKeepsWideText() async throws {
            let stage = try await Stage.open(.lin)
            let script = """
                #!/bin/sh
                cat "$1" > "$HOME/../editor.text"
                printf '追記：商品は無事です。' >> "$1"
                """
            try stage.folder.write(script, to: "editor.sh")
            let path = "\(stage.folder.path)/editor.sh"
            let seat = try await stage.seat(
                columns: 80, rows: 24, variables: ["VISUAL": "sh \(path)"])
            try await seat.sees(Letter.lin.name)
            try seat.press("r")
            try await seat.sees("Reply to \(Letter.lin.name)")
            try seat.type(Self.wide)
            try await seat.sees(Self.wide)
            try seat.press("C-x", "e")
            try await seat.sees("both stand there") {
                $0.flowing.contains(Self.wide + "追記：商品は無事です。")
            }
            #expect(stage.folder.read("editor.text") == Self.wide)
            await stage.close()
        }

        /// The core goes while somebody writes: the words are kept here, and are there again for the
        /// next workstation, whichever of the two ends first.
        @Test func whatIsWrittenWhileTheCoreIsGoneIsNotLost() async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await replying(stage)
            try seat.type(Self.wide)
            try await seat.sees("draft saved")
            stage.killCore()
            try await seat.sees("The core is away")
            try seat.type("追記")
            try await seat.sees("draft kept on this machine")
            kill(try seat.foreground(), SIGKILL)
            try await stage.startCore()
            let next = try await stage.seat("again", home: "desk", columns: 80, rows: 24)
            try await next.sees(Letter.lin.name)
            try next.press("r")
            try await next.sees("both are there again") {
                $0.flowing.contains(Self.wide + "追記")
            }
            await stage.close()
        }
    }
}
