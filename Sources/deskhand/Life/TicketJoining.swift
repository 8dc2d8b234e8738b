import ArgumentParser
import CoreClient
import HelpDesk
import Wire

struct TicketMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make two tickets of one buyer one; the older lives on.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "A ticket's number.") var ticket: TicketNumber
    @Argument(help: "The other's number.") var with: TicketNumber
    @Option(help: "Which of the two lives on.") var survivor: TicketNumber?
    @Flag(help: "The two buyers are one person: link their aliases first.") var linkBuyers = false

    func run() throws {
        if linkBuyers {
            let session = try connection.connect()
            let call = LinkBuyers(ticket: TicketID(ticket.value), with: TicketID(with.value))
            _ = try connection.saying { () throws(DeskError) in try session.call(call) }
        }
        try connection.act { _ in
            MergeTickets(
                ticket: TicketID(ticket.value), with: TicketID(with.value),
                survivor: survivor.map { TicketID($0.value) })
        }
    }
}

struct TicketUnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge", abstract: "Take a merged ticket out again, within seven days.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The number of the ticket that was merged away.") var ticket: TicketNumber

    func run() throws {
        try connection.act { _ in UnmergeTicket(ticket: TicketID(ticket.value)) }
    }
}

struct TicketSplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make messages a ticket of their own; prints the new one.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(
        parsing: .upToNextOption, help: "Numbers of messages, as `ticket show --json` prints them.")
    var messages: [Int64]

    func run() throws {
        try connection.act { _ in
            SplitTicket(
                ticket: TicketID(ticket.value), messages: messages.map { MessageID($0) })
        }
    }
}

struct TicketLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Link a ticket to another one, or no longer.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(help: "The other's number.") var to: TicketNumber
    @Option(
        help:
            "One of: \(LinkKind.allCases.map(\.rawValue).joined(separator: ", ")); with parent, the other is the part."
    )
    var kind: String = LinkKind.related.rawValue
    @Flag(help: "Take the link away.") var off = false

    func validate() throws {
        guard LinkKind(rawValue: kind) != nil else {
            throw ValidationError("'--kind \(kind)' is no kind of link.")
        }
    }

    func run() throws {
        try connection.act { _ in
            LinkTickets(
                ticket: TicketID(ticket.value), to: TicketID(to.value),
                kind: LinkKind(rawValue: kind) ?? .related, isOn: !off)
        }
    }
}
