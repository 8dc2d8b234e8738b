import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Mails held back since they look forged or fit no store (supervisors).",
        subcommands: [QuarantineList.self, QuarantineShow.self, QuarantineRelease.self],
        defaultSubcommand: QuarantineList.self)
}

struct QuarantineList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Held mails, the newest first, with the reasons.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?
    @Flag(help: "Also those that were taken in.") var all = false
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100
    @Option(help: "How many to leave out first.") var offset: Int = 0

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
    }

    func run() throws {
        let call = ListQuarantine(
            store: store.map { StoreID($0) }, includesReleased: all, offset: offset, limit: limit)
        let (reply, now) = try connection.ask(call)
        guard !connection.json else {
            return try connection.printLines(reply.mails.map { JSONValue($0) })
        }
        connection.printTable(connection.mailTable(reply.mails, now), empty: EngineTerms.noMails)
    }
}

struct QuarantineShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One held mail with its cleaned text.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The mail's number.") var mail: Int64

    func run() throws {
        let (detail, now) = try connection.ask(ShowQuarantine(mail: RawMailID(mail)))
        guard !connection.json else { return try connection.printLines([JSONValue(detail)]) }
        connection.printTable(connection.mailTable([detail.mail], now), empty: EngineTerms.noMails)
        print("")
        for header in detail.headers { connection.printText("\(header.name): \(header.value)") }
        for name in detail.attachments { connection.printText("[\(name)]") }
        print("")
        connection.printText(detail.text)
    }
}

struct QuarantineRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Take a held mail in.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The mail's number.") var mail: Int64
    @Option(help: "How you know that it is genuine.") var reason: String
    @Option(help: "The store it is for, where it fits none.") var store: String?

    func run() throws {
        let call = ReleaseQuarantine(
            mail: RawMailID(mail), store: store.map { StoreID($0) }, reason: reason)
        let reply = try connection.ask(call).reply
        let document: JSONValue = [
            "mail": .integer(mail), "outcome": .text(reply.outcome.rawValue),
            "ticket": reply.ticket.map { JSONValue($0) } ?? .null,
        ]
        guard !connection.json else { return try connection.printLines([document]) }
        let ticket = reply.ticket.map { "#\($0.rawValue)" } ?? "-"
        print("\(mail)\t\(reply.outcome.rawValue)\t\(ticket)")
    }
}

extension ConnectionOptions {
    fileprivate func mailTable(_ mails: [QuarantinedMail], _ now: Timestamp) -> TextTable {
        var table = TextTable(
            [
                EngineTerms.number, EngineTerms.since, EngineTerms.store, EngineTerms.sender,
                EngineTerms.subject,
            ].map { words($0) })
        for mail in mails {
            table.add(
                [
                    "\(mail.id.rawValue)", age(mail.fetchedAt, now), mail.store?.rawValue ?? "-",
                    mail.sender, mail.subject,
                ],
                notes: mail.reasons.map { "! " + words(EngineWords.holdReason($0)) })
        }
        return table
    }
}
