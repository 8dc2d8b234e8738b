import ArgumentParser
import Core
import Foundation
import HelpDesk
import Settings
import Store

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill a data folder for measurements.", shouldDisplay: false,
        subcommands: [
            BenchFill.self, BenchSweep.self, BenchRouting.self, BenchWall.self, BenchClaims.self,
            BenchLint.self,
        ])
}

/// Writes a desk of a given size, for the figures of docs/performance.md.
struct BenchFill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fill")

    @OptionGroup var options: ConfigurationOption
    @Option(help: "How many tickets.") var tickets: Int = 100_000
    @Option(help: "Seed.") var seed: UInt64 = 1

    func run() async throws {
        let configuration = try options.load()
        try await saying {
            let folder = try DataFolder.open(configuration.core.data)
            let key = try ContentKey.load(orCreateAt: folder.keyPath)
            let database = try DeskDatabase(path: folder.databasePath, key: key)
            try ScaleFixture.fill(database, tickets: tickets, seed: seed)
            while try database.writeSync(
                as: .service("scale"), at: ScaleFixture.now,
                { try $0.foldReports(limit: 20_000) })
            {}
            _ = try database.checkpointSync(at: SystemClock().now)
            try database.close()
            folder.close()
        }
    }
}
