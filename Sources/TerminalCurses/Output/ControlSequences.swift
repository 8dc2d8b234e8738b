/// What is written to the terminal outside of frames (xterm's "Control Sequences").
enum ControlSequences {
    /// Bracketed paste and focus reports on.
    static let modesOn = "\u{1B}[?2004h\u{1B}[?1004h"
    /// Synchronized update, mouse, focus and paste reports off.
    static let modesOff =
        "\u{1B}[?2026l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l\u{1B}[?1004l\u{1B}[?2004l"
    /// Cursor, attributes, keypad, scroll region and the main screen, for a program that dies.
    static let rescue =
        modesOff + "\u{1B}[?25h\u{1B}[0m\u{1B}[?1l\u{1B}>\u{1B}[r\u{1B}[?1049l\r\n"

    static let titlePush = "\u{1B}[22;2t"
    static let titlePop = "\u{1B}[23;2t"

    static func title(_ text: String) -> String { "\u{1B}]2;\(text)\u{1B}\\" }
}
