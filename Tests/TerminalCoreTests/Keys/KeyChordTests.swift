import TerminalCore
import Testing

@Suite struct KeyChordTests {
    @Test(arguments: [
        ("j", KeyPress(.character("j"))), ("G", KeyPress(.character("G"))),
        ("ctrl-s", KeyPress(.character("s"), .ctrl)), ("alt-enter", KeyPress(.enter, .alt)),
        ("ctrl-alt-x", KeyPress(.character("x"), [.ctrl, .alt])), ("-", KeyPress(.character("-"))),
        ("ctrl--", KeyPress(.character("-"), .ctrl)), ("f12", KeyPress(.function(12))),
        ("space", KeyPress(.character(" "))), ("shift-up", KeyPress(.up, .shift)),
        ("é", KeyPress(.character("é"))),
    ])
    func pressesReadAndPrint(text: String, press: KeyPress) {
        #expect(KeyPress(text) == press)
        #expect(KeyPress(press.description) == press)
    }

    @Test(arguments: ["", "ctrl-", "hyper-x", "f25", "f0", "enterr", "ctrl-nope"])
    func nonsenseIsRefused(text: String) {
        #expect(KeyPress(text) == nil)
        #expect(KeyChord(text) == nil)
    }

    @Test func chordsContinueTheirStart() throws {
        let chord = try #require(KeyChord("g g"))
        #expect(chord.presses == [KeyPress(.character("g")), KeyPress(.character("g"))])
        #expect(chord.continues([KeyPress(.character("g"))]))
        #expect(!chord.continues(chord.presses))
        #expect(!chord.continues([KeyPress(.character("x"))]))
        #expect(chord.description == "g g")
    }

    @Test(arguments: [("ctrl-s", "^S"), ("g g", "gg"), ("space p", "space p"), ("escape", "esc")])
    func hintsAreShort(text: String, hint: String) throws {
        #expect(try #require(KeyChord(text)).hint == hint)
    }
}
