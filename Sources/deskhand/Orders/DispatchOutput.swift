import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

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
            .dispatchFileType, .dispatchFileName, .dispatchFileEmpty,
        ]
        return code.rawValue.hasPrefix("shipment.") || rules.contains(code)
    }

    var orderID: OrderID { OrderID(order) }
    var storeID: StoreID? { store.map { StoreID($0) } }
    var ticketID: TicketID? { ticket.map { TicketID($0) } }
}

extension ConnectionOptions {
    func printDispatch(_ view: DispatchView) throws {
        guard !json else {
            print(try JSONText.line(DispatchDocument(view)))
            return
        }
        let facts = view.dispatch
        let why = SafeText.line(view.waitingFor ?? facts.evidence ?? "")
        print(
            "\(facts.id.rawValue)\t\(facts.order)\t\(facts.action)\t\(facts.state.rawValue)\t"
                + "\(SafeText.line(view.authorName))\t\(why)")
        if let problem = facts.problem {
            let said = ErrorSentences.words(
                code: problem.rawValue, arguments: ["reason": facts.evidence ?? "-"])
            print("\t\(words(said.problem)) \(words(said.nextStep))")
        }
    }
}

extension String {
    /// An instant written as `2026-11-22` or with a time; nil for anything else.
    var instant: Timestamp? {
        Timestamp(iso8601: self) ?? Timestamp(iso8601: self + "T00:00:00Z")
    }
}
