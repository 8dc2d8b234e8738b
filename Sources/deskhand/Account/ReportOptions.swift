import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
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

    /// Prints the rows. What is not permitted, failed or is still being made is said on standard error
    /// and in the JSON, so that nobody takes it for "none". With no row at all the exit code is 4
    /// where roles keep everything from us, and 1 where something failed.
    func print(_ name: String, _ table: ReportTable, _ states: [AccountTask]) throws {
        if connection.json {
            let document = ReportDocument(
                report: name, rows: table, states: states.map(ReportState.init))
            Swift.print(try JSONText.line(document))
        } else {
            for line in csv ? table.commaSeparated : table.lines(connection.words) {
                Swift.print(line)
            }
            for task in states { remarks(on: task).forEach(StandardError.say) }
            if table.rows.isEmpty, states.allSatisfy({ $0.phase == .idle }) {
                StandardError.say(connection.words(ReportStrings.nothing))
            }
        }
        guard table.rows.isEmpty, let code = Self.exitCode(states) else { return }
        throw CommandFailure(message: "", code: code)
    }

    private static func exitCode(_ states: [AccountTask]) -> Int32? {
        let refused = states.count { $0.phase == .notPermitted }
        if refused > 0, refused == states.count { return 4 }
        return states.contains { $0.phase == .failed } ? 1 : nil
    }

    /// Why a store's part may be missing or old, and what to do about it.
    private func remarks(on task: AccountTask) -> [String] {
        let words = connection.words
        let place = task.store.rawValue + ": "
        switch task.phase {
        case .idle:
            return task.lastSuccess == nil ? [place + words(ReportStrings.notYet)] : []
        case .notPermitted:
            return [place + words(ReportStrings.notPermitted(task.missingRole ?? "?"))]
        case .requested: return [place + words(ReportStrings.requested)]
        case .failed:
            guard let failure = task.failure else { return [place + words(ReportStrings.failed)] }
            let said = SyncSentences.words(
                errorClass: failure.errorClass.rawValue, trouble: failure.trouble?.rawValue)
            let message = SafeText.line(failure.message)
            return [
                place + words(ReportStrings.failed) + " " + words(said.problem),
                "-> " + words(said.nextStep),
            ] + (message.isEmpty ? [] : ["   (\(message))"])
        }
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
    static let failed = Phrase("report.failed", "The last try failed.")
    static let requested = Phrase(
        "report.requested", "Amazon is still making it; ask again in some minutes.")
    static let notYet = Phrase(
        "report.not-yet", "No report has come yet; deskhand sync status says how the store stands.")
    static let asked = Phrase(
        "report.asked", "Asked. Reports take some minutes; deskhand report shows them.")
    static let nothing = Phrase("report.nothing", "No rows.")
    static func notPermitted(_ role: String) -> Phrase {
        Phrase("report.not-permitted", "not permitted: role {role}", ["role": role])
    }
}
