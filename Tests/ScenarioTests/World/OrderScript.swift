import HelpDesk
import Jobs
import Simulator
import SwiftExtensions

/// A change on the platform's side.
struct OrderChange: Sendable {
    var at: Timestamp
    var sellerID: String
    var order: SimulatedOrder
}

/// The life of every order, from a seed: placed, sent or cancelled, delivered.
struct OrderScript {
    private(set) var changes: [OrderChange] = []
    /// Orders that buyers may write about, with the time they were placed.
    private(set) var placed: [(at: Timestamp, store: Int, order: SimulatedOrder)] = []
    private var random: SeededRandom

    init(_ size: ScenarioSize, stores: [ScenarioStore], from start: Timestamp) {
        random = SeededRandom(seed: size.seed)
        let length = Duration.days(Int64(size.days)).wholeMilliseconds
        // Four of ten were placed before the desk was opened: the back-fill's work.
        let history = length
        for number in 0..<size.orders {
            let store = number % stores.count
            let isOld = Int.random(in: 0..<10, using: &random) < 4
            let offset =
                isOld
                ? -Int64.random(in: 3_600_000..<history, using: &random)
                : Int64.random(in: 0..<length, using: &random)
            live(number, store, stores[store], start + .milliseconds(offset))
        }
        changes.removeAll { $0.at >= start + .milliseconds(length) }
        changes.sort { ($0.at, $0.order.order.id) < ($1.at, $1.order.order.id) }
        placed.sort { ($0.at, $0.order.order.id) < ($1.at, $1.order.order.id) }
    }

    private mutating func live(
        _ number: Int, _ index: Int, _ store: ScenarioStore, _ time: Timestamp
    ) {
        var simulated = fresh(number, store, time)
        changes.append(OrderChange(at: time, sellerID: store.sellerID, order: simulated))
        placed.append((time, index, simulated))
        if Int.random(in: 0..<20, using: &random) == 0 {
            let at = time + hours(1...20)
            simulated.order.status = .cancelled
            simulated.order.platformStatus = "CANCELLED"
            simulated.order.updatedAt = at
            changes.append(OrderChange(at: at, sellerID: store.sellerID, order: simulated))
            return
        }
        let sentAt = time + hours(4...40)
        simulated.order.send(at: sentAt, number)
        changes.append(OrderChange(at: sentAt, sellerID: store.sellerID, order: simulated))
        guard !simulated.order.isFulfilledByPlatform else { return }
        let arrivedAt = sentAt + hours(20...90)
        simulated.order.packages[0].status = "DELIVERED"
        simulated.order.updatedAt = arrivedAt
        changes.append(OrderChange(at: arrivedAt, sellerID: store.sellerID, order: simulated))
    }

    private mutating func hours(_ range: ClosedRange<Int64>) -> Duration {
        .milliseconds(
            Int64.random(
                in: range.lowerBound * 3_600_000...range.upperBound * 3_600_000, using: &random))
    }

    private mutating func fresh(
        _ number: Int, _ store: ScenarioStore, _ time: Timestamp
    ) -> SimulatedOrder {
        let digits = String(String(10_000_000 + number).dropFirst())
        let price = Money(
            amount: "\(Int.random(in: 5...90, using: &random)).90", currency: store.words.currency)
        let items = (0..<Int.random(in: 1...3, using: &random)).map { index in
            OrderItem(
                itemID: "7\(digits)\(index)", sku: "SKU-\(index)", asin: "B0TEST000\(index)",
                title: "Leselampe „Nova“ \(index)",
                quantity: Int.random(in: 1...4, using: &random), unitPrice: price,
                isCancelRequested: Int.random(in: 0..<30, using: &random) == 0)
        }
        let order = Order(
            id: OrderID("305-\(digits)-7000000"), store: store.id, channel: "amazon",
            marketplace: store.words.code, status: .unshipped, platformStatus: "UNSHIPPED",
            createdAt: time, updatedAt: time,
            isFulfilledByPlatform: Int.random(in: 0..<5, using: &random) == 0,
            programs: number % 3 == 0 ? ["PRIME"] : [], total: price, shipBy: time + .days(2),
            deliverFrom: time + .days(3), deliverBy: time + .days(6), items: items)
        return SimulatedOrder(
            order: order,
            contact: OrderContact(
                buyerName: "Buyer \(number)",
                buyerEmail: "b\(digits)@marketplace.\(store.words.domain)", city: "Musterstadt",
                postalCode: "00000",
                countryCode: store.words.code == "UK" ? "GB" : "\(store.words.code)"))
    }
}

extension Order {
    fileprivate mutating func send(at time: Timestamp, _ number: Int) {
        status = .shipped
        platformStatus = "SHIPPED"
        updatedAt = time
        for index in items.indices { items[index].quantityShipped = items[index].quantity }
        guard !isFulfilledByPlatform else { return }
        packages = [
            OrderPackage(
                reference: "1", carrier: "DHL", trackingNumber: "TEST\(number)",
                status: "IN_TRANSIT", detailedStatus: "OUT_FOR_DELIVERY", shippedAt: time)
        ]
    }
}
