import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct OrderShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One order: dates, items, parcels, cases and what was asked of the platform.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The order's number.") var order: String
    @Flag(help: "Ask the platform first.") var refresh = false

    func run() throws {
        let session = try connection.connect()
        let view = try connection.saying { () throws(DeskError) in
            try session.call(ShowOrder(order: OrderID(order), refresh: refresh))
        }
        guard !connection.json else {
            print(try JSONText.line(OrderDetailDocument(view)))
            return
        }
        try connection.printOrder(view.order)
        for line in facts(view) + items(view.order) + parcels(view.order) { print(line) }
        for item in view.cases { print(PlainText.deskCase(item)) }
        for dispatch in view.dispatches { try connection.printDispatch(dispatch) }
    }

    private func facts(_ view: OrderView) -> [String] {
        let order = view.order
        let dates: [(String, Timestamp?)] = [
            ("ordered", order.createdAt), ("ship by", order.shipBy),
            ("deliver from", order.deliverFrom), ("deliver by", order.deliverBy),
            ("as of", view.refreshedAt),
        ]
        var lines = dates.compactMap { name, time in time.map { "\(name)  \($0.iso8601)" } }
        let keeper = order.isFulfilledByPlatform ? "by the platform" : "by the seller"
        lines.append("fulfilled  \(keeper)")
        if !order.programs.isEmpty {
            lines.append("programmes  " + SafeText.line(order.programs.joined(separator: ", ")))
        }
        if !view.tickets.isEmpty {
            let numbers = view.tickets.map { "#\($0.rawValue)" }
            lines.append("tickets  " + numbers.joined(separator: " "))
        }
        return lines
    }

    private func items(_ order: Order) -> [String] {
        order.items.map { item in
            let price = item.unitPrice.map { "  \($0.amount) \($0.currency)" } ?? ""
            let codes = [item.asin, item.sku].compactMap { $0 }.joined(separator: " ")
            let wish = item.isCancelRequested ? "  ! the buyer asks to cancel" : ""
            return SafeText.line(
                "item \(item.itemID)  \(item.quantity) x \(item.title)\(price)  \(codes)\(wish)")
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
