import CNcurses
import TerminalCore

/// Makes keys from what ncurses hands out.
///
/// Bytes are decoded here and not by ncurses, which loses the first bytes of a character that comes
/// in two reads. Escape sequences it does not know are read to their end and dropped, so that a late
/// answer of the terminal never types.
struct KeyDecoder {
    private enum State {
        case ground
        /// After ESC, when more came with it.
        case escape
        /// After ESC and `[`, with the bytes so far.
        case control([UInt8])
        /// After ESC and `O`.
        case singleShift
        /// Within an operating system or device command, up to BEL or ESC `\`.
        case string(sawEscape: Bool)
    }

    private var state = State.ground
    private var utf8: [UInt8] = []
    private var paste: [UInt8]?
    private(set) var keys: [Key] = []

    /// Takes everything that came in one go and returns the keys it makes.
    mutating func decode(_ inputs: [RawInput]) -> [Key] {
        for input in inputs { add(input) }
        // ncurses has waited for what belongs to an escape; one that stands alone is the key.
        if case .escape = state, paste == nil {
            state = .ground
            press(.escape)
        }
        defer { keys = [] }
        return keys
    }

    private mutating func add(_ input: RawInput) {
        switch input {
        case .resize(let size):
            keys.removeAll { if case .resize = $0 { true } else { false } }
            keys.append(.resize(size))
        case .mouse(let event):
            if paste == nil { keys.append(.mouse(event)) }
        case .code(let code):
            add(code: code)
        case .byte(let byte):
            add(byte: byte)
        }
    }

    private mutating func add(code: Int32) {
        switch code {
        case KeyCodes.pasteStart: startPaste()
        case KeyCodes.pasteEnd: endPaste()
        case _ where paste != nil: return
        case KeyCodes.focusIn: keys.append(.focus(true))
        case KeyCodes.focusOut: keys.append(.focus(false))
        default:
            guard let press = CodeTable.press(code) ?? KeyCodes.modifiedPress(code) else { return }
            keys.append(.press(withPendingAlt(press)))
        }
    }

    private mutating func startPaste() {
        state = .ground
        paste = paste ?? []
    }

    private mutating func endPaste() {
        state = .ground
        guard let bytes = paste else { return }
        paste = nil
        keys.append(.paste(SafeText.input(String(decoding: bytes, as: UTF8.self))))
    }

    private mutating func withPendingAlt(_ press: KeyPress) -> KeyPress {
        guard case .escape = state else { return press }
        state = .ground
        return KeyPress(press.code, press.modifiers.union(.alt))
    }

    private mutating func press(_ code: KeyCode, _ modifiers: KeyModifiers = []) {
        keys.append(.press(KeyPress(code, modifiers)))
    }
}

extension KeyDecoder {
    private mutating func add(byte: UInt8) {
        switch state {
        case .ground: ground(byte)
        case .escape: escape(byte)
        case .control(let bytes): control(bytes, byte)
        case .singleShift:
            state = .ground
            if paste == nil, let key = KeyCodes.cursorKey(Character(Unicode.Scalar(byte))) {
                press(key)
            }
        case .string(let sawEscape):
            let isEnd = byte == 0x07 || sawEscape && byte == 0x5C
            state = isEnd ? .ground : .string(sawEscape: byte == 0x1B)
        }
    }

    private mutating func ground(_ byte: UInt8) {
        if byte == 0x1B {
            utf8 = []
            state = .escape
            return
        }
        if paste != nil {
            // The rest of a paste beyond the limit is read and forgotten.
            if (paste?.count ?? 0) < SafeText.inputLimit { paste?.append(byte) }
            return
        }
        if byte >= 0x80 { return multibyte(byte) }
        utf8 = []
        if let press = ControlBytes.press(byte) { keys.append(.press(press)) }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x5B: state = .control([])
        case _ where paste != nil:
            // An escape of the pasted text itself; it is dropped with the byte after it kept.
            state = .ground
            ground(byte)
        case 0x4F: state = .singleShift
        case 0x5D, 0x50, 0x5F, 0x5E: state = .string(sawEscape: false)
        case 0x1B: press(.escape)
        default:
            state = .ground
            guard let press = ControlBytes.press(byte) else { return }
            keys.append(.press(KeyPress(press.code, press.modifiers.union(.alt))))
        }
    }

    private mutating func control(_ bytes: [UInt8], _ byte: UInt8) {
        if byte == 0x1B {
            state = .escape
        } else if (0x40...0x7E).contains(byte) {
            state = .ground
            finish(bytes, Character(Unicode.Scalar(byte)))
        } else if bytes.count < 64, (0x20..<0x40).contains(byte) {
            state = .control(bytes + [byte])
        } else {
            state = .ground
        }
    }

    private mutating func finish(_ bytes: [UInt8], _ final: Character) {
        let text = String(decoding: bytes, as: UTF8.self)
        if final == "~", text == "200" { return startPaste() }
        if final == "~", text == "201" { return endPaste() }
        guard paste == nil else { return }
        if let event = MouseReport.sgr(text, final) {
            keys.append(.mouse(event))
        } else if let press = ControlSequenceTable.press(text, final) {
            keys.append(.press(press))
        } else if bytes.isEmpty, final == "I" || final == "O" {
            keys.append(.focus(final == "I"))
        }
    }

    private mutating func multibyte(_ byte: UInt8) {
        if byte >= 0xC0 { utf8 = [] }
        utf8.append(byte)
        let expected = utf8[0] >= 0xF0 ? 4 : utf8[0] >= 0xE0 ? 3 : 2
        guard utf8[0] >= 0xC0 else { return utf8 = [] }
        guard utf8.count == expected else { return }
        let text = String(decoding: utf8, as: UTF8.self)
        utf8 = []
        // A repaired character means that the bytes were no UTF-8.
        if text.count == 1, let character = text.first, character != "\u{FFFD}" {
            press(.character(character))
        }
    }
}
