import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

extension ConnectionOptions {
    /// Makes one call; refusals become sentences and exit codes.
    func ask<Call: RemoteCall>(_ call: Call) throws -> (reply: Call.Reply, now: Timestamp) {
        let session = try connect()
        let reply = try saying { () throws(DeskError) in try session.call(call) }
        return (reply, session.hello.now)
    }

    /// Prints one document a line.
    func printLines(_ documents: [JSONValue]) throws {
        for document in documents { print(try JSONText.line(document)) }
    }

    func printTable(_ table: TextTable, empty: Phrase) {
        let lines = table.lines
        print(lines.isEmpty ? words(empty) : lines.joined(separator: "\n"))
    }

    /// Says that a list has nothing, where no script reads it.
    func sayEmpty(_ isEmpty: Bool) {
        guard isEmpty, !json else { return }
        StandardError.say(words(EngineTerms.nothing))
    }

    /// The sentence and its remedy, and what to quote.
    func notes(_ trouble: EngineTrouble?) -> [String] {
        guard let trouble else { return [] }
        let said = SyncSentences.words(
            errorClass: trouble.errorClass.rawValue, operation: trouble.operation,
            trouble: trouble.trouble, code: trouble.code)
        let facts = [
            trouble.errorClass.rawValue, trouble.code, trouble.operation, trouble.message,
            trouble.requestID ?? "",
        ]
        return [
            "! " + words(said.problem), "-> " + words(said.nextStep),
            facts.filter { !$0.isEmpty }.joined(separator: " · "),
        ]
    }

    /// `12s`, `3h` or a dash.
    func age(_ instant: Timestamp?, _ now: Timestamp) -> String {
        instant.map { TimeLeft.age(since: $0, now: now) } ?? "-"
    }

    func wait(_ instant: Timestamp?, _ now: Timestamp) -> String {
        instant.map { TimeLeft.span(Int64(TimeLeft.seconds(until: $0, now: now))) } ?? "-"
    }

    /// Text of a stranger or a platform, several lines of it, without what a terminal would obey.
    func printText(_ text: String) {
        print(SafeText.message(text).joined(separator: "\n"))
    }
}

/// Headings and words of the engine's tables.
enum EngineTerms {
    static let store = Phrase("column.store", "store")
    static let kind = Phrase("column.kind", "what")
    static let state = Phrase("column.state", "state")
    static let success = Phrase("column.success", "success")
    static let lag = Phrase("column.lag", "behind")
    static let queue = Phrase("column.queue", "queue")
    static let next = Phrase("column.next", "next")
    static let time = Phrase("column.time", "time")
    static let operation = Phrase("column.operation", "operation")
    static let status = Phrase("column.status", "status")
    static let duration = Phrase("column.duration", "ms")
    static let bytes = Phrase("column.bytes", "bytes")
    static let request = Phrase("column.request", "request id")
    static let result = Phrase("column.result", "result")
    static let job = Phrase("column.job", "job")
    static let attempts = Phrase("column.attempts", "tries")
    static let about = Phrase("column.about", "about")
    static let record = Phrase("column.record", "record")
    static let field = Phrase("column.field", "field")
    static let expected = Phrase("column.expected", "expected")
    static let found = Phrase("column.found", "found")
    static let since = Phrase("column.since", "since")
    static let sender = Phrase("column.sender", "sender")
    static let subject = Phrase("column.subject", "subject")
    static let hour = Phrase("column.hour", "hour")
    static let here = Phrase("column.here", "here")
    static let by = Phrase("column.by", "by")
    static let note = Phrase("column.note", "note")
    static let number = Phrase("column.number", "no.")
    static let left = Phrase("column.left", "left")
    static let rate = Phrase("column.rate", "per second")
    static let used = Phrase("column.used", "used")
    static let refused = Phrase("column.refused", "429")

    static let nothing = Phrase("list.empty", "Nothing fits.")
    static let noStores = Phrase("sync.empty", "Nothing has been synced yet.")
    static let noLog = Phrase("engine.log-empty", "The sync log has nothing that fits.")
    static let noJobs = Phrase("engine.no-jobs", "No job waits, runs or was given up.")
    static let noDrift = Phrase("engine.no-drift", "Every record could be read.")
    static let noMails = Phrase("engine.no-mails", "No mail is held back.")
    static let noChecks = Phrase("engine.no-checks", "No spot check is due.")

    static func rerun(_ settled: Int, of tried: Int) -> Phrase {
        Phrase(
            "engine.rerun", "{settled} of {tried} records could be read.",
            ["settled": "\(settled)", "tried": "\(tried)"])
    }
    static func blind(since: String, expected: String, upper: Int) -> Phrase {
        Phrase(
            "engine.blind-since",
            "~ blind since {since}; usual arrivals {expected} (95 %: up to {upper})",
            ["since": since, "expected": expected, "upper": "\(upper)"])
    }
    static func past(_ share: String, _ reached: String) -> Phrase {
        Phrase(
            "engine.past", "past read: {share}, up to {reached}",
            ["share": share, "reached": reached])
    }
    static func bound(_ recorded: Int, _ missing: Int, _ extra: Int, _ percent: String) -> Phrase {
        Phrase(
            "check.summary",
            "{recorded} checks, {missing} missing, {extra} extra: at most {bound} % missed (95 %).",
            [
                "recorded": "\(recorded)", "missing": "\(missing)", "extra": "\(extra)",
                "bound": percent,
            ])
    }
}
