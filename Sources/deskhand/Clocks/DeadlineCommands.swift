import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

struct TicketExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "How a ticket's deadlines came about.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ExplainDeadlines(ticket: TicketID(ticket.value)))
        }
        guard !connection.json else {
            print(try JSONText.line(ClockDocuments.explanation(reply)))
            return
        }
        let text = DeadlineText(
            reply: reply, words: connection.words,
            time: LocalTime(zone: session.hello.timeZone, language: connection.language))
        for line in text.plain { print(line) }
    }
}

struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "Deadlines that you were warned of.",
        subcommands: [NoticesList.self, NoticesRead.self])
}

struct NoticesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Those not looked at, the oldest first.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Also those that were looked at or are over.") var all = false

    func run() throws {
        for notice in try connection.answer(ListNotices(includesRead: all, limit: 200)).notices {
            guard !connection.json else {
                print(try JSONText.line(ClockDocuments.notice(notice)))
                continue
            }
            let columns = [
                "#\(notice.row.id.rawValue)", notice.key.kind.rawValue, notice.threshold.text,
                notice.due.iso8601, notice.readAt == nil ? "new" : "read",
                SafeText.line(notice.row.subject),
            ]
            print(columns.joined(separator: "\t"))
        }
    }
}

struct NoticesRead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Say that you have looked at these tickets.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Tickets' numbers.") var tickets: [TicketNumber]

    func run() throws {
        let call = ReadNotices(tickets: tickets.map { TicketID($0.value) })
        let counts = try connection.answer(call)
        print(connection.json ? "{\"unread\":\(counts.notices)}" : "\(counts.notices) unread")
    }
}

struct BreachesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaches", abstract: "Missed deadlines and remarks on them.",
        subcommands: [BreachesList.self, BreachesExcuse.self])
}

struct BreachesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Missed deadlines by when they were due.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The first instant, such as 2026-03-01T00:00:00Z.") var from: InstantArgument
    @Option(help: "The first instant that is too late.") var to: InstantArgument
    @Option(help: "The newest so many, 5000 at most.") var limit: Int = 500

    func run() throws {
        let reply = try connection.answer(
            ListBreaches(from: from.value, to: to.value, limit: limit))
        for breach in reply.breaches { try connection.printBreach(breach, of: reply.total) }
        if reply.total > reply.breaches.count {
            StandardError.say(
                connection.words(
                    CutListSentences.newest(reply.breaches.count, of: reply.total)))
        }
    }
}

struct BreachesExcuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "excuse",
        abstract: "Remark on a missed deadline (supervisors); reports show it raw and net.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(help: "What the clock is about, such as debt/12.") var subject: String
    @Option(help: "platform, first, next, resolve or review.") var clock: String
    @Option(help: "channel-outage, wrong-class, platform-fault or other.") var category: String
    @Option(help: "Why.") var reason: String

    func run() throws {
        guard let subject = ClockSubject(subject) else {
            throw ValidationError("'--subject \(subject)' is no subject such as debt/12.")
        }
        guard let kind = ClockKind(rawValue: clock) else {
            throw ValidationError("'--clock \(clock)' is no clock.")
        }
        guard let category = BreachExcuse.Category(rawValue: category) else {
            throw ValidationError("'--category \(category)' is none.")
        }
        let call = ExcuseBreach(
            ticket: TicketID(ticket.value), key: ClockKey(subject, kind), category: category,
            reason: reason)
        try connection.printBreach(try connection.answer(call))
    }
}

extension ConnectionOptions {
    /// `total` is how many there are in all, shown or not.
    fileprivate func printBreach(_ breach: BreachView, of total: Int? = nil) throws {
        guard !json else {
            print(try JSONText.line(ClockDocuments.breach(breach, of: total)))
            return
        }
        let columns = [
            "#\(breach.ticket.rawValue)", breach.key.subject.text, breach.key.kind.rawValue,
            breach.dueAt.iso8601, breach.cause.rawValue, breach.excuse?.rawValue ?? "-",
            SafeText.line(breach.excuseReason ?? ""),
        ]
        print(columns.joined(separator: "\t"))
    }
}
