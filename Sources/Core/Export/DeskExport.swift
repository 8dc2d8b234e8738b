package import HelpDesk
package import Store
package import SwiftExtensions
import Wire

/// One export into a folder: what is asked for, and the writing of it.
package struct DeskExport: Sendable {
    package enum What: String, Sendable, CaseIterable { case orders, tickets }
    package enum Format: String, Sendable, CaseIterable { case jsonl, csv }

    package var what: What
    package var format: Format
    /// Nil for all stores.
    package var store: StoreID?
    /// Names, subjects and messages of buyers too; else pseudonyms and no words.
    package var hasPersonalData: Bool
    package var reason: String
    package var madeBy: String
    package var software: String

    package init(
        what: What, format: Format, store: StoreID?, hasPersonalData: Bool, reason: String,
        madeBy: String, software: String
    ) {
        self.what = what
        self.format = format
        self.store = store
        self.hasPersonalData = hasPersonalData
        self.reason = reason
        self.madeBy = madeBy
        self.software = software
    }

    /// Writes the folder on one unchanging state of the desk, signs it with a checkpoint that
    /// covers its last event, and notes in the record that data was taken out.
    package func run(
        _ database: DeskDatabase, into path: String, as actor: Actor, at now: Timestamp
    ) async throws -> ExportNote {
        let folder = try ExportFolder(path)
        var manifest = emptyManifest(at: now, database)
        let (scope, last) = try database.readSync { transaction in
            try folder.begin("\(what.rawValue).\(format.rawValue)")
            if format == .csv { try folder.write(CSVText.line(columns), rows: 0) }
            switch what {
            case .orders: try transaction.forEachOrder(store: store) { try write($0, folder) }
            case .tickets:
                try transaction.forEachTicket { row, messages in
                    if store == nil || row.ticket.store == store {
                        try write(row, messages, folder)
                    }
                }
            }
            return (
                try transaction.stores().map(\.id.rawValue), try transaction.lastSequence().rawValue
            )
        }
        manifest.scope = scope.filter { store == nil || $0 == store?.rawValue }
        manifest.lastEvent = last
        _ = try await database.checkpoint(at: now)
        manifest.checkpoint = try await database.read { try $0.newestCheckpoint() }
        let digest = try folder.finish(manifest) { try database.sign($0) }
        let note = ExportNote(
            what: what.rawValue, format: format.rawValue, rows: folder.rows,
            hasPersonalData: hasPersonalData, manifest: digest)
        try await database.write(as: actor, at: now) { transaction in
            _ = try transaction.record(.chronicle(.exportMade(note)))
        }
        return note
    }

    private func emptyManifest(at now: Timestamp, _ database: DeskDatabase) -> ExportManifest {
        var query = ["what": what.rawValue]
        if let store { query["store"] = store.rawValue }
        return ExportManifest(
            software: software, what: what.rawValue, format: format.rawValue, query: query,
            scope: [], hasPersonalData: hasPersonalData, reason: reason, madeBy: madeBy,
            madeAt: now.iso8601, columns: columns, files: [], log: database.logName, lastEvent: 0,
            checkpoint: nil, publicKey: database.publicKey)
    }

    private var columns: [String] {
        switch what {
        case .orders:
            [
                "store", "channel", "marketplace", "order_id", "status", "platform_status",
                "created", "last_updated", "currency", "total", "item_id", "sku", "asin", "title",
                "quantity", "price",
            ]
        case .tickets:
            [
                "ticket", "store", "marketplace", "order_id", "buyer", "subject", "state",
                "owner", "lang", "category", "tags", "platform_due", "owed", "messages",
            ]
        }
    }

    private func write(_ order: Order, _ folder: ExportFolder) throws {
        let document = OrderDocument(order)
        guard format == .csv else { return try folder.write(try JSONText.line(document) + "\n") }
        let head = [
            document.store, document.channel, document.marketplace ?? "", document.orderID,
            document.status, document.platformStatus, document.created, document.lastUpdated,
            document.currency ?? "", document.total ?? "",
        ]
        for item in document.items {
            try folder.write(
                CSVText.line(
                    head + [
                        item.itemID, item.sku ?? "", item.asin ?? "", item.title,
                        String(item.quantity), item.price ?? "",
                    ]))
        }
    }

    private func write(_ row: TicketRow, _ messages: [MessageView], _ folder: ExportFolder) throws {
        var document = TicketDocument(row: row, messages: messages)
        if !hasPersonalData { document.hidePeople(buyer: row.ticket.buyer) }
        guard format == .csv else { return try folder.write(try JSONText.line(document) + "\n") }
        try folder.write(
            CSVText.line([
                String(document.ticket), document.store, document.marketplace ?? "",
                document.orderID ?? "", document.buyer, document.subject, document.state,
                document.owner ?? "", document.lang, document.category,
                document.tags.joined(separator: " "), document.platformDue ?? "",
                String(document.owed), String(messages.count),
            ]))
    }
}

extension TicketDocument {
    /// A pseudonym for the buyer, and no words.
    mutating func hidePeople(buyer number: BuyerID?) {
        buyer = number.map { "buyer-\($0.rawValue)" } ?? ""
        subject = ""
        messages = messages?.map { item in
            var item = item
            item.body = ""
            item.attachments = item.attachments.map { _ in "attachment" }
            return item
        }
    }
}
