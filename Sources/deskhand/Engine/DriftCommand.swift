import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct DriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Records of a platform that the desk cannot read.",
        subcommands: [DriftList.self, DriftShow.self, DriftRerun.self],
        defaultSubcommand: DriftList.self)
}

struct DriftList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Records set aside, the newest first.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?
    @Flag(help: "Also those that were read after all.") var all = false
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100
    @Option(help: "How many to leave out first.") var offset: Int = 0

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
    }

    func run() throws {
        let call = ListDrift(
            store: store.map { StoreID($0) }, includesSettled: all, offset: offset, limit: limit)
        let (reply, now) = try connection.ask(call)
        guard !connection.json else {
            return try connection.printLines(reply.records.map { JSONValue($0) })
        }
        connection.printTable(
            connection.driftTable(reply.records, now), empty: EngineTerms.noDrift)
    }
}

struct DriftShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One record as it came and as it was read (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The record's number.") var drift: Int64

    func run() throws {
        let (detail, now) = try connection.ask(ShowDrift(drift: DriftID(drift)))
        guard !connection.json else { return try connection.printLines([JSONValue(detail)]) }
        connection.printTable(
            connection.driftTable([detail.record], now), empty: EngineTerms.noDrift)
        let words = connection.words
        var fields = TextTable(
            [
                EngineTerms.result, EngineTerms.field, EngineTerms.expected, EngineTerms.found,
            ].map { words($0) })
        for field in detail.fields {
            fields.add([
                words(EngineWords.verdict(field.verdict.rawValue)), field.path, field.expected,
                field.found,
            ])
        }
        if !fields.lines.isEmpty { print("\n" + fields.lines.joined(separator: "\n")) }
        print("")
        connection.printText(detail.raw)
    }
}

struct DriftRerun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Read one record again, or all open ones (supervisors).",
        discussion: "Exit code 1 when a record still cannot be read.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The record's number; without it all open records.") var drift: Int64?
    @Option(help: "Only this store.") var store: String?

    func run() throws {
        let call = RerunDrift(
            drift: drift.map { DriftID($0) }, store: store.map { StoreID($0) })
        let (reply, now) = try connection.ask(call)
        if connection.json {
            let document: JSONValue = [
                "tried": .integer(Int64(reply.tried)), "settled": .integer(Int64(reply.settled)),
                "records": .list(reply.records.map { JSONValue($0) }),
            ]
            print(try JSONText.line(document))
        } else {
            connection.printTable(
                connection.driftTable(reply.records, now), empty: EngineTerms.noDrift)
            print(connection.words(EngineTerms.rerun(reply.settled, of: reply.tried)))
        }
        if reply.settled < reply.tried { throw ExitCode(1) }
    }
}

extension ConnectionOptions {
    fileprivate func driftTable(_ records: [DriftRecord], _ now: Timestamp) -> TextTable {
        var table = TextTable(
            [
                EngineTerms.number, EngineTerms.since, EngineTerms.store, EngineTerms.operation,
                EngineTerms.record, EngineTerms.field, EngineTerms.expected, EngineTerms.found,
            ].map { words($0) })
        let remedy = SyncSentences.words(errorClass: SyncErrorClass.schemaDrift.rawValue)
        for record in records {
            table.add(
                [
                    "\(record.id.rawValue)", age(record.foundAt, now), record.store.rawValue,
                    record.operation, record.recordID ?? "-", record.path, record.expected,
                    record.found,
                ], notes: record.settledAt == nil ? ["-> " + words(remedy.nextStep)] : [])
        }
        return table
    }
}
