import HelpDesk
import Jobs
import Store
import SwiftExtensions

extension RandomDay {
    mutating func mail(into ticket: TicketID) throws {
        let now = desk.now
        let isKept = Bool.random(using: &random)
        let number = counter
        try desk.write { db in
            let bytes = Array("mail \(number)".utf8)
            let raw = try db.nextRawMailID()
            try db.putRawBytes(digest: ContentDigest.of(bytes), bytes: bytes)
            try db.record(
                .rawMailStored(
                    RawMail(
                        id: raw, mailbox: "desk", origin: "uid 1:\(number)",
                        digest: ContentDigest.of(bytes), byteCount: bytes.count,
                        fetchedAt: now)))
            try db.record(
                .rawMailSettled(
                    RawMailSettlement(
                        rawMail: raw, outcome: isKept ? .message : .notice, store: Desk.us,
                        ticket: isKept ? ticket : nil, dedupeKey: "mail \(number)")))
            try db.record(.cursorMoved(SyncCursor(name: "mailbox:desk", value: "\(number)")))
        }
    }

    /// Opens a case, tells more of one, or moves one on.
    mutating func cases(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let known = try desk.read { try $0.cases(of: ticket) }.filter { $0.state != .closed }
        guard let item = known.randomElement(using: &random) else {
            if stored.state == .resolved || stored.state == .closed {
                try desk.state(ticket, stored.state, .open)
            }
            let id = try desk.write { try $0.nextCaseID() }
            return try desk.record(
                .caseOpened(
                    DeskCase(
                        id: id, kind: "return-request", store: stored.store, ticket: ticket,
                        order: stored.order, openedAt: desk.now,
                        reviewDue: desk.now + .hours(Int64.random(in: 1...90, using: &random)))))
        }
        try desk.record(
            .caseNoted(
                CaseNotice(
                    item: item.id, message: nil, reviewDue: pick([nil, desk.now + .hours(5)]))))
        let next = CaseState.allCases.filter { CaseRules.allows(item.state, to: $0) }
        let to = pick(next)
        if to == .open, stored.state == .resolved || stored.state == .closed {
            try desk.state(ticket, stored.state, .open)
        }
        try desk.record(
            .caseMoved(
                CaseMove(
                    item: item.id, from: item.state, to: to, at: desk.now,
                    proof: .person(Desk.ann, reason: "done"))))
    }

    /// A mail that was held back and let in, and what it says of whom may be written to.
    mutating func limits(of ticket: TicketID) throws {
        let (now, number) = (desk.now, counter)
        try desk.write { db in
            let bytes = Array("held \(number)".utf8)
            let raw = try db.nextRawMailID()
            try db.putRawBytes(digest: ContentDigest.of(bytes), bytes: bytes)
            try db.record(
                .rawMailStored(
                    RawMail(
                        id: raw, mailbox: "desk", origin: "uid 2:\(number)",
                        digest: ContentDigest.of(bytes), byteCount: bytes.count, fetchedAt: now)))
            try db.record(
                .rawMailSettled(RawMailSettlement(rawMail: raw, outcome: .quarantined)))
            try db.record(.rawMailReleased(RawMailRelease(rawMail: raw, reason: "genuine")))
            try db.record(.rawMailSettled(RawMailSettlement(rawMail: raw, outcome: .notice)))
            try db.record(
                .optOutNoted(
                    OptOut(
                        rawMail: raw, store: Desk.us, buyer: try db.ticket(ticket)?.buyer,
                        order: nil, ticket: ticket, notedAt: now)))
            try db.record(
                .storeRestricted(
                    StoreRestriction(
                        store: Desk.eu, since: now, until: now + .hours(120), rawMail: raw)))
            try db.record(.ticketOrderNamed(ticket, OrderID("305-1111111-000000\(number % 9)")))
            try db.record(
                .mailboxWentLive(
                    MailboxGoLive(mailbox: "desk", at: now, readsFrom: now - .days(90))))
        }
    }

    mutating func order(for ticket: TicketID) throws {
        let number = OrderID("305-0000000-000000\(Int.random(in: 0..<9, using: &random))")
        let items = (0..<Int.random(in: 1...3, using: &random)).map { index in
            OrderItem(
                itemID: "\(index)", sku: nil, asin: "B0\(counter)", title: "Lamp", quantity: 1)
        }
        try desk.record(
            .orderSaved(
                Order(
                    id: number, store: Desk.us, channel: "amazon", marketplace: "US",
                    status: pick(OrderStatus.allCases), platformStatus: "X", createdAt: desk.now,
                    updatedAt: desk.now - .seconds(Int64.random(in: 0...9999, using: &random)),
                    isFulfilledByPlatform: true, items: items,
                    packages: [
                        OrderPackage(
                            reference: "1", carrier: nil, trackingNumber: nil, status: nil)
                    ])),
            .ticketOrderLinked(ticket, number))
    }

    /// Files that somebody opens, puts to a draft and sends.
    mutating func files(on ticket: TicketID) throws {
        let file = OutgoingFile(kind: .png, byteCount: 3, digest: digest("file \(counter)"))
        let files = pick([[], [file], [file, file]])
        try desk.record(
            .draftFilesKept(DraftFiles(ticket: ticket, person: Desk.ann, files: files)))
        let position = Int(counter)
        try desk.write { db in
            if let item = try db.outbox(of: ticket).last {
                try db.record(
                    .outboxFileAdded(OutboxFile(item: item.id, position: position, file: file)))
            }
            guard let message = try db.messages(of: ticket).last,
                let attachment = try db.attachments(of: message.id).first
            else { return }
            try db.record(
                .attachmentOpened(
                    AttachmentOpening(attachment: attachment.id, purpose: .view, danger: nil)))
        }
    }
}
