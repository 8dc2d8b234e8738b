import ArgumentParser
import Core
import Foundation
import HelpDesk
import Settings
import Store
import Wire

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Orders or tickets as JSON lines, from the data folder.",
        discussion: "Reads beside a running core; run it as the core's account.")

    enum What: String, ExpressibleByArgument, CaseIterable { case orders, tickets }
    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl }

    @OptionGroup var options: ConfigurationOption
    @Argument(help: "orders or tickets.") var what: What
    @Option(help: "jsonl.") var format: Format = .jsonl

    func run() async throws {
        let configuration = try options.load()
        let folder = configuration.core.data
        guard FileManager.default.fileExists(atPath: folder + "/desk.sqlite") else {
            throw ProgramFailure(
                message: "deskhand: \(folder): no desk there yet; run 'deskhand serve' or "
                    + "'deskhand sync --once' first.", code: 2)
        }
        try await saying {
            let key = try ContentKey.load(orCreateAt: folder + "/content.key")
            let database = try DeskDatabase(path: folder + "/desk.sqlite", key: key)
            switch what {
            case .orders:
                try await database.read { transaction in
                    try transaction.forEachOrder { print(try JSONText.line(OrderDocument($0))) }
                }
            case .tickets: try await database.exportTickets { print(try JSONText.line($0)) }
            }
            try database.close()
        }
    }
}
