import HelpDesk
import SwiftExtensions
import Wire

/// A small desk on one evening, the same in every test. Persons and numbers are invented.
enum Fixture {
    /// 2026-11-17 14:04 UTC, 22:04 in Shanghai.
    static let now = CivilTime(year: 2026, month: 11, day: 17, hour: 14, minute: 4).timestamp()

    static let me = Principal(
        person: PersonID(1), unixUser: "li", displayName: "李伟", role: .agent, scope: .all)
    static let supervisor = Principal(
        person: PersonID(3), unixUser: "tom", displayName: "Tom", role: .supervisor, scope: .all)

    static let people = [
        person(1, "li", "李伟", .agent), person(2, "wang", "王芳", .agent),
        person(3, "tom", "Tom", .supervisor),
    ]

    private static func person(_ id: Int64, _ user: String, _ name: String, _ role: Role) -> Person
    {
        Person(id: PersonID(id), unixUser: user, displayName: name, role: role, scope: .all)
    }

    static func hello(_ me: Principal = me) -> Hello.Reply {
        Hello.Reply(
            version: wireVersion, coreVersion: "test", me: me, timeZone: "Asia/Shanghai",
            now: now, isRehearsal: false, undoSeconds: 10)
    }

    static let counts = InboxCounts(
        owed: 37, late: 1, soon: 6, mine: 2, unassigned: 4, held: 0, review: 1, problems: 1)

    static let health = [
        SyncHealth(
            store: "nova-eu", kind: .messages, lastSuccess: now - .seconds(12),
            nextRun: now + .seconds(48)),
        SyncHealth(
            store: "kumo-jp", kind: .orders, lastSuccess: now - .minutes(7),
            failure: SyncFailure(
                errorClass: .throttled, operation: "searchOrders", message: "QuotaExceeded",
                requestID: "req-1")),
    ]

    /// Minutes left, store, site, buyer, subject, language, owner.
    private static let seeds:
        [(Int64?, StoreID, MarketplaceCode, String, String, LanguageCode, Int64?)] = [
            (-14, "nova-eu", "DE", "Jürgen B.", "Paket nicht angekommen", "de", 1),
            (52, "nova-eu", "FR", "Camille R.", "Facture pour ma commande", "fr", nil),
            (97, "kumo-jp", "JP", "佐藤 様", "サイズが合いません、交換できますか", "ja", 2),
            (185, "nova-us", "US", "Dana W.", "Where is my package?", "en", 3),
            (400, "nova-eu", "IT", "Giulia F.", "Il bollitore perde acqua", "it", nil),
            (672, "nova-us", "CA", "Marc T.", "Is it compatible with 220V?", "en", nil),
            (nil, "nova-eu", "ES", "Lucía P.", "Gracias", "es", nil),
        ]

    static let rows: [TicketRow] = seeds.enumerated().map { index, seed in
        row(Int64(index) + 1, seed)
    }

    private static func row(
        _ id: Int64,
        _ seed: (Int64?, StoreID, MarketplaceCode, String, String, LanguageCode, Int64?)
    ) -> TicketRow {
        let due = seed.0.map { now + .minutes($0) }
        let ticket = Ticket(
            id: TicketID(48_800 + id), store: seed.1, marketplace: seed.2, buyer: BuyerID(id),
            order: OrderID("305-7714402-118754\(id)"), state: due == nil ? .pending : .open,
            owner: seed.6.map { PersonID($0) }, language: seed.5, category: .whereIsMyOrder,
            openedAt: now - .days(1), lastActivityAt: now - .hours(id), nextDue: due,
            owedDebts: due == nil ? 0 : 1, messageCount: 1, attachmentCount: id == 4 ? 1 : 0,
            lastItem: EventSequence(100 + id))
        return TicketRow(
            ticket: ticket, buyerName: seed.3, subject: seed.4,
            excerpt: "Please help me with this.",
            ownerName: seed.6.flatMap { owner in
                people.first { $0.id == PersonID(owner) }?.displayName
            }, isCourtesy: id == 7)
    }

    static let frenchBody = """
        Bonjour, j'ai bien reçu la bouilloire mais il me manque la facture pour ma société.
        Pouvez-vous me l'envoyer avec le numéro de TVA ? Merci d'avance.

        > Votre commande a été expédiée.
        """

    static func detail(_ row: TicketRow, draft: DraftView? = nil) -> TicketDetail {
        TicketDetail(
            row: row, messages: messages(row), order: order(row), otherOrders: [],
            history: [rows[6]].filter { $0.id != row.id }, draft: draft, outbox: [])
    }

    private static func messages(_ row: TicketRow) -> [MessageView] {
        let debt = row.ticket.nextDue.map { due in
            Debt(
                id: DebtID(row.id.rawValue), message: MessageID(row.id.rawValue * 10),
                ticket: row.id, store: row.ticket.store, start: due - .hours(24), platformDue: due)
        }
        let note = message(row, 1, .note, .note, now - .hours(2), author: 2)
        return [
            MessageView(
                message: message(row, 0, .inbound, .buyer, now - .hours(23), author: nil),
                subject: row.subject, body: frenchBody, warnings: [], authorName: nil,
                attachments: attachments(row), debt: debt, outbox: nil),
            MessageView(
                message: note, subject: "", body: "Invoice is in the shared folder.",
                warnings: [], authorName: "王芳", attachments: [], debt: nil, outbox: nil),
        ]
    }

    private static func attachments(_ row: TicketRow) -> [AttachmentView] {
        guard row.ticket.attachmentCount > 0 else { return [] }
        let file = Attachment(
            id: AttachmentID(1), message: MessageID(1), mediaType: "image/jpeg",
            byteCount: 120_000, digest: "00", kind: .jpeg)
        return [AttachmentView(attachment: file, name: "box.jpg")]
    }

    static func message(
        _ row: TicketRow, _ index: Int64, _ direction: MessageDirection, _ kind: MessageKind,
        _ time: Timestamp, author: Int64?
    ) -> Message {
        Message(
            id: MessageID(row.id.rawValue * 10 + index), ticket: row.id, direction: direction,
            kind: kind, platformTime: time, storedAt: time,
            language: kind == .note ? .undetermined : row.ticket.language,
            author: author.map { PersonID($0) }, sequence: row.ticket.lastItem)
    }

    static func order(_ row: TicketRow) -> OrderView? {
        guard let id = row.ticket.order else { return nil }
        let order = Order(
            id: id, store: row.ticket.store, channel: "amazon",
            marketplace: row.ticket.marketplace, status: .shipped, platformStatus: "SHIPPED",
            createdAt: now - .days(5), updatedAt: now - .days(1), isFulfilledByPlatform: false,
            programs: ["PRIME"], total: Money(amount: "87.45", currency: "EUR"),
            deliverFrom: now + .days(1), deliverBy: now + .days(3),
            items: [
                OrderItem(
                    itemID: "1", sku: "KETTLE-17", asin: "B0C4KETTL2", title: "Kettle 1.7 l steel",
                    quantity: 2, unitPrice: Money(amount: "39.98", currency: "EUR"))
            ],
            packages: [
                OrderPackage(
                    reference: "P1", carrier: "DHL", trackingNumber: "00340434000000000001",
                    status: "IN_TRANSIT", shippedAt: now - .days(2))
            ])
        return OrderView(
            order: order, contact: nil, refreshedAt: now - .minutes(3), tickets: [row.id])
    }

    static func outboxItem(_ ticket: TicketID, state: OutboxState = .queued, author: Int64 = 1)
        -> OutboxView
    {
        OutboxView(
            item: OutboxItem(
                id: OutboxID(7), ticket: ticket, store: "nova-eu", author: PersonID(author),
                basis: EventSequence(102), state: state, queuedAt: now,
                releaseAt: now + .seconds(10), idempotencyKey: "k"),
            authorName: author == 1 ? "李伟" : "王芳", body: "Bonjour, voici la facture.")
    }

    static let templates = [
        template("invoice.fr", "Facture envoyée", "fr", "Bonjour {{buyer}},\nvoici la facture."),
        template("invoice.de", "Rechnung gesendet", "de", "Guten Tag {{buyer}}."),
    ]

    private static func template(
        _ key: TemplateKey, _ title: String, _ language: LanguageCode, _ body: String
    ) -> TemplateSummary {
        TemplateSummary(
            template: TemplateRecord(
                key: key, title: title, language: language, category: .invoiceRequest,
                body: body, version: 1), rank: 1)
    }
}
