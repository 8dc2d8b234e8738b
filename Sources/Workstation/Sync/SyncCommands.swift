import HelpDesk
import Localization

enum SyncStrings {
    static let name = Phrase("sync.name", "Sync")
    static let empty = Phrase("sync.empty", "Nothing has been synced yet.")
    static let started = Phrase("sync.started", "A pass has been started.")
}

enum SyncCommands {
    static let all: [Command] = [run] + EngineCommands.all

    private static let run = Command(
        "run-sync", ["r"], in: [.sync],
        Phrase("command.run-sync", "Starts a pass over all stores now"),
        hint: Phrase("hint.run-sync", "sync now"),
        unless: { $0.isSupervisor ? nil : TicketStrings.supervisorOnly }
    ) { _, _ in [.call(.runSync)] }
}
