import Foundation

/// A person at a terminal: a shell in which the workstation runs.
struct Seat {
    /// What the shell says when it waits for a command.
    static let prompt = "shell-waits>"

    let tmux: Tmux
    let name: String

    /// Presses keys by the names that tmux gives them, such as `Enter` and `C-s`.
    func press(_ keys: String...) throws {
        try tmux.run(["send-keys", "-t", name] + keys)
    }

    func type(_ text: String) throws {
        try tmux.run(["send-keys", "-t", name, "-l", "--", text])
    }

    /// Types a command for the shell.
    func enter(_ command: String) throws {
        try type(command)
        try press("Enter")
    }

    var screen: Screen {
        get throws { Screen(captured: try tmux.run(["capture-pane", "-p", "-t", name])) }
    }

    /// How many rows are left when rows that ran over the right edge are joined with the next.
    var unwrappedRows: Int {
        get throws {
            Screen(captured: try tmux.run(["capture-pane", "-p", "-J", "-t", name])).rows.count
        }
    }

    /// Waits until a text is on the screen, and returns the screen.
    @discardableResult
    func sees(_ text: String, within limit: Duration = .seconds(20)) async throws -> Screen {
        try await sees("the screen shows “\(text)”", within: limit) { $0.contains(text) }
    }

    /// Waits until the screen is as wanted; throws with the screen when it does not come to that.
    @discardableResult
    func sees(
        _ what: String, within limit: Duration = .seconds(20), _ isWanted: (Screen) -> Bool
    ) async throws -> Screen {
        var last = Screen(captured: "")
        do {
            try await eventually(what, within: limit) {
                last = try screen
                return isWanted(last)
            }
        } catch let trouble as TestTrouble {
            throw TestTrouble("\(name): \(trouble)\n\(last)")
        }
        return last
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux.run(["resize-window", "-t", name, "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Closes the terminal, as a lost connection does: what runs in it gets SIGHUP.
    func hangUp() throws {
        try tmux.run(["kill-session", "-t", name])
    }

    /// One of tmux's facts about the terminal, such as `alternate_on`.
    func fact(_ format: String) throws -> String {
        try tmux.run(["display-message", "-p", "-t", name, "#{\(format)}"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The process group of the program that has the terminal.
    func foreground() throws -> pid_t {
        guard let group = Tmux.foreground(ofShell: try fact("pane_pid")) else {
            throw TestTrouble("No program has the terminal of \(name).")
        }
        return group
    }
}
