import Foundation

/// A terminal server of one test, on a socket of its own in the test's folder.
final class Tmux {
    /// Held so that the socket is there until the server is gone.
    private let folder: TestFolder
    private let environment: [String: String]

    init(in folder: TestFolder) throws {
        self.folder = folder
        environment = try Programs.environment(home: folder.path)
            .merging(["TMUX_TMPDIR": folder.path, "TERM": "xterm-256color"]) { $1 }
    }

    deinit {
        _ = try? command(["kill-server"])
    }

    /// Runs a tmux command and returns what it printed; throws its complaint.
    @discardableResult
    func run(_ arguments: [String]) throws -> String {
        let child = try command(arguments)
        guard child.end() == 0 else {
            throw TestTrouble("tmux \(arguments.joined(separator: " ")): \(child.words)")
        }
        return child.words
    }

    private func command(_ arguments: [String]) throws -> Child {
        let child = try Child(
            ["tmux", "-u", "-f", "/dev/null", "-L", "desk"] + arguments, environment: environment,
            log: "\(folder.path)/tmux.out")
        _ = child.end()
        return child
    }

    /// Kills what runs in the terminals, so that nothing is written to the test's folder any more.
    func killPrograms() {
        let shells = (try? run(["list-panes", "-a", "-F", "#{pane_pid}"])) ?? ""
        for shell in shells.split(separator: "\n") {
            guard let group = Self.foreground(ofShell: String(shell)) else { continue }
            kill(-group, SIGKILL)
        }
    }

    /// The process group that has a shell's terminal, if it is not the shell's own: field 8 of
    /// proc_pid_stat(5).
    static func foreground(ofShell shell: String) -> pid_t? {
        let stat = (try? String(contentsOfFile: "/proc/\(shell)/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 5, let group = pid_t(fields[5]), group > 1, String(group) != shell
        else { return nil }
        return group
    }

    /// Opens a terminal of a size with a plain shell in it, which restores nothing for a program
    /// that left the terminal in disorder.
    func open(
        _ name: String, columns: Int, rows: Int, folder: String, variables: [String: String]
    ) throws {
        let settings = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        try run(
            [
                "new-session", "-d", "-s", name, "-x", "\(columns)", "-y", "\(rows)", "-c", folder,
                "env", "-i",
            ] + settings + ["PS1=\(Seat.prompt) ", "/bin/sh", "-i"])
    }
}
