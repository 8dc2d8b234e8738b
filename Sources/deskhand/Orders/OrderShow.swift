import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

struct OrderShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One order: dates, items, parcels, cases and what was asked of the platform.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The order's number.") var order: String
    @Option(help: "The order's store; needed only where two stores know the number.")
    var store: String?
    @Flag(help: "Ask the platform first.") var refresh = false

    func run() throws {
        let session = try connection.connect()
        let view = try connection.saying { () throws(DeskError) in
            try session.call(
                ShowOrder(
                    order: OrderID(order), store: store.map { StoreID($0) }, refresh: refresh))
        }
        guard !connection.json else {
            print(try JSONText.line(OrderDetailDocument(view)))
            return
        }
        try connection.printOrders([view.order])
        for line in facts(view) + items(view.order) + parcels(view.order) { print(line) }
        for item in view.cases { print(PlainText.deskCase(item)) }
        try connection.printDispatches(view.dispatches)
    }

    private func facts(_ view: OrderView) -> [String] {
        let order = view.order
        let words = connection.words
        let dates: [(Phrase, Timestamp?)] = [
            (OrderTerms.ordered, order.createdAt), (OrderTerms.shipBy, order.shipBy),
            (OrderTerms.deliverFrom, order.deliverFrom), (OrderTerms.deliverBy, order.deliverBy),
            (OrderTerms.asOf, view.refreshedAt),
        ]
        var lines = dates.compactMap { name, time in
            time.map { "\(words(name))  \($0.iso8601)" }
        }
        let keeper =
            order.isFulfilledByPlatform ? OrderTerms.byPlatform : OrderTerms.bySeller
        lines.append("\(words(OrderTerms.keeper))  \(words(keeper))")
        if !order.programs.isEmpty {
            lines.append(
                "\(words(OrderTerms.programmes))  "
                    + SafeText.line(order.programs.joined(separator: ", ")))
        }
        lines += OrderFactWords.lines(order.facts, words).map { SafeText.line($0) }
        if !view.tickets.isEmpty {
            let numbers = view.tickets.map { "#\($0.rawValue)" }
            lines.append("\(words(OrderTerms.tickets))  " + numbers.joined(separator: " "))
        }
        return lines
    }

    private func items(_ order: Order) -> [String] {
        order.items.flatMap { item in
            let price = item.unitPrice.map { "  \($0.amount) \($0.currency)" } ?? ""
            let codes = [item.asin, item.sku].compactMap { $0 }.joined(separator: " ")
            let wish =
                item.isCancelRequested ? "  " + connection.words(OrderTerms.cancelWanted) : ""
            let line = SafeText.line(
                "\(connection.words(OrderTerms.item)) \(item.itemID)  \(item.quantity) x \(item.title)\(price)  \(codes)\(wish)"
            )
            return [line]
                + OrderFactWords.lines(of: item, order.facts, connection.words).map {
                    "    " + SafeText.line($0)
                }
        }
    }

    private func parcels(_ order: Order) -> [String] {
        order.packages.map { parcel in
            let facts = [
                parcel.carrier, parcel.trackingNumber, parcel.detailedStatus ?? parcel.status,
                parcel.shippedAt?.iso8601,
            ]
            return SafeText.line(
                "parcel \(parcel.reference)  " + facts.compactMap { $0 }.joined(separator: "  "))
        }
    }
}
