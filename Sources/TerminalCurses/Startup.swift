import CLinuxShims
import CNcurses
import TerminalCore

/// The steps before the first frame, in their order.
enum Startup {
    /// Takes the user's locale, or one that at least has UTF-8; false when there is neither.
    static func prepareLocale() -> Bool {
        desk_use_locale("") == 1 || desk_use_locale("C.UTF-8") == 1
    }

    static func prepareEnvironment() {
        // Set, they pin the size for ever (man resizeterm).
        SystemCalls.unsetVariable("LINES")
        SystemCalls.unsetVariable("COLUMNS")
        // Terminals in UTF-8 may not know the alternate charset; then borders are letters.
        SystemCalls.setVariable("NCURSES_NO_UTF8_ACS", "1")
    }

    static func armRescue(terminal: Int32, wake: Int32) {
        let bytes = ControlSequences.rescue
        _ = desk_rescue_arm(terminal, wake, bytes, bytes.utf8.count)
    }

    /// Opens the first terminfo entry there is of a kind's names.
    static func open(_ kind: TerminalKind, input: Int32, output: Int32)
        -> (name: String, screen: OpaquePointer)?
    {
        for name in kind.candidates {
            if let screen = desk_open_screen(name, input, output) { return (name, screen) }
        }
        return nil
    }

    /// Sets the modes and returns the pad that keys are read from.
    static func setModes() -> CursesWindow? {
        let keyboard = newpad(1, 1)
        set_escdelay(25)
        raw()
        noecho()
        nonl()
        keypad(keyboard, true)
        nodelay(keyboard, true)
        idlok(desk_stdscr(), true)
        // A frame is drawn to its end; input was drained before.
        typeahead(-1)
        mouseinterval(0)
        if has_colors() {
            start_color()
            use_default_colors()
        }
        KeyCodes.defineAll()
        return keyboard
    }

    static func tier(_ environment: [String: String]) -> ColorTier {
        ColorTier.choose(environment: environment, colors: has_colors() ? Int(desk_colors()) : 0)
    }
}
