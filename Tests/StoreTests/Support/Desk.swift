import HelpDesk
import Store
import SwiftExtensions

/// A database in memory with two stores and two people, and short ways to put work into it.
final class Desk {
    let database: DeskDatabase
    var now = Timestamp(seconds: 1_772_900_000)
    static let us: StoreID = "nova-us"
    static let eu: StoreID = "nova-eu"
    static let ann = PersonID(1)
    static let bo = PersonID(2)

    init(_ database: DeskDatabase? = nil, isSetUp: Bool = false) throws {
        self.database = try database ?? DeskDatabase.inMemory()
        if isSetUp { return }
        try record(
            .storeConfigured(Self.profile(Self.us, ["US", "CA"])),
            .storeConfigured(Self.profile(Self.eu, ["DE", "FR"])),
            .personSaved(Self.person(Self.ann, "ann")),
            .personSaved(Self.person(Self.bo, "bo")))
    }

    static func profile(_ id: StoreID, _ marketplaces: [MarketplaceCode]) -> StoreProfile {
        StoreProfile(
            id: id, channel: "amazon", sellerID: "A1\(id)", region: "na",
            marketplaces: marketplaces, mailbox: "desk", address: "inbox@seller.example")
    }

    static func person(_ id: PersonID, _ user: String) -> Person {
        Person(
            id: id, unixUser: user, displayName: user.uppercased(), role: .agent,
            scope: .only([us, eu]), languages: ["en", "de"], timeZone: "Europe/Berlin")
    }

    @discardableResult
    func write<T>(_ body: (WriteTransaction) throws -> T) throws -> T {
        try database.writeSync(as: .service("test"), at: now, body)
    }

    func read<T>(_ body: (ReadTransaction) throws -> T) throws -> T {
        try database.readSync(body)
    }

    func record(_ events: DeskEvent...) throws {
        try write { transaction in
            for event in events { try transaction.record(event) }
        }
    }

    /// A ticket without messages.
    @discardableResult
    func ticket(
        store: StoreID = us, order: OrderID? = nil, buyerName: String? = nil,
        keys: [String] = []
    ) throws -> TicketID {
        try write { transaction in
            let id = try transaction.nextTicketID()
            var buyer: BuyerID?
            if let buyerName {
                let number = try transaction.nextBuyerID()
                buyer = number
                try transaction.record(
                    .buyerSeen(
                        Buyer(
                            id: number, store: store, aliasDigest: "alias \(number.rawValue)",
                            firstSeen: now)))
                try transaction.putBuyer(number, BuyerContent(name: buyerName, alias: "alias"))
            }
            try transaction.record(
                .ticketOpened(
                    TicketOpening(
                        id: id, store: store, marketplace: "US", buyer: buyer, order: order,
                        language: "en", category: .other, openedAt: now, threadKeys: keys)))
            return id
        }
    }

    /// A buyer's message with its words and its debt, due `due` after now.
    @discardableResult
    func buyerMessage(
        _ ticket: TicketID, _ body: String = "Where is it?", subject: String = "Order",
        kind: MessageKind = .buyer, due: Duration = .hours(24), isProvisional: Bool = false
    ) throws -> (message: MessageID, debt: DebtID) {
        try write { transaction in
            let store = try transaction.ticket(ticket)?.store ?? Desk.us
            let message = try transaction.nextMessageID()
            try transaction.record(
                .messageAdded(
                    Message(
                        id: message, ticket: ticket, direction: .inbound, kind: kind,
                        platformTime: now, storedAt: now, language: "en",
                        languageConfidence: 0.75, joinedBy: .newThread,
                        bodyDigest: ContentDigest.of(body))))
            try transaction.putMessage(message, MessageContent(subject: subject, body: body))
            let debt = try transaction.nextDebtID()
            try transaction.record(
                .debtCreated(
                    Debt(
                        id: debt, message: message, ticket: ticket, store: store, start: now,
                        platformDue: max(now, now + due), isProvisional: isProvisional)))
            return (message, debt)
        }
    }

    /// A reply on its way out.
    @discardableResult
    func reply(
        _ ticket: TicketID, state: OutboxState = .queued, key: String? = nil,
        releaseAt: Timestamp? = nil
    ) throws -> OutboxID {
        try write { transaction in
            let store = try transaction.ticket(ticket)?.store ?? Desk.us
            let id = try transaction.nextOutboxID()
            try transaction.record(
                .outboxAdded(
                    OutboxItem(
                        id: id, ticket: ticket, store: store, author: Desk.ann, basis: .zero,
                        state: state, queuedAt: now, releaseAt: releaseAt ?? now + .seconds(5),
                        idempotencyKey: key ?? "key \(id.rawValue)")))
            return id
        }
    }

    func state(_ ticket: TicketID, _ from: TicketState, _ to: TicketState) throws {
        try record(
            .ticketStateChanged(TicketStateChange(ticket: ticket, from: from, to: to)))
    }

    func query(
        _ queue: QueueKind = .all, search: String? = nil, store: StoreID? = nil,
        scope: StoreScope = .all
    ) -> TicketQuery {
        TicketQuery(
            queue: queue, search: search, store: store, scope: scope, person: Desk.ann, now: now,
            seesNames: true)
    }

    /// The numbers a list shows, in its order.
    func list(
        _ queue: QueueKind = .all, search: String? = nil, store: StoreID? = nil,
        scope: StoreScope = .all, offset: Int = 0, limit: Int = 100
    ) throws -> [Int64] {
        try read {
            try $0.ticketRows(
                query(queue, search: search, store: store, scope: scope), offset: offset,
                limit: limit
            ).map(\.ticket.id.rawValue)
        }
    }

    func total(_ queue: QueueKind, store: StoreID? = nil, scope: StoreScope = .all) throws -> Int {
        try read { try $0.ticketTotal(query(queue, store: store, scope: scope)) }
    }
}

func digest(_ text: String) -> String { ContentDigest.of(text) }
