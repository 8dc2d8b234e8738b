import Foundation
import HelpDesk
import Simulator
import SwiftExtensions

/// A pretend Amazon with the sellers of a plan, and orders that fit the letters of a series.
struct PretendShop {
    static let clientID = "amzn1.application-oa2-client.test"
    static let clientSecret = "secret-of-a-pretend-app"

    static func refreshToken(_ store: String) -> String { "Atzr|pretend-\(store)" }

    let amazon: PretendAmazon
    let port: Int

    static func open(_ stores: [DeskPlan.Store] = [DeskPlan.Store()]) async throws -> PretendShop {
        let sellers = stores.map { store in
            PretendSeller(
                sellerID: store.sellerID, storeName: store.id,
                refreshToken: refreshToken(store.id),
                marketplaces: store.marketplaces.compactMap {
                    PretendMarketplace.named(MarketplaceCode($0))
                })
        }
        let amazon = PretendAmazon(
            PretendConfiguration(
                clientID: clientID, clientSecret: clientSecret, sellers: sellers, speed: 60,
                now: { now() }))
        return PretendShop(amazon: amazon, port: try await amazon.start())
    }

    func close() async {
        await amazon.stop()
    }

    /// Puts an order on the platform, changed half an hour ago.
    func place(_ id: String, store: DeskPlan.Store = DeskPlan.Store()) {
        let time = Self.now() - .minutes(30)
        let total = Money(amount: "19.90", currency: "EUR")
        let order = Order(
            id: OrderID(id), store: StoreID(store.id), channel: "amazon", marketplace: "DE",
            status: .shipped, platformStatus: "SHIPPED", createdAt: time - .hours(20),
            updatedAt: time, isFulfilledByPlatform: false, total: total, shipBy: time,
            deliverFrom: time + .days(1), deliverBy: time + .days(3),
            items: [
                OrderItem(
                    itemID: "item-\(id)", sku: "LAMP-1", asin: "B0TEST0001",
                    title: "Leselampe „Nova“", quantity: 1, quantityShipped: 1, unitPrice: total)
            ],
            packages: [
                OrderPackage(
                    reference: "1", carrier: "DHL", trackingNumber: "TEST0001",
                    status: "IN_TRANSIT", shippedAt: time)
            ])
        let contact = OrderContact(
            buyerName: "Kai Lenz", city: "Musterstadt", postalCode: "00000", countryCode: "DE")
        amazon.upsert(SimulatedOrder(order: order, contact: contact), of: store.sellerID)
    }

    private static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
