import ArgumentParser
import Core
import Foundation
import HelpDesk
import Logging
import Settings

struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "One pass over mailboxes and platforms now, without a running core.")

    @OptionGroup var options: ConfigurationOption
    @Flag(help: "One pass, then stop (the default here).") var once = false
    @Option(help: "Only this store.") var store: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let configuration = try options.load()
        if let store, !configuration.stores.contains(where: { $0.id == store }) {
            throw ProgramFailure(
                message: "deskhand: --store \(store): no such store in \(configuration.file)",
                code: 2)
        }
        let summary = try await saying {
            let house = try await DeskHouse.open(
                configuration, logger: ServeLog.make(level: .error))
            let summary = try await house.desk.syncOnce(store: store.map { StoreID($0) })
            await house.desk.shutdown()
            try await house.desk.signRecord()
            try house.close()
            return summary
        }
        print(json ? try summary.jsonLine() : SyncText.lines(of: summary))
        if !summary.ok { throw ExitCode(1) }
    }
}
