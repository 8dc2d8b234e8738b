import ChannelAmazon
import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// What a ticket fills a template's variables with.
struct TemplateValues {
    var values: [String: TemplateValue] = [:]
    /// The day in the buyer's marketplace.
    var today: CivilTime

    private let offsetSeconds: Int

    init(
        _ ticket: Ticket, language: LanguageCode, caller: Principal, desk: Desk,
        _ transaction: ReadTransaction
    ) throws {
        let now = desk.clock.now
        offsetSeconds = Self.offset(of: ticket.marketplace, at: now)
        today = CivilTime(now, offsetSeconds: offsetSeconds)
        let storeName = desk.settings.storeName(ticket.store)
        set("agent.alias", caller.displayName)
        set("store.name", storeName)
        set("store.signature", storeName)
        let buyer = try ticket.buyer.flatMap { try transaction.buyerContent($0) }
        let whole = buyer?.name.collapsed() ?? ""
        let name = caller.may(.readPII) ? whole : PersonMask.givenName(of: whole)
        if !name.isEmpty { set("buyer.name", name) }
        set("buyer.greeting", Greeting.text(to: name, in: language))
        if let order = ticket.order {
            set("order.id", order.rawValue)
            if let known = try transaction.order(order, store: ticket.store)?.order { fill(known) }
        }
    }

    private mutating func set(_ name: String, _ text: String) { values[name] = .text(text) }

    private mutating func fill(_ order: Order) {
        values["order.items"] = .list(order.items.map(\.title))
        values["order.placed"] = .date(day(order.createdAt))
        values["order.cancelled"] = .flag(order.status == .cancelled)
        values["order.fulfilled_by_amazon"] = .flag(order.isFulfilledByPlatform)
        if let total = order.total { values["order.total"] = .money(total) }
        if let shipBy = order.shipBy { values["order.ship_by"] = .date(day(shipBy)) }
        if let deliverBy = order.deliverBy { values["order.deliver_by"] = .date(day(deliverBy)) }
        guard let package = order.toldPackage else { return }
        if let carrier = package.carrier { set("shipment.carrier", carrier) }
        if let number = package.trackingNumber { set("shipment.tracking", number) }
        if let shippedAt = package.shippedAt {
            values["shipment.shipped"] = .date(day(shippedAt))
        }
        values["shipment.delivered"] = .flag(order.isDelivered)
    }

    private func day(_ instant: Timestamp) -> CivilTime {
        CivilTime(instant, offsetSeconds: offsetSeconds)
    }

    private static func offset(of marketplace: MarketplaceCode?, at now: Timestamp) -> Int {
        guard let marketplace,
            let name = MarketplaceTable.standard.marketplace(code: marketplace)?.zone,
            let zone = TimeZone(identifier: name)
        else { return 0 }
        let date = Date(timeIntervalSince1970: Double(now.seconds))
        return zone.secondsFromGMT(for: date)
    }
}

/// The first line of a letter in the languages of the templates.
enum Greeting {
    /// With the buyer's name, or without one when nobody knows it.
    static func text(to name: String, in language: LanguageCode) -> String {
        let end = name.isEmpty ? "" : " \(name)"
        return switch language.rawValue.prefix(while: { $0 != "-" }) {
        case "de": "Guten Tag\(end),"
        case "fr": "Bonjour\(end),"
        case "it": "Buongiorno\(end),"
        case "es": "Hola\(end):"
        case "ja": name.isEmpty ? "お客様" : "\(name) 様"
        case "zh": name.isEmpty ? "您好，" : "\(name)，您好，"
        default: "Hello\(end),"
        }
    }
}
