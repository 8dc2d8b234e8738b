import Foundation
import Glibc
import HelpDesk
import SwiftExtensions
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

@Suite struct DictationTests {
    private func composing() -> Bench {
        var bench = Bench(width: 100, height: 30)
        bench.model.hasDictation = true
        bench.press("j r")
        bench.settle()
        return bench
    }

    @Test func wordsGoInAtTheCaretAsOneStep() {
        var bench = composing()
        bench.type("Hello.")
        bench.press("ctrl-x h")
        #expect(bench.effects.contains(.dictate))
        #expect(bench.text.contains("recording"))
        bench.press("ctrl-x h")
        #expect(bench.effects.contains(.endDictation))
        bench.feed(.dictated(.heard("your parcel\u{1B}[2J left\n\n today\u{202E} ")))
        #expect(bench.model.composer?.editor.text.hasPrefix("Hello. your parcel") == true)
        let spoken = bench.model.composer?.editor.text ?? ""
        #expect(!spoken.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        #expect(spoken.hasSuffix("left today"))
        bench.model.composer?.editor.undo()
        #expect(bench.model.composer?.editor.text == "Hello.")
        #expect(bench.model.dictation == nil)
        #expect(
            !bench.calls.contains { if case .send = $0 { true } else { false } })
    }

    /// A reply that was sent would leave its last words behind.
    @Test func aReplyWaitsForWhatIsStillBeingSaid() {
        var bench = composing()
        bench.type("Hello.")
        bench.press("ctrl-x h ctrl-x h ctrl-s")
        #expect(bench.model.composer?.isSending == false)
        #expect(!bench.calls.contains { if case .send = $0 { true } else { false } })
        #expect(bench.text.contains("not in the text yet"))
        bench.feed(.dictated(.heard("It left today.")))
        #expect(bench.model.composer?.editor.text == "Hello. It left today.")
    }

    @Test func withoutAProgramTheDeskSaysSo() {
        var bench = composing()
        bench.model.hasDictation = false
        bench.press("ctrl-x h")
        #expect(bench.text.contains("No dictation is set"))
        #expect(!bench.effects.contains(.dictate))
    }

    @Test func whatFailsIsSaidAndChangesNothing() {
        var bench = composing()
        bench.type("Hello.")
        bench.press("ctrl-x h")
        bench.feed(.dictated(.failed("exit 3")))
        #expect(bench.text.contains("gave no text (exit 3)"))
        #expect(bench.model.composer?.editor.text == "Hello.")
        bench.press("ctrl-x h ctrl-x h")
        bench.feed(.dictated(.heard(" \n ")))
        #expect(bench.text.contains("Nothing was heard."))
    }

    /// Leaving the composer throws the recording away; late words go nowhere.
    @Test func wordsForAClosedComposerAreDropped() {
        var bench = composing()
        bench.press("ctrl-x h ctrl-x k")
        #expect(bench.effects.contains(.dropDictation))
        bench.feed(.dictated(.heard("late")))
        bench.press("r")
        bench.settle()
        #expect(bench.model.composer?.editor.text.contains("late") != true)
    }

    /// A reply that comes back takes the place of a note; what was spoken for the note is not for the
    /// buyer.
    @Test func wordsForANoteNeverGoIntoAReply() throws {
        var bench = Bench(width: 100, height: 30)
        bench.model.hasDictation = true
        bench.press("j i")
        bench.settle()
        bench.type("Between us:")
        bench.press("ctrl-x h")
        let ticket = try #require(bench.model.composer?.ticket)
        let draft = DraftView(
            ticket: ticket, text: "Bonjour", basis: .zero, savedAt: Fixture.now)
        bench.feed(.answered(.undo(OutboxID(7)), .draft(draft)))
        #expect(bench.model.composer?.kind == .reply && bench.effects.contains(.dropDictation))
        #expect(!bench.text.contains("recording"))
        bench.feed(.dictated(.heard("he lies again")))
        #expect(bench.model.composer?.editor.text == "Bonjour")
        #expect(bench.text.contains("came too late"))
        #expect(bench.model.keptNotes[ticket] == "Between us:")
    }

    // MARK: The program itself

    private func run(
        _ script: String, with words: [String] = [], stops: Bool = true
    ) throws -> DictationResult {
        let folder = NSTemporaryDirectory() + "dictation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ready = folder + "/ready"
        let program = try #require(
            Dictation(["/bin/sh", "-c", script, "sh", ready] + words, at: 0))
        var isStopped = !stops
        for _ in 0..<4000 {
            if !isStopped, FileManager.default.fileExists(atPath: ready) {
                program.stop(at: 0)
                isStopped = true
            }
            if case .ended(let result) = program.read(at: 0) { return result }
            var said = pollfd(fd: program.descriptor, events: Int16(POLLIN), revents: 0)
            poll(&said, 1, 2)
        }
        Issue.record("The program never ended.")
        return .failed("never")
    }

    @Test func aRecogniserSpeaksWhenTheRecordingEnds() throws {
        let heard = try run(
            "trap 'echo the parcel left today; exit 0' INT; touch \"$1\"; while :; do sleep 0.02; done"
        )
        #expect(heard == .heard("the parcel left today\n"))
    }

    /// The real pocketsphinx, which `make deps` installs, on words that a synthesiser spoke.
    @Test func pocketsphinxHearsTheWords() throws {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let speech = here.appendingPathComponent("tomorrow.wav").path
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let program = root.appendingPathComponent("packaging/dictation/pocketsphinx-dictate").path
        let recorder =
            "exec \"$2\" /bin/sh -c 'cp \"$1\" \"$3\"; touch \"$2\"; exec sleep 60' sh \"$3\" \"$1\""
        let heard = try run(recorder, with: [program, speech])
        guard case .heard(let words) = heard else {
            Issue.record("\(heard)")
            return
        }
        #expect(words.contains("tomorrow"))
    }

    @Test func aRecogniserMayEndByItself() throws {
        #expect(try run("echo hello", stops: false) == .heard("hello\n"))
        #expect(try run("exit 7", stops: false) == .failed("exit 7"))
        #expect(
            try run("head -c 40000 /dev/zero | tr '\\0' a", stops: false) == .failed("too-long"))
    }

    /// The screen does not wait for what a program does after its last word.
    @Test func oneThatClosesItsOutputAndLivesOnIsEnded() throws {
        #expect(
            try run("echo hello; exec >&-; sleep 5; exit 7", stops: false) == .heard("hello\n"))
        #expect(try run("exec >&-; sleep 5; exit 0", stops: false) == .failed("ended"))
    }

    @Test func oneThatNeitherEndsNorSpeaksIsEnded() throws {
        let program = try #require(
            Dictation(["/bin/sh", "-c", "trap '' INT; while :; do sleep 0.02; done"], at: 0))
        program.stop(at: 1000)
        guard case .running = program.read(at: 31_000) else {
            Issue.record("It was ended too early.")
            return
        }
        guard case .ended(.failed("timed-out")) = program.read(at: 31_001) else {
            Issue.record("It was not ended.")
            return
        }
        #expect(Dictation(["/nowhere/at/all"], at: 0) == nil)
        #expect(Dictation(["relative"], at: 0) == nil)
        #expect(Dictation([], at: 0) == nil)
    }
}
