import ArgumentParser
import Core
import Foundation
import HelpDesk
import Settings
import Store
import SwiftExtensions
import Wire

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Orders or tickets from the data folder: JSON lines, or a signed folder.",
        discussion: """
            Reads beside a running core; run it as the core's account. With --to, a folder is made \
            with the data and a signed manifest.json; 'deskhand verify-export' checks it anywhere. \
            Without --personal such a folder has pseudonyms and no texts of buyers.
            """)

    @OptionGroup var options: ConfigurationOption
    @Argument(help: "orders or tickets.") var what: DeskExport.What
    @Option(help: "jsonl or csv.") var format: DeskExport.Format = .jsonl
    @Option(help: "A folder to make.") var to: String?
    @Option(help: "With --to: only this store.") var store: String?
    @Flag(help: "With --to: buyers' names and texts too; needs --reason.") var personal = false
    @Option(help: "With --to: what it is for; stands in the manifest.") var reason: String?

    func validate() throws {
        guard to == nil else {
            if personal, reason?.isEmpty ?? true {
                throw ValidationError("'--personal' needs '--reason'.")
            }
            return
        }
        if format == .csv { throw ValidationError("'--format csv' needs '--to'.") }
        if store != nil || personal || reason != nil {
            throw ValidationError("'--store', '--personal' and '--reason' need '--to'.")
        }
    }

    func run() async throws {
        let configuration = try options.load()
        let folder = configuration.core.data
        guard FileManager.default.fileExists(atPath: folder + "/desk.sqlite") else {
            throw ProgramFailure(
                message: "deskhand: \(folder): no desk there yet; run 'deskhand serve' or "
                    + "'deskhand sync --once' first.", code: 2)
        }
        if let store, !configuration.stores.contains(where: { $0.id == store }) {
            throw ProgramFailure(DeskError(.storeOutOfScope, ["store": store]))
        }
        try await saying {
            let key = try ContentKey.load(orCreateAt: folder + "/content.key")
            let database = try DeskDatabase(path: folder + "/desk.sqlite", key: key)
            if let to { try await write(to, database) } else { try await list(database) }
            try database.close()
        }
    }

    private func list(_ database: DeskDatabase) async throws {
        switch what {
        case .orders:
            try await database.read { transaction in
                try transaction.forEachOrder { print(try JSONText.line(OrderDocument($0))) }
            }
        case .tickets: try await database.exportTickets { print(try JSONText.line($0)) }
        }
    }

    private func write(_ path: String, _ database: DeskDatabase) async throws {
        let user = NSUserName()
        let person = try await database.read { try $0.person(unixUser: user)?.id }
        let export = DeskExport(
            what: what, format: format, store: store.map { StoreID($0) },
            hasPersonalData: personal, reason: reason ?? "", madeBy: user,
            software: deskhandVersion)
        let note = try await export.run(
            database, into: path, as: person.map(Actor.person) ?? .service("export"),
            at: SystemClock().now)
        print("\(path)\t\(note.rows) rows\tmanifest \(note.manifest ?? "")")
    }
}

extension DeskExport.What: ExpressibleByArgument {}
extension DeskExport.Format: ExpressibleByArgument {}

/// `deskhand verify-export FOLDER`.
struct VerifyExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-export",
        abstract: "Is an export what was signed? Needs no database; exit 1 when it is not.")

    @Argument(help: "The export's folder.") var folder: String
    @Option(help: "The desk's public key in hex ('audit checkpoint' prints it).")
    var publicKey: String?
    @Flag(help: "Print JSON.") var json = false

    private struct Document: Encodable {
        var sound: Bool
        var problems: [String]
        var manifest: ExportManifest?
    }

    func run() throws {
        let check = ExportCheck(folder: folder, publicKey: publicKey?.lowercased())
        if json {
            print(
                try JSONText.line(
                    Document(
                        sound: check.problems.isEmpty, problems: check.problems,
                        manifest: check.manifest)))
        } else {
            print(check.problems.isEmpty ? "sound" : "not sound")
            for problem in check.problems { print(problem) }
        }
        if !check.problems.isEmpty { throw ExitCode(1) }
    }
}
