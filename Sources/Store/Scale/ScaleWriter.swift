import HelpDesk
import Jobs
import SwiftExtensions

/// Writes one ticket after another. Most are done, as in a desk that has run for some months.
struct ScaleWriter {
    var random: SeededRandom
    let now: Timestamp
    private var count: Int64 = 0

    init(random: SeededRandom, now: Timestamp) {
        self.random = random
        self.now = now
    }

    static let people = (1...8).map { PersonID($0) }

    func setUp(_ transaction: WriteTransaction) throws {
        for store in ScaleFixture.stores {
            try transaction.record(
                .storeConfigured(
                    StoreProfile(
                        id: store, channel: "amazon", sellerID: "SELLER-\(store)", region: "eu",
                        marketplaces: [ScaleText.marketplace(of: store)], mailbox: "scale",
                        address: nil)))
        }
        for person in Self.people {
            try transaction.record(
                .personSaved(
                    Person(
                        id: person, unixUser: "agent\(person.rawValue)",
                        displayName: "Agent \(person.rawValue)", role: .agent, scope: .all)))
        }
    }

    mutating func addTicket(_ transaction: WriteTransaction) throws {
        count += 1
        let store = pick(ScaleFixture.stores)
        let openedAt = now - .seconds(Int64.random(in: 600...7_776_000, using: &random))
        let buyer = try addBuyer(transaction, store, openedAt)
        let order = try addOrder(transaction, store, openedAt)
        let opening = TicketOpening(
            id: TicketID(count), store: store, marketplace: ScaleText.marketplace(of: store),
            buyer: buyer, order: order, language: ScaleText.language(of: store),
            category: pick(InquiryCategory.allCases), openedAt: openedAt,
            threadKeys: ["thread-\(count)"])
        try transaction.record(.ticketOpened(opening))
        try transaction.putTicketSubject(opening.id, ScaleText.subject(of: store))
        try addThread(transaction, opening)
    }

    private mutating func addBuyer(
        _ transaction: WriteTransaction, _ store: StoreID, _ instant: Timestamp
    ) throws -> BuyerID {
        let id = BuyerID(count)
        let digest = ContentDigest.of("buyer \(count)")
        try transaction.record(
            .buyerSeen(Buyer(id: id, store: store, aliasDigest: digest, firstSeen: instant)))
        try transaction.putBuyer(
            id, BuyerContent(name: "Buyer \(count)", alias: "alias\(count)"))
        return id
    }

    private mutating func addOrder(
        _ transaction: WriteTransaction, _ store: StoreID, _ instant: Timestamp
    ) throws -> OrderID {
        let order = Order(
            id: OrderID(ScaleText.orderNumber(count)), store: store, channel: "amazon",
            marketplace: ScaleText.marketplace(of: store), status: .shipped,
            platformStatus: "SHIPPED", createdAt: instant - .days(3), updatedAt: instant,
            isFulfilledByPlatform: Bool.random(using: &random),
            total: Money(amount: "24.90", currency: "EUR"),
            items: [
                OrderItem(
                    itemID: "item-\(count)", sku: "SKU-\(count % 500)",
                    asin: "B0SCALE\(100 + count % 500)", title: "Lamp \(count % 500)", quantity: 1)
            ])
        try transaction.record(.orderSaved(order))
        return order.id
    }

    private mutating func addThread(_ transaction: WriteTransaction, _ opening: TicketOpening)
        throws
    {
        let isOld = opening.openedAt < now - .days(2)
        let debt = try addBuyerMessage(transaction, opening)
        if Int.random(in: 0..<10, using: &random) < 7 { try claim(transaction, opening.id) }
        let roll = Int.random(in: 0..<100, using: &random)
        if roll < (isOld ? 3 : 60) { return }
        try answer(transaction, opening, debt)
        let end: TicketState = roll < 90 ? (isOld ? .resolved : .pending) : .hold
        try transaction.record(
            .ticketStateChanged(
                TicketStateChange(
                    ticket: opening.id, from: .new, to: end,
                    holdReason: end == .hold ? "carrier" : nil,
                    reviewAt: end == .hold ? now + .days(2) : nil)))
    }

    private mutating func addBuyerMessage(
        _ transaction: WriteTransaction, _ opening: TicketOpening
    ) throws -> Debt {
        let content = MessageContent(
            subject: ScaleText.subject(of: opening.store),
            body: ScaleText.body(of: opening.store, Int(count), using: &random),
            internetMessageID: "<\(count)@mail.example>",
            replyAddress: "alias\(count)@relay.example")
        let message = Message(
            id: try transaction.nextMessageID(), ticket: opening.id, direction: .inbound,
            kind: .buyer, platformTime: opening.openedAt, storedAt: opening.openedAt,
            language: opening.language, languageConfidence: 0.9, joinedBy: .newThread,
            bodyDigest: ContentDigest.of(content.body))
        try transaction.record(.messageAdded(message))
        try transaction.putMessage(message.id, content)
        let debt = Debt(
            id: try transaction.nextDebtID(), message: message.id, ticket: opening.id,
            store: opening.store, start: opening.openedAt,
            platformDue: opening.openedAt + .hours(24))
        try transaction.record(.debtCreated(debt))
        return debt
    }

    private mutating func claim(_ transaction: WriteTransaction, _ ticket: TicketID) throws {
        try transaction.record(
            .ticketAssigned(
                TicketAssignment(
                    ticket: ticket, from: nil, to: pick(Self.people), cause: .claim)))
    }

    private mutating func answer(
        _ transaction: WriteTransaction, _ opening: TicketOpening, _ debt: Debt
    ) throws {
        let time = opening.openedAt + .minutes(5)
        let message = Message(
            id: try transaction.nextMessageID(), ticket: opening.id, direction: .outbound,
            kind: .agentExternal, platformTime: time, storedAt: time, language: opening.language)
        try transaction.record(.messageAdded(message))
        try transaction.record(
            .debtMoved(
                DebtMove(
                    debt: debt.id, from: .owed, to: .answered, at: time,
                    proof: .externalReply(message.id))))
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }
}
