import ArgumentParser
import Core
import Foundation
import HelpDesk
import Store
import Wire

struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks of the record on a file, without a core.",
        subcommands: [AuditFile.self])
}

/// `audit verify --database FILE`: reads only, so a copy on another machine can be checked too.
struct AuditFile: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify")

    @Option(help: "The database file.") var database: String
    @Option(help: "A file of checkpoints from the second place.") var copies: String?
    @Option(help: "The public key in hex, instead of audit.key beside the file.")
    var publicKey: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        guard FileManager.default.fileExists(atPath: database) else {
            throw ProgramFailure(message: "deskhand: \(database): no such file", code: 2)
        }
        let inspection: DatabaseInspection
        do { inspection = try DatabaseInspection(path: database) } catch {
            throw ProgramFailure(message: "deskhand: \(database): not a database", code: 2)
        }
        defer { inspection.close() }
        guard try inspection.age() == .current else {
            throw ProgramFailure(
                message: "deskhand: \(database): of another version of the desk; start that "
                    + "version's core on it once", code: 2)
        }
        let report: RecordReport
        do {
            report = try inspection.checkRecord(publicKey: try key(), copies: try copied())
        } catch let error as DeskError {
            throw ProgramFailure(error)
        }
        for line in try RecordReportText.lines(report, asJSON: json) { print(line) }
        if !report.isSound { throw ExitCode(1) }
    }

    private func copied() throws -> [Checkpoint]? {
        guard let copies else { return nil }
        guard let found = try CheckpointCopies.read(copies), !found.isEmpty else {
            throw ProgramFailure(message: "deskhand: \(copies): no checkpoints there", code: 2)
        }
        return found
    }

    private func key() throws -> String {
        if let publicKey { return publicKey.lowercased() }
        let path = URL(fileURLWithPath: database).deletingLastPathComponent().path + "/audit.key"
        guard let key = try AuditKey.load(path) else {
            throw ProgramFailure(
                message: "deskhand: \(path): no key there; name one with --public-key", code: 2)
        }
        return key.publicKey
    }
}
