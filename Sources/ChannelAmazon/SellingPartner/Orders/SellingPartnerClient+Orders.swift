package import HelpDesk
import SwiftExtensions

extension SellingPartnerClient {
    /// One page of orders. A record that cannot be read is set aside; the rest of the page counts.
    package func searchOrders(
        _ search: OrderSearch, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> OrderPage {
        let answer = try await read(
            try search.request(at: now), for: account)
        return try OrderPageReader(store: account.store, answer: answer).page(asked: search.blocks)
    }

    /// One order at once, for a conversation that an agent opens.
    package func getOrder(
        _ id: OrderID, for account: SellingPartnerAccount, blocks: [OrderBlock] = OrderBlock.shown
    ) async throws(SyncFailure) -> OrderAnswer {
        let request = SellingPartnerRequest(
            operation: "getOrder",
            path: "/orders/2026-01-01/orders/\(FormText.escaped(id.rawValue))",
            query: blocks.isEmpty
                ? [] : [("includedData", FormText.list(blocks.map(\.rawValue)))])
        let answer = try await read(request, for: account)
        guard let record = answer.document["order"] else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: "getOrder", message: "order: missing",
                requestID: answer.requestID)
        }
        var reader = OrderReader(store: account.store)
        do {
            let order = try reader.order(record, asked: blocks)
            return .found(order, unknownFields: reader.drift.counts)
        } catch {
            return .quarantined(OrderPageReader.quarantined(record, error, in: answer))
        }
    }
}
