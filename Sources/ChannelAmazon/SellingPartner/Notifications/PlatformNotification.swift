package import HelpDesk
import SwiftExtensions

/// A notification of the platform, as far as the desk uses it: it rings, it never brings facts.
package struct PlatformNotification: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// An order changed; its state in the desk's words, nil when not told.
        case order(OrderID, status: OrderStatus?)
        case accountStatus(marketplaceID: String?)
        case report(id: String, type: String)
        case stock(sku: String?)
        /// The books have a new entry.
        case money(OrderID?)
        /// A type that the desk has no use for.
        case other(String)
    }

    /// For telling deliveries of one notification apart from two; nil when it bears no number.
    package var id: String?
    package var sellerID: String?
    package var subject: Subject
}

/// Reads notifications with little trust: types differ in the case of their names, some come wrapped
/// in another message, and new ones appear.
enum NotificationReader {
    /// Nil for anything that is no notification.
    static func notification(_ bytes: [UInt8]) -> PlatformNotification? {
        guard let document = try? JSONReader.parse(bytes) else { return nil }
        if let type = document.any("NotificationType")?.text {
            return read(document, type: type)
        }
        // A topic between the platform and the queue wraps the notification into its own message.
        guard let inner = document["Message"]?.text,
            let unwrapped = try? JSONReader.parse(Array(inner.utf8)),
            let type = unwrapped.any("NotificationType")?.text
        else { return nil }
        return read(unwrapped, type: type)
    }

    private static func read(_ document: JSONValue, type: String) -> PlatformNotification {
        let payload = document.any("Payload")
        let inner = payload?.firstObject ?? payload
        let id = document.any("NotificationMetadata")?.any("NotificationId")?.text
        let seller =
            inner?.any("SellerId")?.text ?? payload?.any("SellerId")?.text
            ?? inner?.any("SellingPartnerMetadata")?.any("SellingPartnerId")?.text
        return PlatformNotification(
            id: id.map { PlatformText.cleaned($0, limit: 100) },
            sellerID: seller.map { PlatformText.cleaned($0, limit: 40) },
            subject: subject(type, inner))
    }

    private static func subject(
        _ type: String, _ inner: JSONValue?
    ) -> PlatformNotification.Subject {
        switch type {
        case "ORDER_CHANGE":
            guard let order = inner?.any("AmazonOrderId")?.text.flatMap(order) else { break }
            let word = inner?.any("Summary")?.any("OrderStatus")?.text
            return .order(order, status: word.map(OrderStatusTable.standard.status))
        case "ACCOUNT_STATUS_CHANGED":
            let place = inner?.any("MarketplaceId")?.text
            return .accountStatus(marketplaceID: place.map { PlatformText.cleaned($0, limit: 40) })
        case "REPORT_PROCESSING_FINISHED":
            guard let id = inner?.any("ReportId")?.text else { break }
            return .report(
                id: PlatformText.cleaned(id, limit: 100),
                type: PlatformText.cleaned(inner?.any("ReportType")?.text ?? "", limit: 100))
        case "FBA_INVENTORY_AVAILABILITY_CHANGES":
            return .stock(
                sku: inner?.any("SKU")?.text.map { PlatformText.cleaned($0, limit: 100) })
        case "TRANSACTION_UPDATE":
            let related = inner?.any("RelatedIdentifiers")?.elements ?? []
            let entry = related.first {
                let name = $0.any("RelatedIdentifierName")?.text ?? ""
                return name == "OrderId" || name == "ORDER_ID"
            }
            return .money(entry?.any("RelatedIdentifierValue")?.text.flatMap(order))
        default: break
        }
        return .other(PlatformText.cleaned(type, limit: 80))
    }

    private static func order(_ text: String) -> OrderID? {
        let cleaned = PlatformText.cleaned(text, limit: 64)
        return cleaned.isEmpty || cleaned.contains("/") ? nil : OrderID(cleaned)
    }
}

extension JSONValue {
    /// The member by a name whose first letter may be small or large.
    fileprivate func any(_ name: String) -> JSONValue? {
        self[name] ?? self[name.prefix(1).lowercased() + name.dropFirst()]
            ?? self[name.lowercased()]
    }

    /// The one object inside, as payloads wrap theirs under their own type's name.
    fileprivate var firstObject: JSONValue? {
        guard case .object(let members) = content, members.count == 1, let only = members.first,
            only.value.isObject
        else { return nil }
        return only.value
    }
}
