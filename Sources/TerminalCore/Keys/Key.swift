/// What the terminal reports, in the order it came.
package enum Key: Hashable, Sendable {
    /// A key with its modifiers.
    case press(KeyPress)
    /// Text between the brackets of bracketed paste, already free of control characters but line
    /// feed and tab.
    case paste(String)
    /// The terminal has a new size; several in a row arrive as one.
    case resize(Size)
    /// The window got the keyboard or lost it, where the terminal tells.
    case focus(Bool)
    case mouse(MouseEvent)
    /// The terminal is gone: flush what is unsaved and leave without drawing.
    case hangup
    /// The system asks the program to end (SIGTERM): flush, restore the terminal, leave.
    case terminate

    /// A key without modifiers.
    package static func character(_ character: Character) -> Key {
        .press(KeyPress(.character(character)))
    }

    /// A key with a name.
    package static func named(_ code: KeyCode) -> Key {
        .press(KeyPress(code))
    }

    /// A letter with the control key.
    package static func ctrl(_ character: Character) -> Key {
        .press(KeyPress(.character(character), .ctrl))
    }

    /// A letter with the alt key.
    package static func alt(_ character: Character) -> Key {
        .press(KeyPress(.character(character), .alt))
    }
}

/// A key of the keyboard.
package enum KeyCode: Hashable, Sendable {
    case character(Character)
    case up
    case down
    case left
    case right
    case pageUp
    case pageDown
    case home
    case end
    case insert
    case delete
    case backspace
    case enter
    case escape
    case tab
    case backtab
    /// F1 to F24.
    case function(Int)
}

/// Keys held while another is pressed. Terminals tell shift only with named keys.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let ctrl = KeyModifiers(rawValue: 1)
    package static let alt = KeyModifiers(rawValue: 2)
    package static let shift = KeyModifiers(rawValue: 4)
}

/// One press of one key.
package struct KeyPress: Hashable, Sendable {
    package var code: KeyCode
    package var modifiers: KeyModifiers

    package init(_ code: KeyCode, _ modifiers: KeyModifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// The character this press types; nil for named keys and with ctrl or alt.
    package var typed: Character? {
        guard case .character(let character) = code, modifiers.isEmpty else { return nil }
        return character
    }
}

/// Something done with the mouse on a cell of the screen.
package struct MouseEvent: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case click
        case wheelUp
        case wheelDown
    }

    package var action: Action
    package var point: Point

    package init(_ action: Action, at point: Point) {
        self.action = action
        self.point = point
    }
}
