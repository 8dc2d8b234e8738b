import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

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
    func printOrder(_ order: Order) throws {
        if json {
            print(try JSONText.line(OrderDocument(order, tellsWithheld: true)))
            return
        }
        let total = order.total.map { "\($0.amount) \($0.currency)" } ?? "-"
        let titles = order.items.map { "\($0.quantity) x \(SafeText.line($0.title))" }
        print(
            "\(order.id)\t\(order.store)\t\(order.marketplace?.rawValue ?? "-")\t"
                + "\(order.status.rawValue)\t\(total)\t\(titles.joined(separator: "; "))")
    }
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
        for view in reply.orders { try connection.printOrder(view.order) }
        connection.sayEmpty(reply.orders.isEmpty)
    }
}
