import ChannelAmazon
import Compliance
import HelpDesk
import Store

extension Desk {
    /// The linter's word on a typed message. The same function serves queueing and sending.
    func dispatchFindings(in text: String, about order: Order) async throws -> [Finding] {
        guard !text.isEmpty else { return [] }
        let context = try await database.read { try self.dispatchContext(of: order, $0) }
        // A typed message is bound to its order by the platform; its text need not name it.
        return lintText(text, context).filter { $0.rule != "ORD-01" }
    }

    private func dispatchContext(
        of order: Order, _ transaction: ReadTransaction
    ) throws -> LintContext {
        let language = order.marketplace.flatMap {
            MarketplaceTable.standard.marketplace(code: $0)?.languages.first
        }
        var context = LintContext(
            messageKind: .proactive, marketplace: order.marketplace,
            language: language.map { LanguageCode(String($0.rawValue.prefix(2))) },
            orderID: order.id, knownOrderIDs: [order.id],
            knownTrackingNumbers: order.packages.compactMap(\.trackingNumber),
            knownASINs: order.items.compactMap(\.asin))
        let buyer = try transaction.tickets(order: order.id)
            .filter { $0.store == order.store }.compactMap(\.buyer).first
        try transaction.addContacts(
            of: order.id, order, store: order.store, buyer: buyer, at: clock.now, to: &context)
        return context
    }

    /// The published limits of a typed message; nil for a name that cannot be sent.
    func messageRules(_ action: String) -> MessageRule? {
        MessagingTable.standard.entry(action)?.rule
    }
}
