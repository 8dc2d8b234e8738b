import ArgumentParser
import CoreClient
import HelpDesk
import Wire

struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Is the record what was written? Exit 1 when it is not.",
        discussion: """
            Recomputes the chain and compares it with the signed checkpoints and their copies in \
            the second place. Asks the running core, or reads a file with --database.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "A database file, with or without a core on it.") var database: String?
    @Option(help: "With --database: a file of checkpoints from the second place.")
    var copies: String?
    @Option(help: "With --database: the public key, instead of the key file beside it.")
    var publicKey: String?

    func validate() throws {
        if database == nil, copies != nil || publicKey != nil {
            throw ValidationError("'--copies' and '--public-key' need '--database'.")
        }
    }

    func run() throws {
        if let database {
            var words = ["audit", "verify", "--database", database]
            if let copies { words += ["--copies", copies] }
            if let publicKey { words += ["--public-key", publicKey] }
            if connection.json { words.append("--json") }
            try CoreProgram.become(words)
        }
        let session = try connection.connect()
        let report = try connection.saying { () throws(DeskError) in
            try session.call(VerifyRecord())
        }
        for line in try RecordReportText.lines(report, asJSON: connection.json) { print(line) }
        if !report.isSound { throw ExitCode(1) }
    }
}

struct AuditCheckpoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Sign the record as it stands now; --paper prints it for the drawer.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "A form to print and keep away from the machine.") var paper = false

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListCheckpoints(limit: 1, signs: true))
        }
        for checkpoint in reply.checkpoints {
            print(paper ? checkpoint.paper : try JSONText.line(checkpoint))
        }
    }
}

struct AuditShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Entries of the record, oldest first.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "From this entry on; without it the newest ones.") var from: Int64?
    @Option(help: "How many at most, 1 to 1000.") var limit: Int = 50

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("'--limit' is 1 to 1000.") }
        if let from, from < 1 { throw ValidationError("'--from' is 1 or more.") }
    }

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(
                ListEntries(after: from.map { EventSequence($0 - 1) }, limit: limit))
        }
        for entry in reply.entries {
            print(connection.json ? try JSONText.line(entry) : RecordReportText.line(entry))
        }
    }
}

struct AuditExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The whole record as JSON lines, with all that its hashes are made of.",
        discussion: """
            The first line names the log, the last lines are the signed checkpoints; whoever has \
            them can recompute the chain without the desk (docs/Audit.md).
            """)

    @OptionGroup var connection: ConnectionOptions

    private struct Head: Encodable {
        var log: String
        var version = 1
    }

    func run() throws {
        let session = try connection.connect()
        var place = EventSequence(0)
        var isFirst = true
        while true {
            let reply = try connection.saying { () throws(DeskError) in
                try session.call(ListEntries(after: place, limit: 1_000))
            }
            if isFirst { print(try JSONText.line(Head(log: reply.log))) }
            isFirst = false
            for entry in reply.entries { print(try JSONText.line(entry)) }
            guard let last = reply.entries.last else { break }
            place = EventSequence(last.seq)
        }
        let signed = try connection.saying { () throws(DeskError) in
            try session.call(ListCheckpoints(limit: 1_000))
        }
        for checkpoint in signed.checkpoints { print(try JSONText.line(checkpoint)) }
    }
}
