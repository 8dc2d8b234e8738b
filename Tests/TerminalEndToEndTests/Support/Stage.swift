import Foundation
import HelpDesk
import MailKit
import Simulator

/// A desk of one test: a core on a Maildir and a pretend mail server, and terminals to sit at.
final class Stage {
    static let address = "desk+nova@desk.example"

    let folder: TestFolder
    let sink: MailSink
    let tmux: Tmux
    private var core: Child?

    private init(folder: TestFolder, sink: MailSink) throws {
        self.folder = folder
        self.sink = sink
        tmux = try Tmux(in: folder)
    }

    deinit {
        tmux.killPrograms()
    }

    /// Writes the configuration and the buyers' mail, and starts the core.
    static func open(
        _ letters: Letter..., undoSeconds: Int = 2, spelling: String = "off"
    ) async throws -> Stage {
        let stage = try Stage(folder: TestFolder(), sink: MailSink())
        let port = try await stage.sink.start()
        try stage.folder.write(configuration(port, undoSeconds, spelling), to: "deskhand.toml")
        try stage.folder.write("token", to: "store.secret")
        let mailbox = Maildir(path: "\(stage.folder.path)/mail")
        try mailbox.create()
        for letter in letters { _ = try mailbox.deliver(letter.bytes) }
        try await stage.startCore()
        return stage
    }

    // The templates of this checkout: the tests choose one by name.
    private static func configuration(
        _ port: Int, _ undoSeconds: Int, _ spelling: String
    ) -> String {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return """
            [core]
            data = "data"
            socket = "core.sock"
            admins = ["\(NSUserName())"]
            undo_seconds = \(undoSeconds)
            time_zone = "UTC"
            spelling = "\(spelling)"
            templates = "\(checkout.path)/sample-data/templates"

            [[mailbox]]
            name = "desk"
            maildir = "mail"
            smtp = "smtp://127.0.0.1:\(port)"
            from = "desk@desk.example"
            auth_results = ["mx.desk.example"]
            go_live = "2020-01-01"

            [[store]]
            id = "nova-eu"
            seller_id = "A1NOVAEXAMPLE"
            region = "eu"
            marketplaces = ["DE"]
            refresh_token_file = "store.secret"
            mailbox = "desk"
            address = "\(address)"
            sync = { orders = false, every_seconds = 60 }

            """
    }

    /// Starts the core and returns once people can connect.
    func startCore() async throws {
        let core = try Child(
            [
                try Programs.path("deskhand-core"), "serve", "--config",
                "\(folder.path)/deskhand.toml",
            ], environment: Programs.environment(home: folder.path), log: "\(folder.path)/core.log")
        self.core = core
        try await eventually("the core listens", within: .seconds(30)) {
            guard !core.hasEnded else { throw TestTrouble("The core ended: \(core.words)") }
            return core.words.contains("listening")
        }
    }

    /// Ends the core as a power cut would.
    func killCore() {
        guard let core else { return }
        kill(core.process, SIGKILL)
        _ = core.end()
        self.core = nil
    }

    /// Runs a command of `deskhand` to its end.
    @discardableResult
    func deskhand(_ arguments: String...) throws -> (code: Int32, words: String) {
        let child = try Child(
            [try Programs.path("deskhand")] + arguments + ["--socket", "\(folder.path)/core.sock"],
            environment: Programs.environment(home: folder.path), log: "\(folder.path)/command.out")
        return (child.end(), child.words)
    }

    /// Adds a colleague whose name is the Unix user's with a capital letter.
    func hire(_ user: String, _ role: Role) throws {
        let result = try deskhand(
            "people", "add", user, "--name", user.capitalized, "--role", role.rawValue,
            "--all-stores")
        guard result.code == 0 else { throw TestTrouble(result.words) }
    }

    /// A buyer writes while the desk is open.
    func receive(_ letter: Letter) throws {
        _ = try Maildir(path: "\(folder.path)/mail").deliver(letter.bytes)
    }

    /// The mail that arrived, once there is one; waits for it.
    func delivered() async throws -> [SunkMail] {
        try await eventually("the reply arrives at the mail server") { !sink.mails.isEmpty }
        return sink.mails
    }

    /// Ends what runs outside of this process and listens inside it.
    func close() async {
        killCore()
        await sink.stop()
    }
}

extension Stage {
    /// Opens a terminal with a shell. Terminals of one name share a home, unless `home` names another
    /// one's.
    func terminal(
        _ name: String = "desk", home owner: String? = nil, columns: Int = 100, rows: Int = 30,
        variables: [String: String] = [:]
    ) async throws -> Seat {
        let home = try folder.folder("home-\(owner ?? name)")
        let all = try Programs.environment(home: home)
            .merging(["TERM": "screen-256color"]) { $1 }.merging(variables) { $1 }
        try tmux.open(name, columns: columns, rows: rows, folder: folder.path, variables: all)
        let seat = Seat(tmux: tmux, name: name)
        try await seat.sees("the shell waits") { $0.isShell }
        return seat
    }

    /// Opens a terminal with the workstation in it.
    func seat(
        _ name: String = "desk", home: String? = nil, columns: Int = 100, rows: Int = 30,
        options: String = "", variables: [String: String] = [:]
    ) async throws -> Seat {
        let seat = try await terminal(
            name, home: home, columns: columns, rows: rows, variables: variables)
        try seat.enter("deskhand --socket core.sock \(options)")
        return seat
    }

    /// Opens the workstation and a reply to Kai's letter, with a text typed into it.
    func composing(_ text: String, columns: Int = 100, rows: Int = 30) async throws -> Seat {
        let seat = try await seat(columns: columns, rows: rows)
        try await seat.sees(Letter.kai.name)
        try seat.press("r")
        try await seat.sees("Reply to \(Letter.kai.name)")
        try seat.type(text)
        try await seat.sees("the reply's text is on the screen") { $0.flowing.contains(text) }
        return seat
    }
}
