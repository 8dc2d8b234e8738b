package import HelpDesk
import SwiftExtensions

extension SellingPartnerClient {
    /// No order has more pages; a token that never ends must not keep us.
    private static let mostPages = 50

    /// Everything that the platform's books hold for one order, the oldest first. They may be up
    /// to 48 hours behind.
    package func finances(
        of order: OrderID, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> OrderFinances {
        var found: [MoneyTransaction] = []
        var token: String?
        for _ in 0..<Self.mostPages {
            let request = FinanceRequests.transactions(of: order, pageToken: token)
            let answer = try await read(request, for: account)
            guard let payload = answer.document["payload"] else {
                throw drift("payload", request, answer)
            }
            do {
                for entry in payload["transactions"]?.elements ?? [] {
                    found.append(try TransactionReader.transaction(entry))
                }
            } catch {
                throw drift("\(error)", request, answer)
            }
            token = payload["nextToken"]?.text
            if token?.isEmpty ?? true { return Self.finances(found, order, account) }
        }
        throw SyncFailure(
            errorClass: .schemaDrift, operation: "listTransactions", message: "no last page")
    }

    private static func finances(
        _ found: [MoneyTransaction], _ order: OrderID, _ account: SellingPartnerAccount
    ) -> OrderFinances {
        let sorted = found.sorted {
            ($0.postedAt?.milliseconds ?? 0, $0.transactionID)
                < ($1.postedAt?.milliseconds ?? 0, $1.transactionID)
        }
        return OrderFinances(order: order, store: account.store, transactions: sorted)
    }
}
