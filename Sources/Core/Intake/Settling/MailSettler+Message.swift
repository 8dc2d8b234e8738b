import Channels
import HelpDesk
import MailKit
import Store
import SwiftExtensions

extension MailSettler {
    /// Sureness from which a detected language is believed (helpdesk section 3.5).
    private static let sureLanguage = 0.7

    /// A buyer's message, or one that nobody understands: stored, owed, and on its ticket.
    func settleMessage(_ store: StoreID) throws -> IntakeOutcome {
        var warnings = inbound.warnings.map(\.rawValue)
        let key: String
        switch try copies(in: store) {
        case .copy(let earlier):
            try record(
                .duplicate, store: store, ticket: earlier.ticket, message: earlier.message,
                reason: "copy-of-\(earlier.id.rawValue)")
            return .duplicate
        case .conflict(let second):
            warnings.append("duplicate-conflict")
            key = second
        case .none(let first): key = first
        }
        let buyer = try buyer(of: store)
        let join = try join(buyer, in: store)
        let ticket = try join.ticket?.id ?? open(store, buyer, join)
        let message = try addMessage(to: ticket, join, warnings)
        try addAttachments(to: message)
        try addDebt(for: message, store)
        if let known = join.ticket {
            try update(known, by: message)
        } else if try isHistory() {
            try rest(ticket)
        }
        try transaction.tellWatchers(of: ticket, about: message.id)
        try nameOrders(on: ticket)
        try record(
            inbound.outcome, store: store, ticket: ticket, message: message.id, dedupeKey: key,
            reason: inbound.rule)
        try settleWaitingCopies(of: ticket, in: store)
        return inbound.outcome
    }

    func open(_ store: StoreID, _ buyer: BuyerID?, _ join: ThreadJoin) throws -> TicketID {
        let keys = platformKeys.map(threadDigest)
        let opening = TicketOpening(
            id: try transaction.nextTicketID(), store: store, marketplace: inbound.marketplace,
            buyer: buyer, order: try linkedOrder(in: store), language: inbound.language,
            category: inbound.category, openedAt: inbound.platformTime, threadKeys: keys,
            follows: join.follows)
        try transaction.record(.ticketOpened(opening))
        if let former = join.follows { try transaction.inherit(from: former, to: opening.id) }
        let subject = inbound.topic.isBlank ? inbound.subject : inbound.topic
        try transaction.putTicketSubject(opening.id, subject.collapsed(limit: 200))
        try askForUnknownOrder(of: store)
        return opening.id
    }

    func addMessage(
        to ticket: TicketID, _ join: ThreadJoin, _ warnings: [String], as kind: MessageKind? = nil
    ) throws -> Message {
        var message = Message(
            id: try transaction.nextMessageID(), ticket: ticket, direction: .inbound,
            kind: kind ?? inbound.kind, platformTime: inbound.platformTime,
            isTimeEstimated: inbound.isTimeEstimated, fetchedAt: mail.raw.fetchedAt,
            storedAt: transaction.now, language: inbound.language,
            languageConfidence: min(max(inbound.languageConfidence, 0), 1),
            category: inbound.category, joinedBy: join.evidence, rawMail: mail.raw.id,
            bodyDigest: ContentDigest.of(inbound.body))
        message.judgement = inbound.judgement
        try transaction.add(
            message,
            MessageContent(
                subject: inbound.subject, body: inbound.body,
                internetMessageID: inbound.internetMessageID,
                replyAddress: inbound.alias?.address, warnings: warnings,
                noResponseURL: inbound.noResponseNeededURL))
        return message
    }

    /// Keeps which other orders the buyer names: the card shows them beside the thread's own.
    private func nameOrders(on id: TicketID) throws {
        guard let ticket = try transaction.ticket(id) else { return }
        let known = try transaction.namedOrders(of: id)
        for order in [inbound.order].compactMap({ $0 }) + inbound.otherOrders
        where order != ticket.order && !known.contains(order) {
            try transaction.record(.ticketOrderNamed(id, order))
        }
    }

    func addAttachments(to message: Message) throws {
        for item in inbound.attachments where mail.parsed.attachments.indices.contains(item.index) {
            let bytes = mail.parsed.attachments[item.index].bytes
            let attachment = Attachment(
                id: try transaction.nextAttachmentID(), message: message.id,
                mediaType: item.mediaType, byteCount: bytes.count,
                digest: ContentDigest.of(bytes), kind: FileSniffer.kind(of: bytes))
            try transaction.record(.attachmentAdded(attachment))
            try transaction.putAttachment(attachment.id, name: item.name, bytes: bytes)
        }
    }

    /// Every buyer message has one debt, whatever its ticket's state (invariant I1). That of a message
    /// from before go-live is void at once: it was never late, and nobody owes it.
    func addDebt(for message: Message, _ store: StoreID) throws {
        let isHistory = try isHistory()
        let marketplace = try transaction.ticket(message.ticket)?.marketplace
        let windows = try desk.shelf.book(transaction).windows
        var debt = Debt.created(
            try transaction.nextDebtID(), by: message, store: store,
            isProvisional: message.kind == .unparsed && !isHistory,
            window: windows.window(of: marketplace, at: message.platformTime))
        if isHistory { debt.isBornLate = false }
        try transaction.record(.debtCreated(debt))
        if isHistory { try transaction.apply([DebtRules.history(debt, at: transaction.now)]) }
    }

    private func update(_ ticket: Ticket, by message: Message) throws {
        if try !isHistory() {
            try transaction.apply(
                TicketRules.buyerMessage(on: ticket, isCourtesy: message.kind == .courtesy))
            if message.kind != .courtesy { try transaction.countReopening(of: ticket) }
        }
        if ticket.order == nil, let order = try linkedOrder(in: ticket.store) {
            try transaction.record(.ticketOrderLinked(ticket.id, order))
            try askForUnknownOrder(of: ticket.store)
        }
        let isSure =
            message.languageConfidence >= Self.sureLanguage && message.language != .undetermined
        let language = isSure ? message.language : ticket.language
        let isSettled = try transaction.categorySetting(of: ticket.id) != nil
        let category =
            message.category == .other || isSettled ? ticket.category : message.category
        if language != ticket.language || category != ticket.category {
            try transaction.record(
                .ticketClassified(ticket.id, language: language, category: category))
        }
    }

    /// The order that a ticket stands beside: what the platform's own part of the mail names. A number
    /// that the buyer typed may be a stranger's, so it counts only where the order is known as this
    /// buyer's; else it is named on the ticket (helpdesk section 3.4).
    func linkedOrder(in store: StoreID) throws -> OrderID? {
        guard let order = inbound.order, inbound.warnings.contains(.orderFromText) else {
            return inbound.order
        }
        let known = try transaction.orderContact(order, store)?.buyerEmail
        let owner = known.map { $0.lowercased().prefix { $0 != "+" && $0 != "@" } }
        return owner != nil && owner == inbound.alias?.localPart[...] ? order : nil
    }

    /// Has the platform asked for an order that the desk does not know yet. Those of history come
    /// with the back-fill of orders, as far as it reaches.
    private func askForUnknownOrder(of store: StoreID) throws {
        guard let order = inbound.order, desk.ports.orders[store] != nil,
            try transaction.order(order, store: store) == nil, try !isHistory()
        else { return }
        try transaction.schedule(
            .orderRefresh, key: JobKind.key(store, order), at: transaction.now)
    }
}
