import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

/// Which order, and for which conversation.
struct DispatchOptions: ParsableArguments {
    @Argument(help: "The order's number.") var order: String
    @Option(help: "The order's store; needed only where two stores know the number.")
    var store: String?
    @Option(help: "The ticket that it is done for.") var ticket: Int64?

    /// Messages and shipments that break their own rules.
    static func isUsage(_ code: DeskError.Code) -> Bool {
        let rules: [DeskError.Code] = [
            .dispatchTextMissing, .dispatchTextTooLong, .dispatchTextNotTaken, .dispatchMarkup,
            .dispatchCoverageMissing, .dispatchCoverageBackwards, .dispatchCoverageNotTaken,
            .dispatchFilesMissing, .dispatchTooManyFiles, .dispatchFilesTooLarge,
            .dispatchFileType, .dispatchFileName, .dispatchFileEmpty, .dispatchFileChanged,
        ]
        return code.rawValue.hasPrefix("shipment.") || rules.contains(code)
    }

    var orderID: OrderID { OrderID(order) }
    var storeID: StoreID? { store.map { StoreID($0) } }
    var ticketID: TicketID? { ticket.map { TicketID($0) } }
}

extension ConnectionOptions {
    func printDispatch(_ view: DispatchView) throws { try printDispatches([view]) }

    func printDispatches(_ views: [DispatchView]) throws {
        guard !json else {
            for view in views { print(try JSONText.line(DispatchDocument(view))) }
            return
        }
        var table = TextTable(
            [
                EngineTerms.number, OrderTerms.order, OrderTerms.action, EngineTerms.state,
                OrderTerms.author, OrderTerms.evidence,
            ].map { words($0) })
        for view in views {
            let facts = view.dispatch
            let said = facts.problem.map {
                ErrorSentences.words(
                    code: $0.rawValue, arguments: ["reason": facts.evidence ?? "-"])
            }
            table.add(
                [
                    "\(facts.id.rawValue)", facts.order.rawValue,
                    words(DispatchWords.action(facts.action)),
                    words(DispatchWords.state(facts.state)), view.authorName,
                    view.waitingFor ?? facts.evidence ?? "",
                ], notes: said.map { ["\(words($0.problem)) \(words($0.nextStep))"] } ?? [])
        }
        for line in table.lines { print(line) }
    }
}

extension String {
    /// An instant written as `2026-11-22` or with a time; nil for anything else.
    var instant: Timestamp? {
        Timestamp(iso8601: self) ?? Timestamp(iso8601: self + "T00:00:00Z")
    }
}
