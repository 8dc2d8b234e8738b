package import TerminalCore

/// What the terminal is to be opened with.
package struct CursesOptions: Sendable {
    /// TERM, NO_COLOR, COLORTERM, TMUX and their like.
    package var environment: [String: String]
    package var input: Int32
    package var output: Int32
    package var theme: Theme
    /// Nil takes what terminfo and the environment say.
    package var tier: ColorTier?
    package var rules: TextRules
    package var isMouseOn: Bool
    /// Wraps clipboard text so that tmux hands it on; needs its `allow-passthrough on`.
    package var passesThroughTmux: Bool

    package init(
        environment: [String: String], input: Int32 = 0, output: Int32 = 1, theme: Theme = .dark,
        tier: ColorTier? = nil, rules: TextRules = .standard, isMouseOn: Bool = true,
        passesThroughTmux: Bool = false
    ) {
        self.environment = environment
        self.input = input
        self.output = output
        self.theme = theme
        self.tier = tier
        self.rules = rules
        self.isMouseOn = isMouseOn
        self.passesThroughTmux = passesThroughTmux
    }
}

/// Why there is no full-screen terminal; the program goes on in plain text or says so.
package enum CursesFailure: Error, Hashable, Sendable {
    /// Input or output is no terminal.
    case notATerminal
    /// TERM is `dumb` or empty.
    case dumbTerminal
    /// Neither TERM nor any of its fallbacks has a terminfo entry.
    case unknownTerminal(String)
}
