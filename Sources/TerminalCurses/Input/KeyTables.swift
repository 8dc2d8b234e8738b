import CNcurses
import TerminalCore

/// Keys of ncurses's own codes.
enum CodeTable {
    static func press(_ code: Int32) -> KeyPress? {
        if let plain = keys[code] { return KeyPress(plain) }
        if let shifted = shiftedKeys[code] { return KeyPress(shifted, .shift) }
        let function = Int(code - KEY_F0)
        return (1...24).contains(function) ? KeyPress(.function(function)) : nil
    }

    private static let keys: [Int32: KeyCode] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
        KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert,
        KEY_DC: .delete, KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backtab,
        KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    ]

    private static let shiftedKeys: [Int32: KeyCode] = [
        KEY_SLEFT: .left, KEY_SRIGHT: .right, KEY_SR: .up, KEY_SF: .down, KEY_SHOME: .home,
        KEY_SEND: .end, KEY_SDC: .delete, KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown,
    ]
}

/// Keys of single bytes below 0x80.
enum ControlBytes {
    static func press(_ byte: UInt8) -> KeyPress? {
        switch byte {
        case 0x0D: KeyPress(.enter)
        case 0x09: KeyPress(.tab)
        case 0x08, 0x7F: KeyPress(.backspace)
        case 0x1B: KeyPress(.escape)
        case 0x00: KeyPress(.character(" "), .ctrl)
        case 0x01...0x1A: KeyPress(.character(letter(byte + 0x60)), .ctrl)
        case 0x1C...0x1F: KeyPress(.character(letter(byte + 0x40)), .ctrl)
        case 0x20..<0x7F: KeyPress(.character(letter(byte)))
        default: nil
        }
    }

    private static func letter(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}

/// Keys of control sequences, for those that reach us in pieces terminfo cannot match.
enum ControlSequenceTable {
    static func press(_ parameters: String, _ final: Character) -> KeyPress? {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
            Int($0)
        }
        guard parameters.isEmpty || numbers.allSatisfy({ $0 != nil }) else { return nil }
        let modifiers =
            numbers.count > 1 ? KeyCodes.modifiers(parameter: numbers[1] ?? 1) : []
        if final == "Z", parameters.isEmpty { return KeyPress(.backtab) }
        if let code = KeyCodes.cursorKey(final) { return KeyPress(code, modifiers) }
        guard final == "~", let number = numbers.first ?? nil, let code = tilde[number] else {
            return nil
        }
        return KeyPress(code, modifiers)
    }

    private static let tilde: [Int: KeyCode] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        15: .function(5), 17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9),
        21: .function(10), 23: .function(11), 24: .function(12),
    ]
}

/// Mouse reports.
enum MouseReport {
    /// The SGR form `CSI < button ; column ; row M`; nil for releases, moves and other buttons.
    static func sgr(_ text: String, _ final: Character) -> MouseEvent? {
        guard text.first == "<", final == "M" else { return nil }
        let numbers = text.dropFirst().split(separator: ";").compactMap { Int($0) }
        guard numbers.count == 3, (1...100_000).contains(numbers[1]),
            (1...100_000).contains(numbers[2])
        else { return nil }
        let point = Point(x: numbers[1] - 1, y: numbers[2] - 1)
        return action(numbers[0]).map { MouseEvent($0, at: point) }
    }

    private static func action(_ button: Int) -> MouseEvent.Action? {
        switch button {
        case 0: .click
        case 64: .wheelUp
        case 65: .wheelDown
        default: nil
        }
    }
}
