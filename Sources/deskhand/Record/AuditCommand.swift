import ArgumentParser
import CoreClient
import HelpDesk
import Wire

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Can the record be trusted?",
        subcommands: [
            AuditVerify.self, AuditShow.self, AuditExport.self, AuditCheckpoint.self,
            AuditRebuild.self,
        ])
}

private struct RebuildDocument: Encodable {
    var equal: Bool
    var events: Int
    var differences: [String: String]
}

struct AuditRebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Rebuild all rows from the events and compare.",
        discussion: "Exit 1 when they differ. Works on the running core.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(CheckRecord())
        }
        if connection.json {
            print(
                try JSONText.line(
                    RebuildDocument(
                        equal: reply.isEqual, events: reply.events,
                        differences: reply.differences)))
        } else {
            print(reply.isEqual ? "equal\t\(reply.events) events" : "different")
            for table in reply.differences.keys.sorted() {
                print("\(table)\t\(reply.differences[table] ?? "")")
            }
        }
        if !reply.isEqual { throw ExitCode(1) }
    }
}
