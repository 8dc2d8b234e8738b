import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import Wire

struct TicketList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tickets, the most urgent first.")

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "One of: \(TicketQueue.allCases.map(\.rawValue).joined(separator: ", ")).")
    var queue: String = TicketQueue.all.rawValue

    @Option(help: "Words, a part of a Chinese or Japanese text, an order number or #ticket.")
    var search: String?

    @Option(help: "Only this store.")
    var store: String?

    @Option(
        help:
            "Only about: \(InquiryCategory.allCases.map(\.rawValue).joined(separator: ", ")).")
    var category: String?

    @Option(help: "How many at most, 1 to 500.")
    var limit: Int = 100

    @Option(help: "How many to leave out first.")
    var offset: Int = 0

    @Option(parsing: .unconditional, help: AsOfOption.help)
    var asof: AsOfOption?

    func validate() throws {
        guard TicketQueue(rawValue: queue) != nil else {
            throw ValidationError("'--queue \(queue)' is no queue.")
        }
        if let category, InquiryCategory(rawValue: category) == nil {
            throw ValidationError("'--category \(category)' is no category.")
        }
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
    }

    func run() throws {
        let session = try connection.connect()
        let call = ListTickets(
            queue: TicketQueue(rawValue: queue) ?? .all, search: search,
            store: store.map { StoreID($0) },
            category: category.flatMap(InquiryCategory.init(rawValue:)), offset: offset,
            limit: limit, asOf: try asof?.instant(session))
        let reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        guard !connection.json else {
            for row in reply.rows { print(try JSONText.line(TicketDocument(row: row))) }
            return
        }
        let blind = try blindStores(session)
        for row in reply.rows {
            let isBlind = blind.contains(row.ticket.store)
            print(PlainText.ticketLine(row, now: session.hello.now, isBlind: isBlind))
        }
    }

    /// Stores whose buyers may have written unseen, so that their clocks say less than they seem to.
    private func blindStores(_ session: CoreSession) throws -> Set<StoreID> {
        let health = try connection.saying { () throws(DeskError) in
            try session.call(ShowSync()).health
        }
        return Set(health.filter { $0.kind == .messages && $0.blindSince != nil }.map(\.store))
    }
}

struct TicketShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One ticket with its messages.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(parsing: .unconditional, help: AsOfOption.help) var asof: AsOfOption?

    func run() throws {
        let session = try connection.connect()
        let call = ShowTicket(
            ticket: TicketID(ticket.value), refreshOrder: false,
            asOf: try asof?.instant(session))
        let detail = try connection.saying { () throws(DeskError) in try session.call(call) }
        if connection.json {
            var document = TicketDocument(
                row: detail.row, messages: detail.messages, cases: detail.cases,
                dispatches: detail.dispatches)
            document.life = detail.life.map { LifeDocument($0) }
            document.presence = detail.presence.map { $0.map(PresenceDocument.init) }
            document.otherOrders = detail.otherOrders.map(\.rawValue)
            document.unknownOrders = detail.unknownOrders.map(\.rawValue)
            document.aim = detail.aim.map { TicketDocument.Aim($0) }
            document.categoryReason = detail.categoryReason.map { CategoryReasonDocument($0) }
            print(try JSONText.line(document))
            return
        }
        print(PlainText.ticketLine(detail.row, now: call.asOf ?? session.hello.now))
        for person in detail.presence ?? [] { print(PlainText.present(person)) }
        for item in detail.cases { print(PlainText.deskCase(item)) }
        for order in detail.unknownOrders {
            print("\(order)\t\(connection.words(SyncSentences.noSuchOrder.problem))")
        }
        for message in detail.messages {
            print(PlainText.message(message, words: connection.words))
        }
        try connection.printDispatches(detail.dispatches)
        if let aim = detail.aim { print(PlainText.aim(aim)) }
    }
}

struct TicketLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "What happened to a ticket, as JSON lines.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListEvents(ticket: TicketID(ticket.value)))
        }
        for event in reply.events { print(try JSONText.line(EventDocument(event))) }
    }
}
