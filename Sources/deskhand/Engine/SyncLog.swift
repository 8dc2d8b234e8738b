import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct SyncLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "What was asked of platforms and mailboxes, the newest first.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?
    @Option(help: "Only this call, such as searchOrders.") var operation: String?
    @Option(
        name: .customLong("class"),
        help: "One of: \(SyncErrorClass.allCases.map(\.rawValue).joined(separator: ", ")).")
    var errorClass: String?
    @Flag(help: "Only what failed.") var failed = false
    @Option(help: "Only entries older than the one of this number.") var before: Int64?
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        if let errorClass, SyncErrorClass(rawValue: errorClass) == nil {
            throw ValidationError("'--class \(errorClass)' is no class of errors.")
        }
    }

    func run() throws {
        let call = ListSyncLog(
            store: store.map { StoreID($0) }, operation: operation,
            errorClass: errorClass.flatMap { SyncErrorClass(rawValue: $0) },
            onlyFailures: failed, before: before.map { SyncLogID($0) }, limit: limit)
        let reply = try connection.ask(call).reply
        guard !connection.json else {
            return try connection.printLines(reply.entries.map { JSONValue($0) })
        }
        let words = connection.words
        var table = TextTable(
            [
                EngineTerms.number, EngineTerms.time, EngineTerms.store, EngineTerms.operation,
                EngineTerms.status, EngineTerms.duration, EngineTerms.bytes, EngineTerms.result,
                EngineTerms.request,
            ].map { words($0) })
        for entry in reply.entries {
            let result = [entry.errorClass?.rawValue ?? "", entry.message]
            table.add([
                "\(entry.id.rawValue)", entry.at.iso8601, entry.store?.rawValue ?? "-",
                entry.operation, entry.status.map { "\($0)" } ?? "-",
                "\(entry.durationMilliseconds)", entry.byteCount.map { "\($0)" } ?? "-",
                result.filter { !$0.isEmpty }.joined(separator: ": "), entry.requestID ?? "-",
            ])
        }
        connection.printTable(table, empty: EngineTerms.noLog)
    }
}
