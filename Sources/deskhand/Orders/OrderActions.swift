import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import Wire
import Workstation

struct OrderActions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "What the platform allows for an order now, and what was done already.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The order's number.") var order: String
    @Option(help: "The order's store.") var store: String?

    func run() throws {
        let session = try connection.connect()
        let offers = try connection.saying { () throws(DeskError) in
            try session.call(
                ListOrderActions(order: OrderID(order), store: store.map { StoreID($0) }))
        }
        guard !connection.json else {
            print(try JSONText.line(OrderActionsDocument(offers)))
            return
        }
        for line in table(offers.offers).lines { print(line) }
        guard !offers.dispatches.isEmpty else { return }
        print("")
        try connection.printDispatches(offers.dispatches)
    }

    private func table(_ offers: [OrderOffer]) -> TextTable {
        let words = connection.words
        var table = TextTable(
            [
                OrderTerms.action, OrderTerms.meaning, OrderTerms.limits, OrderTerms.allowed,
            ].map { words($0) })
        for offer in offers {
            let problem = DispatchWords.problem(offer).map { words($0.problem) }
            table.add([
                offer.action, words(DispatchWords.action(offer.action)),
                offer.rule.map { DispatchWords.limits($0, words) } ?? "",
                problem.map { "- " + $0 } ?? "+",
            ])
        }
        return table
    }
}
