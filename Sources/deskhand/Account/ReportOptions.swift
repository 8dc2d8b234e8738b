import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// What every report takes: how to connect and print, and which rows.
struct ReportOptions: ParsableArguments {
    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Print comma-separated values with a heading.") var csv = false
    @Option(help: "Only this store.") var store: String?

    var storeID: StoreID? { store.map { StoreID($0) } }

    func validate() throws {
        guard !(csv && connection.json) else {
            throw ValidationError("'--csv' and '--json' exclude each other.")
        }
    }

    /// Prints the rows. What is not permitted is said on standard error and in the JSON, so that
    /// nobody takes it for "none"; if there is nothing else, the exit code is 4.
    func print(_ name: String, _ table: ReportTable, _ states: [AccountTask]) throws {
        let refused = states.filter { $0.phase == .notPermitted }
        if connection.json {
            let document = ReportDocument(
                report: name, rows: table, states: states.map(ReportState.init))
            Swift.print(try JSONText.line(document))
        } else {
            for line in csv ? table.commaSeparated : table.lines { Swift.print(line) }
            for task in refused {
                let words = connection.words(
                    ReportStrings.notPermitted(task.missingRole ?? "?"))
                StandardError.say("\(task.store.rawValue): \(words)")
            }
        }
        guard table.rows.isEmpty, !refused.isEmpty, refused.count == states.count else { return }
        throw CommandFailure(message: "", code: 4)
    }
}

/// The span of a report by days.
struct SpanOptions: ParsableArguments {
    @Option(help: "First day, such as 2026-03-01, or an instant.") var from: String?
    @Option(help: "Last day, or an instant.") var to: String?

    func validate() throws {
        for text in [from, to].compactMap({ $0 }) where Self.instant(text, isEnd: false) == nil {
            throw ValidationError("'\(text)' is no day such as 2026-03-01.")
        }
    }

    var start: Timestamp? { from.flatMap { Self.instant($0, isEnd: false) } }
    var end: Timestamp? { to.flatMap { Self.instant($0, isEnd: true) } }

    /// A day counts from its first to its last moment, in UTC.
    private static func instant(_ text: String, isEnd: Bool) -> Timestamp? {
        if let instant = Timestamp(iso8601: text) { return instant }
        guard let day = Timestamp(iso8601: text + "T00:00:00Z") else { return nil }
        return isEnd ? day + .days(1) - .milliseconds(1) : day
    }
}

/// A report as `--json` prints it.
private struct ReportDocument: Encodable {
    var report: String
    var rows: ReportTable
    var states: [ReportState]
}

/// How fresh a store's part of a report is, and what keeps it from us.
private struct ReportState: Encodable {
    var store: String
    var topic: String
    var state: String
    var missingRole: String?
    var lastSuccess: String?
    var error: String?

    enum CodingKeys: String, CodingKey {
        case store, topic, state, error
        case missingRole = "missing_role"
        case lastSuccess = "last_success"
    }

    init(_ task: AccountTask) {
        store = task.store.rawValue
        topic = task.topic.rawValue
        state = task.phase.rawValue
        missingRole = task.missingRole
        lastSuccess = task.lastSuccess?.iso8601
        error = task.failure?.errorClass.rawValue
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(store, forKey: .store)
        try container.encode(topic, forKey: .topic)
        try container.encode(state, forKey: .state)
        try container.encode(missingRole, forKey: .missingRole)
        try container.encode(lastSuccess, forKey: .lastSuccess)
        try container.encode(error, forKey: .error)
    }
}

enum ReportStrings {
    static func notPermitted(_ role: String) -> Phrase {
        Phrase("report.not-permitted", "not permitted: role {role}", ["role": role])
    }
}
