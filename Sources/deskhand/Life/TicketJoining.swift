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
    @Option(help: "The two buyers are one person, and how you know: links their aliases first.")
    var linkBuyers: String?

    func run() throws {
        if let reason = linkBuyers {
            let session = try connection.connect()
            let call = LinkBuyers(
                ticket: TicketID(ticket.value), with: TicketID(with.value), reason: reason)
            _ = try connection.saying { () throws(DeskError) in try session.call(call) }
        }
        try connection.act { _ in
            MergeTickets(
                ticket: TicketID(ticket.value), with: TicketID(with.value),
                survivor: survivor.map { TicketID($0.value) })
        }
    }
}

struct TicketPartBuyers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "part-buyers",
        abstract: "Say that the buyers of two tickets are two persons after all.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "A ticket's number.") var ticket: TicketNumber
    @Argument(help: "The other's number.") var with: TicketNumber
    @Option(help: "How you know; stands in the record.") var reason: String

    func run() throws {
        try connection.act { _ in
            LinkBuyers(
                ticket: TicketID(ticket.value), with: TicketID(with.value), isOn: false,
                reason: reason)
        }
    }
}

struct TicketKind: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kind",
        abstract: "Say what kind a message is; a buyer's message owes an answer, another does not.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The message's number, as `ticket show --json` prints it.") var message: Int64
    @Argument(
        help: "One of: \(MessageKind.corrections.map(\.rawValue).joined(separator: ", ")).")
    var kind: String
    @Option(help: "Why; stands in the record.") var reason: String

    func validate() throws {
        guard MessageKind(rawValue: kind).map(MessageKind.corrections.contains) == true else {
            throw ValidationError("'\(kind)' is no kind that a message can be corrected to.")
        }
    }

    func run() throws {
        try connection.act { _ in
            CorrectKind(
                message: MessageID(message), kind: MessageKind(rawValue: kind) ?? .buyer,
                reason: reason)
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
