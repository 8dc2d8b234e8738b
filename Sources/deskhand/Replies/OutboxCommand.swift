import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Replies on their way out, and what needs a person.",
        subcommands: [OutboxList.self, OutboxUndo.self, OutboxReview.self, OutboxSettle.self])
}

private struct OutboxDocument: Encodable {
    var outbox: Int64
    var ticket: Int64
    var state: String
    var author: String
    var releaseAt: String
    var attempts: Int
    var evidence: String?
    /// Rules that stop it now, or that somebody let it go past.
    var rules: [String]
    /// Why its author asks for a release; left out where nobody did.
    var reason: String?
    /// Left out while nobody has released it.
    var released: ReleaseDocument?
    /// Of held replies, with their sentences.
    var findings: [FindingDocument]
    var text: String

    enum CodingKeys: String, CodingKey {
        case outbox, ticket, state, author, attempts, evidence, rules, reason, released, findings
        case text
        case releaseAt = "release_at"
    }

    init(_ view: OutboxView, _ words: Words) {
        outbox = view.item.id.rawValue
        ticket = view.item.ticket.rawValue
        state = view.item.state.rawValue
        author = view.authorName
        releaseAt = view.item.releaseAt.iso8601
        attempts = view.item.attempts
        evidence = view.item.evidence
        released = view.item.override.flatMap { ReleaseDocument($0, by: view.releasedBy) }
        rules = Set(view.findings.map(\.rule) + (released?.rules ?? [])).sorted()
        reason = view.item.override.map(\.requestReason)
        findings = view.findings.map { finding in
            FindingDocument(
                finding, message: words(FindingSentences.words(finding, words).why))
        }
        text = view.body
    }
}

extension ConnectionOptions {
    fileprivate func printItem(_ view: OutboxView) throws { try printItems([view]) }

    fileprivate func printItems(_ views: [OutboxView]) throws {
        guard !json else {
            for view in views { print(try JSONText.line(OutboxDocument(view, words))) }
            return
        }
        var table = TextTable(
            [
                EngineTerms.number, OrderTerms.tickets, EngineTerms.state, OrderTerms.author,
                OrderTerms.evidence,
            ].map { words($0) })
        for view in views {
            table.add(
                [
                    "\(view.item.id.rawValue)", "#\(view.item.ticket.rawValue)",
                    words(StateWords.outbox(view.item.state)), view.authorName,
                    view.item.evidence.map { words(EvidenceWords.words($0)) } ?? "",
                ], notes: notes(view))
        }
        for line in table.lines { print(line) }
    }

    /// What whoever is to release a reply reads before that: the reason, what stops it, its words.
    private func notes(_ view: OutboxView) -> [String] {
        let override = view.item.override
        var notes: [String] = []
        if let reason = override?.requestReason, !reason.isEmpty {
            notes.append(words(ReleaseWords.asked(reason)))
        }
        if let release = ReleaseWords.line(override, by: view.releasedBy, in: words) {
            notes.append(release)
        }
        guard view.item.state == .held else { return notes }
        notes += view.findings.map { finding in
            let why = words(FindingSentences.words(finding, words).why)
            return "\(finding.rule) “\(finding.text)” \(finding.start)-\(finding.end): \(why)"
        }
        return notes + SafeText.message(view.body).map { "| " + $0 }
    }
}

struct OutboxList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Replies that wait, failed or are unknown.")

    @OptionGroup var connection: ConnectionOptions
    @Option(parsing: .upToNextOption, help: "Only these states.") var state: [String] = []

    func run() throws {
        let states = try state.map { name in
            guard let state = OutboxState(rawValue: name) else {
                throw ValidationError("'--state \(name)' is no state of a reply.")
            }
            return state
        }
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListOutbox(states: states))
        }
        try connection.printItems(reply.items)
        connection.sayEmpty(reply.items.isEmpty)
    }
}

struct OutboxUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a queued reply back; its text is your draft again.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The item's number.") var item: Int64

    func run() throws {
        let session = try connection.connect()
        let draft = try connection.saying { () throws(DeskError) in
            try session.call(UndoReply(item: OutboxID(item)))
        }
        print(SafeText.message(draft.text).joined(separator: "\n"))
    }
}

struct OutboxReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Release or refuse a held reply (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The item's number.") var item: Int64
    @Flag(inversion: .prefixedNo, help: "Release it, or not.") var approve: Bool
    @Option(help: "Why.") var reason: String

    func run() throws {
        let session = try connection.connect()
        try connection.printItem(
            try connection.saying { () throws(DeskError) in
                try session.call(
                    ReviewReply(item: OutboxID(item), isApproved: approve, reason: reason))
            })
    }
}

struct OutboxSettle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Say whether an unknown or failed reply has arrived.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The item's number.") var item: Int64
    @Flag(inversion: .prefixedNo, help: "It arrived, or it did not.") var arrived: Bool
    @Option(help: "How you know.") var reason: String

    func run() throws {
        let session = try connection.connect()
        try connection.printItem(
            try connection.saying { () throws(DeskError) in
                try session.call(
                    SettleReply(item: OutboxID(item), hasArrived: arrived, reason: reason))
            })
    }
}
