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
            Reads beside a running core; run it as the core's account. Lines on standard output are \
            whole, for programs on this machine that may read the data folder anyway; that they were \
            printed is on record. With --to, a folder is made to be given away, with a signed \
            manifest.json; 'deskhand verify-export' checks it anywhere. In it buyers are numbers and \
            have no texts; with --personal another person has to approve (deskhand rights requests), \
            then the same command is run again.
            """)

    @OptionGroup var options: ConfigurationOption
    @Argument(help: "orders or tickets.") var what: DeskExport.What
    @Option(help: "jsonl or csv.") var format: DeskExport.Format = .jsonl
    @Option(help: "A folder to make.") var to: String?
    @Option(help: "With --to: only this store.") var store: String?
    @Flag(help: "With --to: buyers' names and texts too; needs --reason and a second person.")
    var personal = false
    @Option(help: "What it is for; stands in the manifest.") var reason: String?

    func validate() throws {
        if personal, reason?.isEmpty ?? true {
            throw ValidationError("'--personal' needs '--reason'.")
        }
        guard to == nil else { return }
        if personal { throw ValidationError("'--personal' needs '--to'.") }
        if format == .csv { throw ValidationError("'--format csv' needs '--to'.") }
        if store != nil { throw ValidationError("'--store' needs '--to'.") }
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
            let export = DeskExport(
                what: what, format: format, store: store.map { StoreID($0) },
                hasPersonalData: personal, reason: reason ?? "", madeBy: user,
                software: deskhandVersion)
            let actor = try await actor(export, database, configuration.core.admins)
            if let to {
                let note = try await export.run(
                    database, into: to, as: actor, at: SystemClock().now)
                print("\(to)\t\(note.rows) rows\tmanifest \(note.manifest ?? "")")
            } else {
                try await list(database, as: actor)
            }
            try database.close()
        }
    }

    /// Who sits there, also behind sudo.
    private var user: String {
        ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName()
    }

    private func actor(
        _ export: DeskExport, _ database: DeskDatabase, _ admins: [String]
    ) async throws -> Actor {
        guard personal else {
            let person = try await database.read { try $0.person(unixUser: user)?.id }
            return person.map(Actor.person) ?? .service("export")
        }
        return .person(
            try await ExportLeave(unixUser: user, admins: admins)
                .take(for: export, from: database, at: SystemClock().now))
    }

    /// To standard output; that something went out is on record before its first line.
    private func list(_ database: DeskDatabase, as actor: Actor) async throws {
        let note = ExportNote(
            what: what.rawValue, format: format.rawValue, rows: 0,
            hasPersonalData: what == .tickets, manifest: nil)
        try await database.write(as: actor, at: SystemClock().now) { transaction in
            _ = try transaction.record(.chronicle(.exportMade(note)))
        }
        switch what {
        case .orders:
            try await database.read { transaction in
                try transaction.forEachOrder { print(try JSONText.line(OrderDocument($0))) }
            }
        case .tickets:
            try await database.exportTickets(hasPersonalData: true) {
                print(try JSONText.line($0))
            }
        }
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
