import CNcurses
import TerminalCore

/// What ncurses hands out, one by one.
enum RawInput: Hashable {
    case byte(UInt8)
    /// A key code of ncurses or one of `KeyCodes`.
    case code(Int32)
    case mouse(MouseEvent)
    case resize(Size)
}

/// Sequences ncurses is told by `define_key`, so that it hands them out whole. Newer terminfo
/// entries name some of them, with codes nobody can know beforehand.
enum KeyCodes {
    static let pasteStart: Int32 = 2001
    static let pasteEnd: Int32 = 2002
    static let focusIn: Int32 = 2003
    static let focusOut: Int32 = 2004
    private static let modified: Int32 = 2100

    /// Final letters of cursor keys with modifiers (`CSI 1 ; m X`).
    private static let finals: [(letter: String, code: KeyCode)] = [
        ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]

    static func defineAll() {
        define_key("\u{1B}[200~", pasteStart)
        define_key("\u{1B}[201~", pasteEnd)
        define_key("\u{1B}[I", focusIn)
        define_key("\u{1B}[O", focusOut)
        for (index, final) in finals.enumerated() {
            for parameter in 2...8 {
                define_key(
                    "\u{1B}[1;\(parameter)\(final.letter)",
                    modified + Int32(index * 10 + parameter))
            }
        }
    }

    /// The press a code of a modified cursor key stands for.
    static func modifiedPress(_ code: Int32) -> KeyPress? {
        let offset = Int(code - modified)
        guard offset >= 0, offset / 10 < finals.count else { return nil }
        return KeyPress(finals[offset / 10].code, modifiers(parameter: offset % 10))
    }

    /// The cursor key of a final letter.
    static func cursorKey(_ letter: Character) -> KeyCode? {
        finals.first { $0.letter == String(letter) }?.code
    }

    /// Modifiers as xterm counts them: one more than shift 1, alt 2, control 4.
    static func modifiers(parameter: Int) -> KeyModifiers {
        let bits = max(0, parameter - 1)
        var modifiers: KeyModifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.ctrl) }
        return modifiers
    }
}
