import ChannelAmazon
import Compliance
import HelpDesk

extension Desk {
    /// The linter's word on a typed message. The same function serves queueing and sending.
    func dispatchFindings(in text: String, about order: Order) -> [Finding] {
        guard !text.isEmpty else { return [] }
        let language = order.marketplace.flatMap {
            MarketplaceTable.standard.marketplace(code: $0)?.languages.first
        }
        // A typed message is bound to its order by the platform; its text need not name it.
        let findings = lintText(
            text,
            LintContext(
                messageKind: .proactive, marketplace: order.marketplace,
                language: language.map { LanguageCode(String($0.rawValue.prefix(2))) },
                orderID: order.id, knownOrderIDs: [order.id],
                knownTrackingNumbers: order.packages.compactMap(\.trackingNumber),
                knownASINs: order.items.compactMap(\.asin)))
        return findings.filter { $0.rule != "ORD-01" }
    }

    /// The published limits of a typed message; nil for a name that cannot be sent.
    func messageRules(_ action: String) -> MessageRule? {
        MessagingTable.standard.entry(action)?.rule
    }
}
