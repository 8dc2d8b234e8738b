import ArgumentParser
import CoreClient
import Glibc
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// What `ticket reply --json` prints.
private struct ReplyDocument: Encodable {
    var outcome: String
    var outbox: Int64?
    var releaseAt: String?
    var findings: [FindingDocument] = []
    var newer: [TicketDocument.Item] = []
    var answers: [AnswerDocument]?

    enum CodingKeys: String, CodingKey {
        case outcome, outbox, findings, newer, answers
        case releaseAt = "release_at"
    }
}

struct TicketReply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Queue a reply.",
        discussion: """
            Exit 4 with the findings when the linter blocks, 5 with the newer items when the basis is \
            stale, 5 with the answers when the buyer got one within the last two minutes, 1 while \
            somebody else writes the answer (see 'ticket takeover').
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(
        name: [.customShort("f"), .customLong("file")], help: "The text; - reads standard input.")
    var file: String
    @Option(help: "Newest item you have read (basis of 'ticket show --json'); default: the newest.")
    var basis: Int64?
    @Option(help: "Ticket state afterwards: pending, hold, open or resolved.")
    var then: String = TicketState.pending.rawValue
    @Option(parsing: .upToNextOption, help: "Rules whose warnings you accept.")
    var confirm: [String] = []
    @Option(help: "Send although there are newer items, with the reason.")
    var staleReason: String?
    @Flag(help: "Send although the buyer got an answer within the last two minutes.")
    var again = false
    @Option(help: "Ask a supervisor to release a blocked reply, with the reason.")
    var reviewReason: String?

    @Option(parsing: .upToNextOption, help: "Files to send with it; 10 MB together at most.")
    var attach: [String] = []

    func run() throws {
        guard let stateAfter = TicketState(rawValue: then) else {
            throw ValidationError("'--then \(then)' is no ticket state.")
        }
        let text = try readText()
        let chosen = try connection.chosenFiles(attach)
        let session = try connection.connect()
        let id = TicketID(ticket.value)
        let seen = try basis.map { EventSequence($0) } ?? newest(id, session)
        let files = try connection.attach(chosen, to: id, session)
        var call = SendReply(
            ticket: id, basis: seen, text: text, stateAfter: stateAfter, confirmedRules: confirm,
            staleReason: staleReason, reviewReason: reviewReason, files: files.isEmpty ? nil : files
        )
        var reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        if again, case .answered(let answers) = reply {
            call.knownAnswers = answers.map(\.mark)
            let second = call
            reply = try connection.saying { () throws(DeskError) in try session.call(second) }
        }
        try report(reply)
    }

    private func readText() throws -> String {
        do {
            let bytes = try FileBytes.read(file == "-" ? "/dev/stdin" : file, limit: 1 << 20)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw CommandFailure(message: "deskhand: \(file): not UTF-8 text", code: 2)
            }
            return text
        } catch let error as FileFailure {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }

    private func newest(_ id: TicketID, _ session: CoreSession) throws -> EventSequence {
        try connection.saying { () throws(DeskError) in
            try session.call(ShowTicket(ticket: id, refreshOrder: false))
        }.row.ticket.lastItem
    }

    private func report(_ reply: SendReply.Reply) throws {
        switch reply {
        case .queued(let view): try say("queued", view: view)
        case .held(let view): try say("held", view: view)
        case .blocked(let findings): try refuse("blocked", findings, .lintBlocked)
        case .unconfirmed(let findings): try refuse("unconfirmed", findings, .lintUnconfirmed)
        case .answered(let answers):
            if connection.json {
                print(
                    try JSONText.line(
                        ReplyDocument(
                            outcome: "answered", answers: answers.map(AnswerDocument.init))))
            } else {
                for answer in answers { print(PlainText.answer(answer)) }
            }
            throw CommandFailure(
                DeskError(.answeredJustNow, ["answers": String(answers.count)]),
                words: connection.words)
        case .stale(let newer):
            if connection.json {
                print(
                    try JSONText.line(
                        ReplyDocument(
                            outcome: "stale", newer: newer.map { TicketDocument.Item($0) })))
            } else {
                for message in newer { print(PlainText.message(message, words: connection.words)) }
            }
            throw CommandFailure(
                DeskError(.staleBasis, ["items": String(newer.count)]), words: connection.words)
        }
    }

    private func say(_ outcome: String, view: OutboxView) throws {
        if connection.json {
            print(
                try JSONText.line(
                    ReplyDocument(
                        outcome: outcome, outbox: view.item.id.rawValue,
                        releaseAt: view.item.releaseAt.iso8601)))
        } else {
            print("\(outcome)\t\(view.item.id.rawValue)\t\(view.item.releaseAt.iso8601)")
        }
    }

    private func refuse(_ outcome: String, _ findings: [Finding], _ code: DeskError.Code) throws {
        let words = connection.words
        if connection.json {
            let documents = findings.map { finding in
                FindingDocument(
                    finding, message: words(FindingSentences.words(finding, words).why))
            }
            print(try JSONText.line(ReplyDocument(outcome: outcome, findings: documents)))
        } else {
            print(PlainText.findings(findings, words: words))
        }
        throw CommandFailure(code, findings, words: words)
    }
}
