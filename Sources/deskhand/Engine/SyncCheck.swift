import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct SyncCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Spot checks: samples to compare with Seller Central by hand.",
        subcommands: [CheckList.self, CheckRecordCommand.self],
        defaultSubcommand: CheckList.self)
}

struct CheckList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Checks that wait, then those of the last days.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "How many days of recorded ones.") var days: Int = 7

    func validate() throws {
        guard (0...3650).contains(days) else { throw ValidationError("'--days' is 0 to 3650.") }
    }

    func run() throws {
        let reply = try connection.ask(ListSpotChecks(days: days)).reply
        guard !connection.json else {
            let document: JSONValue = [
                "checks": .list(reply.checks.map { JSONValue($0) }),
                "summary": JSONValue(reply.summary),
            ]
            print(try JSONText.line(document))
            return
        }
        connection.printTable(
            connection.checkTable(reply.checks), empty: EngineTerms.noChecks)
        guard let bound = reply.summary.upperBound else { return }
        let summary = reply.summary
        print(
            connection.words(
                EngineTerms.bound(
                    summary.recorded, summary.missing, summary.extra,
                    SyncFigures.short(bound * 100))))
    }
}

struct CheckRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Write down what the comparison found.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The check's number.") var check: Int64
    @Argument(
        help: "One of: \(SpotCheck.Result.allCases.map(\.rawValue).joined(separator: ", ")).")
    var result: String
    @Option(help: "Messages that Seller Central shows for the hour.") var count: Int?
    @Option(help: "What was seen.") var note: String = ""

    func validate() throws {
        guard SpotCheck.Result(rawValue: result) != nil else {
            throw ValidationError("'\(result)' is not match, missing or extra.")
        }
        if let count, count < 0 { throw ValidationError("'--count' is 0 or more.") }
    }

    func run() throws {
        let call = RecordSpotCheck(
            check: SpotCheckID(check), result: SpotCheck.Result(rawValue: result) ?? .match,
            platformCount: count, note: note)
        let recorded = try connection.ask(call).reply
        guard !connection.json else { return try connection.printLines([JSONValue(recorded)]) }
        connection.printTable(connection.checkTable([recorded]), empty: EngineTerms.noChecks)
    }
}

extension ConnectionOptions {
    fileprivate func checkTable(_ checks: [SpotCheck]) -> TextTable {
        var table = TextTable(
            [
                EngineTerms.number, EngineTerms.store, EngineTerms.hour, EngineTerms.here,
                EngineTerms.result, EngineTerms.by, EngineTerms.note,
            ].map { words($0) })
        for check in checks {
            let result = check.result.map { words(EngineWords.checkResult($0.rawValue)) }
            table.add([
                "\(check.id.rawValue)", check.store.rawValue, check.start.iso8601,
                "\(check.deskCount)", result ?? "-", check.recordedBy ?? "-", check.note,
            ])
        }
        return table
    }
}
