import HelpDesk
import SwiftExtensions

/// An order's books as `deskhand order finances --json` prints them; keys are a stable interface
/// and amounts are decimal texts.
package struct FinancesDocument: Encodable, Sendable, Hashable {
    package struct Amount: Encodable, Sendable, Hashable {
        package var amount: String
        package var currency: String
    }

    package struct Part: Encodable, Sendable, Hashable {
        package var path: String
        package var amount: String
        package var currency: String
    }

    package struct Transaction: Encodable, Sendable, Hashable {
        package var id: String
        package var type: String
        package var status: String
        package var posted: String
        package var isRefund: Bool
        package var total: Amount?
        package var parts: [Part]

        enum CodingKeys: String, CodingKey {
            case id, type, status, posted, total, parts
            case isRefund = "is_refund"
        }
    }

    package var store: String
    package var orderID: String
    package var fetched: String
    package var lagHours: Int
    package var refunds: [Amount]
    package var transactions: [Transaction]

    enum CodingKeys: String, CodingKey {
        case store, fetched, refunds, transactions
        case orderID = "order_id"
        case lagHours = "lag_hours"
    }

    package init(_ view: FinancesView) {
        store = view.finances.store.rawValue
        orderID = view.finances.order.rawValue
        fetched = view.fetchedAt.iso8601
        lagHours = view.lagHours
        refunds = view.refunds.map { Amount(amount: $0.amount, currency: $0.currency) }
        transactions = view.finances.transactions.map { entry in
            Transaction(
                id: entry.transactionID, type: entry.type, status: entry.status ?? "",
                posted: entry.postedAt?.iso8601 ?? "", isRefund: entry.isRefund,
                total: entry.total.map { Amount(amount: $0.amount, currency: $0.currency) },
                parts: entry.parts.map {
                    Part(path: $0.path, amount: $0.amount.amount, currency: $0.amount.currency)
                })
        }
    }
}
