import TerminalCore
import Testing

@testable import TerminalCurses

@Suite struct KeyDecoderTests {
    private func decode(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.decode(text.utf8.map { .byte($0) })
    }

    @Test(
        arguments: [
            ("j", [Key.character("j")]), ("\u{1}", [.ctrl("a")]), ("\u{1A}", [.ctrl("z")]),
            ("\u{1F}", [.ctrl("_")]),
            ("\t\r\u{7F}", [.named(.tab), .named(.enter), .named(.backspace)]),
            ("\u{1B}", [.named(.escape)]), ("\u{1B}x", [.alt("x")]),
            ("\u{1B}\u{1B}", [.named(.escape), .named(.escape)]), ("\u{1B}[A", [.named(.up)]),
            ("\u{1B}OB", [.named(.down)]), ("\u{1B}[Z", [.named(.backtab)]),
            ("\u{1B}[3~", [.named(.delete)]), ("\u{1B}[1;3D", [.press(KeyPress(.left, .alt))]),
            ("\u{1B}[3;5~", [.press(KeyPress(.delete, .ctrl))]),
            ("漢é", [.character("漢"), .character("é")]),
            ("\u{1B}[O", [.focus(false)]),
            (
                "\u{1B}[<0;3;4Mx",
                [.mouse(MouseEvent(.click, at: Point(x: 2, y: 3))), .character("x")]
            ),
            ("\u{1B}[<0;3;4m", []), ("\u{1B}[<0;-3;4M", []),
            ("\u{1B}[<0;99999999999999999999;4M", []),
            ("\u{1B}[?62;4c\u{1B}[?2026;2$yj", [.character("j")]),
            ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\j", [.character("j")]),
            ("\u{1B}]11;rgb:0000/0000/0000\u{7}j", [.character("j")]),
            (
                "\u{1B}[200~:quit\r\u{1B}[A\u{3}\u{1B}]0;x\u{1B}[201~j",
                [.paste(":quit\n]0;x"), .character("j")]
            ),
        ] as [(String, [Key])])
    func bytesBecomeKeys(text: String, keys: [Key]) {
        #expect(decode(text) == keys)
    }

    @Test(arguments: ["\u{1B}[200~a漢b\u{1B}[201~", "漢字🇩🇪", "\u{1B}[1;5A\u{1B}[<65;10;10Mq"])
    func piecesOfAnySizeMakeTheSameKeys(text: String) {
        let bytes = Array(text.utf8)
        let whole = decode(text)
        for cut in 1..<bytes.count where bytes[cut - 1] != 0x1B {
            var decoder = KeyDecoder()
            let first = decoder.decode(bytes[..<cut].map { .byte($0) })
            let second = decoder.decode(bytes[cut...].map { .byte($0) })
            #expect(first + second == whole, "cut at \(cut)")
        }
    }

    @Test func brokenBytesTypeNothing() {
        var decoder = KeyDecoder()
        let bytes: [UInt8] = [0xFF, 0xC0, 0x80, 0xE4, 0xBC, 0x6A, 0xED, 0xA0, 0x80, 0x80, 0x6B]
        let keys = decoder.decode(bytes.map { .byte($0) })
        #expect(keys == [.character("j"), .character("k")])
    }

    @Test func aPasteIsCapped() {
        var decoder = KeyDecoder()
        var inputs: [RawInput] = [.code(KeyCodes.pasteStart)]
        inputs += Array(repeating: .byte(0x78), count: 1_500_000)
        inputs.append(.code(KeyCodes.pasteEnd))
        let keys = decoder.decode(inputs)
        guard case .paste(let text) = keys.first else {
            Issue.record("no paste came out")
            return
        }
        #expect(text.utf8.count == SafeText.inputLimit)
    }

    @Test func resizesOfOneReadAreOne() {
        var decoder = KeyDecoder()
        let sizes = [80, 90, 100].map { RawInput.resize(Size(width: $0, height: 24)) }
        let keys = decoder.decode(sizes + [.byte(0x6A)])
        #expect(keys == [.resize(Size(width: 100, height: 24)), .character("j")])
    }
}
