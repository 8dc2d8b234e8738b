import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

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
        for offer in offers.offers { print(line(offer)) }
        for view in offers.dispatches { try connection.printDispatch(view) }
    }

    private func line(_ offer: OrderOffer) -> String {
        var parts = [offer.action, SafeText.line(offer.title ?? "")]
        if let rule = offer.rule { parts.append(Self.limits(rule)) }
        if let problem = offer.problem {
            let said = ErrorSentences.words(
                code: problem.rawValue,
                arguments: ["reason": SafeText.line(offer.reason ?? "-")])
            parts.append("- " + connection.words(said.problem))
        } else {
            parts.append("+")
        }
        return parts.joined(separator: "\t")
    }

    private static func limits(_ rule: MessageRule) -> String {
        var parts: [String] = []
        if let limit = rule.textLimit { parts.append("text 1-\(limit)") }
        if rule.mostFiles > 0 { parts.append("files \(rule.fewestFiles)-\(rule.mostFiles)") }
        if rule.needsCoverage { parts.append("coverage") }
        return parts.joined(separator: ", ")
    }
}
