import HelpDesk
import SwiftExtensions
import Wire

@testable import Workstation

/// Rows of the European account.
enum AccountRowFixture {
    private static let now = Fixture.now

    static let returns: [AccountRow] = [
        .returned(
            ReturnView(
                store: "nova-eu",
                item: ReturnedItem(
                    order: "305-7714402-1187543", rma: "D7xYz2", requestedAt: now - .days(3),
                    status: "Approved", sku: "KETTLE-17", asin: "B0C4KETTL2",
                    title: "Kettle 1.7 l steel", quantity: 2, reason: "CR-DEFECTIVE",
                    resolution: "StandardRefund", carrier: "UPS", trackingNumber: "1Z999",
                    isClaimed: true, refunded: Money(amount: "39.98", currency: "EUR")),
                isOrderKnown: true)),
        .returned(
            ReturnView(
                store: "nova-eu",
                item: ReturnedItem(
                    order: "305-7714402-1187999", rma: "D8aBc1", requestedAt: now - .days(8),
                    status: "Pending", sku: "LAMP-1", quantity: 1, reason: "CR-UNWANTED_ITEM"),
                isOrderKnown: false)),
    ]

    static let settlement = SettlementView(
        store: "nova-eu", settlementID: "11000020512", start: now - .days(16),
        end: now - .days(2), depositedAt: now, total: Money(amount: "1204.40", currency: "EUR"),
        sum: "1204.39", isBalanced: false, lineCount: 2)

    static let lines: [AccountRow] = [
        .line(
            settlement,
            SettlementLine(line: 1, transactionType: "Subscription Fee", amount: "-39.00")),
        .line(
            settlement,
            SettlementLine(
                line: 2, transactionType: "Order", amountType: "ItemPrice",
                amountDescription: "Principal", amount: "1243.39", order: "305-7714402-1187543",
                sku: "KETTLE-17", quantity: 2, marketplaceName: "Amazon.de",
                postedAt: now - .days(4))),
    ]

    static let stock: [AccountRow] = [
        stocked("KETTLE-17", .platform, 0, "Kettle 1.7 l steel"),
        stocked("LAMP-1", .seller, 12, "Leselampe „Nova“"),
    ]

    private static func stocked(
        _ sku: String, _ keeper: StockLevel.Keeper, _ available: Int, _ title: String
    ) -> AccountRow {
        .stocked(
            StockView(
                store: "nova-eu",
                level: StockLevel(
                    marketplaceID: "A1PA6795UKMFR9", sku: sku, keeper: keeper,
                    asin: "B0C4KETTL2", title: title, available: available, inbound: 40,
                    reserved: 2, researching: 1, unfulfillable: 3, updatedAt: now - .hours(5)),
                seenAt: now - .hours(1)))
    }

    static let order = OrderView(
        order: Order(
            id: "305-7714402-1187543", store: "nova-eu", channel: "amazon", marketplace: "DE",
            status: .shipped, platformStatus: "SHIPPED", createdAt: now - .days(12),
            updatedAt: now - .days(9), isFulfilledByPlatform: false,
            total: Money(amount: "47.47", currency: "EUR"),
            items: [
                OrderItem(
                    itemID: "1", sku: "KETTLE-17", asin: "B0C4KETTL2", title: "Kettle 1.7 l steel",
                    quantity: 2, unitPrice: Money(amount: "19.99", currency: "EUR"))
            ]),
        contact: nil, refreshedAt: now - .minutes(4), tickets: [Fixture.rows[0].id])
}
