/// What a TERM value tells beyond terminfo.
struct TerminalKind: Hashable {
    /// The TERM value that was asked for.
    let name: String

    /// Names to look up in terminfo, best first, for machines that lack a new terminal's entry.
    var candidates: [String] {
        let modern = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"]
        var names = [name]
        if modern.contains(where: name.hasPrefix) { names.append("xterm-256color") }
        if name.hasPrefix("tmux") { names.append("screen-256color") }
        if name.hasSuffix("-256color") { names.append("xterm-256color") }
        return names + ["xterm", "vt100"]
    }

    /// Whether the terminal knows private modes and operating system commands, or at least ignores
    /// them; consoles and real VT terminals get nothing terminfo does not name.
    var isXtermLike: Bool { !name.hasPrefix("vt") && !name.hasPrefix("linux") }

    /// Whether ncurses reports the mouse in the old encoding, which ends at column 223.
    var hasOldMouse: Bool { name.hasPrefix("screen") || name.hasPrefix("tmux") }

    var isScreen: Bool { name.hasPrefix("screen") }
}
