import HelpDesk
import MailKit
import SwiftExtensions

extension BuyerCrowd {
    /// A new buyer's thread about an order or, now and then, before one.
    mutating func newThread(at instant: Timestamp) -> (
        key: String, thread: CrowdThread, situation: CrowdSituation
    )? {
        guard let shop = shops.randomElement(using: &random) else { return nil }
        let past = shop.orders.filter {
            $0.order.createdAt < instant && $0.order.marketplace != nil
        }
        guard let simulated = past.randomElement(using: &random),
            let code = simulated.order.marketplace,
            let marketplace = PretendMarketplace.named(code)
        else { return nil }
        let order = simulated.order
        let isPresale = random.share() < 0.15
        let situation = isPresale ? .presale : situation(of: order, at: instant)
        let email = simulated.contact.buyerEmail?.prefix { $0 != "@" && $0 != "+" }
        let thread = CrowdThread(
            store: shop.store, storeAddress: shop.address, marketplace: code,
            buyerName: simulated.contact.buyerName ?? "Amazon customer",
            alias: isPresale ? random.alias() : email.map(String.init) ?? random.alias(),
            caseID: random.uuid(), token: random.footerToken(), language: language(of: marketplace),
            order: isPresale ? nil : order.id,
            items: isPresale ? Array(order.items.prefix(1)) : order.items,
            topic: Self.topics[situation] ?? "")
        return (address(of: thread).lowercased(), thread, situation)
    }

    /// What a buyer of this order would write about.
    private mutating func situation(of order: Order, at instant: Timestamp) -> CrowdSituation {
        let isLate = order.deliverBy.map { $0 < instant } ?? false
        let isDelivered = order.packages.allSatisfy { $0.status == "DELIVERED" }
        let choices: [CrowdSituation]
        switch order.status {
        case .pending, .unshipped: choices = [.cancel, .address, .late, .invoice]
        case .shipped where isLate && !isDelivered: choices = [.late, .late, .late, .cancel]
        case .shipped, .partiallyShipped:
            choices = [
                .damaged, .damaged, .wrong, .returning, .returning, .invoice, .usage, .usage,
            ]
        case .cancelled, .unfulfillable, .unknown: choices = [.late, .invoice, .returning]
        }
        return choices.randomElement(using: &random) ?? .usage
    }

    /// The marketplace's language; some buyers of North America write another one.
    private mutating func language(of marketplace: PretendMarketplace) -> String {
        let luck = random.share()
        switch marketplace.code.rawValue {
        case "CA" where luck < 0.3: return "fr"
        case "US" where luck < 0.06: return "zh"
        case "US" where luck < 0.14: return "es"
        default: return String(marketplace.language.prefix(2))
        }
    }

    private func address(of thread: CrowdThread) -> String {
        let domain = PretendMarketplace.named(thread.marketplace)?.domain ?? "www.amazon.com"
        return thread.address(domain: "marketplace." + domain.dropFirst("www.".count))
    }

    /// Makes the buyer of a mail of the folder one of the crowd, so that he reacts to answers.
    mutating func adopt(_ mail: SampleMail) {
        let parsed = ParsedMail(parsing: mail.bytes)
        guard parsed.headers["X-Space-Notification-Type"] == "BBC_MESSAGE_SENT_TO_MERCHANT",
            let from = parsed.from.first, let plus = from.localPart.firstIndex(of: "+"),
            let shop = shops.first(where: { $0.store == mail.store }),
            let marketplace = PretendMarketplace.all.first(where: {
                $0.id == parsed.headers["X-Marketplace-ID"]
            })
        else { return }
        let order = shop.orders.first { parsed.subject.contains($0.order.id.rawValue) }
        threads[from.address.lowercased()] = CrowdThread(
            store: shop.store, storeAddress: shop.address,
            marketplace: marketplace.code, buyerName: from.name,
            alias: String(from.localPart[..<plus]),
            caseID: String(from.localPart[plus...].dropFirst()),
            token: Self.threadToken(in: parsed.bestText) ?? random.footerToken(),
            language: String(marketplace.language.prefix(2)), order: order?.order.id,
            items: order?.order.items ?? [], topic: "")
    }

    /// The `t` of the footer's link (21 letters and digits).
    private static func threadToken(in text: String) -> String? {
        guard let mark = text.firstRange(of: "no-response-needed?t=") else { return nil }
        let token = text[mark.upperBound...].prefix(21)
        return token.count == 21 ? String(token) : nil
    }

    private static let topics: [CrowdSituation: String] = [
        .late: "Order delivery", .returning: "Return policy", .usage: "Product details",
        .presale: "Product details", .address: "Shipping", .invoice: "Invoice",
    ]
}
