import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "List and read orders.",
        subcommands: [
            OrderActions.self, OrderMessage.self, OrderSolicit.self, OrderShip.self,
            OrderSettle.self, OrderDispatches.self,
            OrderList.self, OrderShow.self, OrderFinancesCommand.self,
        ])
}

extension ConnectionOptions {
    func printOrders(_ orders: [Order]) throws {
        guard !json else {
            for order in orders {
                print(try JSONText.line(OrderDocument(order, tellsWithheld: true)))
            }
            return
        }
        var table = TextTable(
            [
                OrderTerms.order, EngineTerms.store, OrderTerms.site, EngineTerms.state,
                OrderTerms.total, OrderTerms.items,
            ].map { words($0) })
        for order in orders {
            let total = order.total.map { "\($0.amount) \($0.currency)" } ?? "-"
            let titles = order.items.map { "\($0.quantity) x \($0.title)" }
            table.add([
                order.id.rawValue, order.store.rawValue, order.marketplace?.rawValue ?? "-",
                words(StateWords.order(order.status)), total, titles.joined(separator: "; "),
            ])
        }
        for line in table.lines { print(line) }
    }
}

/// Headings and words of orders and of what is asked of the platform for them.
enum OrderTerms {
    static let order = Phrase("column.order", "order")
    static let site = Phrase("column.site", "site")
    static let total = Phrase("column.total", "total")
    static let items = Phrase("column.items", "items")
    static let action = Phrase("column.action", "action")
    static let meaning = Phrase("column.meaning", "meaning")
    static let limits = Phrase("column.limits", "limits")
    static let allowed = Phrase("column.allowed", "allowed now")
    static let author = Phrase("column.author", "author")
    static let evidence = Phrase("column.evidence", "evidence")
    static let ordered = Phrase("order-fact.ordered", "ordered")
    static let shipBy = Phrase("order-fact.ship-by", "ship by")
    static let deliverFrom = Phrase("order-fact.deliver-from", "deliver from")
    static let deliverBy = Phrase("order-fact.deliver-by", "deliver by")
    static let asOf = Phrase("order-fact.as-of", "as of")
    static let keeper = Phrase("order-fact.fulfilled", "fulfilled")
    static let byPlatform = Phrase("order-fact.by-platform", "by the platform")
    static let bySeller = Phrase("order-fact.by-seller", "by the seller")
    static let programmes = Phrase("order-fact.programmes", "programmes")
    static let tickets = Phrase("order-fact.tickets", "tickets")
    static let item = Phrase("order-fact.item", "item")
    static let cancelWanted = Phrase("order-fact.cancel", "! the buyer asks to cancel")
}

struct OrderList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Orders, the newest first.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100
    @Option(help: "How many to leave out first.") var offset: Int = 0

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
    }

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(
                ListOrders(store: store.map { StoreID($0) }, offset: offset, limit: limit))
        }
        try connection.printOrders(reply.orders.map(\.order))
        connection.sayEmpty(reply.orders.isEmpty)
    }
}
