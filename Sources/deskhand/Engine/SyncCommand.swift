import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import Settings
import Wire

/// `deskhand sync` alone is one pass now; its subcommands ask the running core.
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "One pass over mailboxes and platforms now; status, log and spot checks.",
        subcommands: [SyncPass.self, SyncStatus.self, SyncLog.self, SyncCheck.self],
        defaultSubcommand: SyncPass.self)
}

/// The running core makes the pass where there is one, as only it may open the data; otherwise this
/// program becomes the core's for the time of the pass.
struct SyncPass: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass",
        abstract: "One pass now (the default): by the running core, or without one.",
        discussion: "Exit code 1 when a step of a store failed.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "One pass, then stop (the default here).") var once = false
    @Option(help: "Only this store.") var store: String?

    /// A pass waits for the platforms' pace.
    private static let patienceMilliseconds: Int32 = 15 * 60 * 1000

    func run() throws {
        guard let session = try runningCore() else { try CoreProgram.become(arguments) }
        let call = RunSyncPass(store: store.map { StoreID($0) })
        let summary = try connection.saying { () throws(DeskError) in
            try session.call(call, within: Self.patienceMilliseconds)
        }
        let lines = SyncSummaryText.lines(of: summary, connection.words)
        print(connection.json ? try JSONText.line(summary) : lines.joined(separator: "\n"))
        if !summary.ok { throw ExitCode(1) }
    }

    /// Nil when nobody listens. Where one does, that core's refusal is the answer; a socket that was
    /// named by hand must answer.
    private func runningCore() throws -> CoreSession? {
        guard connection.socket == nil else { return try connection.connect() }
        // A configuration that cannot be read is reported in full by the core's program.
        guard let path = try? socketPath(), let found = try? CoreConnection(path: path) else {
            return nil
        }
        return try connection.saying { () throws(DeskError) in
            try CoreSession(connection: found, client: "deskhand", asUser: connection.asUser)
        }
    }

    /// The desk of the configuration that was named, whatever else runs here.
    private func socketPath() throws -> String {
        guard let file = connection.config else { return try connection.socketPath() }
        return try ConfigurationFile.read(file, words: connection.words).core.socket
    }

    private var arguments: [String] {
        var words = ["sync", "--once"]
        if let config = connection.config { words += ["--config", config] }
        if let store { words += ["--store", store] }
        if let lang = connection.lang { words += ["--lang", lang] }
        return connection.json ? words + ["--json"] : words
    }
}
