import ArgumentParser

/// `deskhand sync` alone is a pass without a running core; its subcommands ask the running one.
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "One pass over mailboxes and platforms now; status, log and spot checks.",
        subcommands: [SyncPass.self, SyncStatus.self, SyncLog.self, SyncCheck.self],
        defaultSubcommand: SyncPass.self)
}

struct SyncPass: CoreProgramCommand {
    static let word = "sync"
    static let configuration = CommandConfiguration(
        commandName: "pass",
        abstract: "One pass now, without a running core (the default).")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}
