import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct OrderFinancesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finances",
        abstract: "The money that moved for an order; the platform's books lag by up to 48 hours.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The order's number.") var order: String
    @Option(help: "The order's store.") var store: String?
    @Flag(help: "Ask the platform again, unless it was asked within 15 minutes.")
    var refresh = false

    func run() throws {
        let session = try connection.connect()
        let view = try connection.saying { () throws(DeskError) in
            try session.call(
                ShowFinances(
                    order: OrderID(order), store: store.map { StoreID($0) }, refresh: refresh))
        }
        if connection.json {
            print(try JSONText.line(FinancesDocument(view)))
            return
        }
        for entry in view.finances.transactions {
            let total = entry.total.map { "\($0.amount) \($0.currency)" } ?? "-"
            print(
                [
                    entry.postedAt?.iso8601 ?? "-", SafeText.line(entry.type),
                    entry.status ?? "-", total,
                ].joined(separator: "\t"))
        }
        let refunds = view.refunds.map { "\($0.amount) \($0.currency)" }
        let said = OrderFinancesStrings.refunded(refunds.joined(separator: ", "))
        print(connection.words(refunds.isEmpty ? OrderFinancesStrings.noRefund : said))
        print(
            connection.words(
                OrderFinancesStrings.asOf(view.fetchedAt.iso8601, view.lagHours)))
    }
}

enum OrderFinancesStrings {
    static let noRefund = Phrase("order-finances.no-refund", "no refund in the books")

    static func refunded(_ amounts: String) -> Phrase {
        Phrase("order-finances.refunded", "refunded to the buyer: {amounts}", ["amounts": amounts])
    }
    static func asOf(_ time: String, _ hours: Int) -> Phrase {
        Phrase(
            "order-finances.as-of",
            "read {time}; the platform's books may lag by up to {hours} hours",
            ["time": time, "hours": String(hours)])
    }
}
