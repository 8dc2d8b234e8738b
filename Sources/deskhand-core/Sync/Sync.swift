import ArgumentParser
import Core
import Foundation
import HelpDesk
import Localization
import Logging
import Settings
import Wire

struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "One pass over mailboxes and platforms now, without a running core.",
        discussion: "'deskhand sync' asks the running core where there is one.")

    @OptionGroup var options: ConfigurationOption
    @Flag(help: "One pass, then stop (the default here).") var once = false
    @Option(help: "Only this store.") var store: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let configuration = try options.load()
        if let store, !configuration.stores.contains(where: { $0.id == store }) {
            throw ProgramFailure(DeskError(.storeOutOfScope, ["store": store]), language.words)
        }
        let summary = try await saying(in: language.words) {
            let house = try await DeskHouse.open(
                configuration, logger: ServeLog.make(level: .error))
            let summary = try await house.desk.syncOnce(store: store.map { StoreID($0) })
            await house.desk.shutdown()
            try await house.desk.signRecord()
            try house.close()
            return summary
        }
        let lines = SyncSummaryText.lines(of: summary, language.words)
        print(json ? try JSONText.line(summary) : lines.joined(separator: "\n"))
        if !summary.ok { throw ExitCode(1) }
    }
}
