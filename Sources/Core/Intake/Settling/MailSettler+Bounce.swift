import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// How far back an opt-out notice or a report without our Message-ID may mean a reply of ours.
    private static let reach: Duration = .days(3)

    /// A report about a reply of ours. A delay is only noted; a refusal makes what the reply had
    /// settled owed again, with its old deadline (vectors V9 and V10).
    func settleBounce(_ store: StoreID) throws -> IntakeOutcome {
        guard let notice = inbound.bounce, let item = try bouncedItem(notice, store) else {
            try record(.bounce, store: store, reason: "unmatched")
            return .bounce
        }
        guard try !isKnownReport(on: item) else {
            try record(.duplicate, store: store, ticket: item.ticket)
            return .duplicate
        }
        let message = try addReport(on: item, notice)
        if notice.effect != .delay { try bounce(item, notice) }
        try record(
            .bounce, store: store, ticket: item.ticket, message: message,
            reason: notice.effect.rawValue)
        return .bounce
    }

    /// By our Message-ID; else by the buyer's address, else by the order, within some days.
    private func bouncedItem(_ notice: BounceNotice, _ store: StoreID) throws -> OutboxItem? {
        if let id = notice.originalMessageID, let item = try transaction.outboxByInternetID(id) {
            return item
        }
        var tickets: [Ticket] = []
        if let order = inbound.order {
            tickets = try transaction.tickets(order: order).filter { $0.store == store }
        } else if let recipient = notice.recipient, let buyer = try buyer(at: recipient, store) {
            tickets = try transaction.tickets(buyer: buyer)
        }
        let oldest = transaction.now - Self.reach
        return try tickets.flatMap { try transaction.outbox(of: $0.id) }
            .filter { Self.mayBounce($0.state) && $0.queuedAt >= oldest }
            .max { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }
    }

    private func buyer(at address: String, _ store: StoreID) throws -> BuyerID? {
        let local = address.prefix { $0 != "@" && $0 != "+" }.lowercased()
        let digest = desk.digests.keyed("alias", local)
        return try transaction.buyer(store: store, aliasDigest: digest)?.id
    }

    private static func mayBounce(_ state: OutboxState) -> Bool {
        switch state {
        case .sending, .accepted, .unknown, .confirmed: true
        case .held, .queued, .failed, .bounced, .withdrawn: false
        }
    }

    private func isKnownReport(on item: OutboxItem) throws -> Bool {
        guard let id = inbound.internetMessageID else { return false }
        return try transaction.messageByInternetID(id)?.1 == item.ticket
    }

    private func addReport(on item: OutboxItem, _ notice: BounceNotice) throws -> MessageID {
        let message = Message(
            id: try transaction.nextMessageID(), ticket: item.ticket, direction: .inbound,
            kind: .bounce, platformTime: inbound.platformTime,
            isTimeEstimated: inbound.isTimeEstimated, fetchedAt: mail.raw.fetchedAt,
            storedAt: transaction.now, rawMail: mail.raw.id, outbox: item.id,
            bodyDigest: ContentDigest.of(inbound.body))
        try transaction.add(
            message,
            MessageContent(
                subject: inbound.subject, body: inbound.body,
                internetMessageID: inbound.internetMessageID,
                warnings: [notice.effect.rawValue] + inbound.warnings.map(\.rawValue)))
        return message.id
    }

    private func bounce(_ item: OutboxItem, _ notice: BounceNotice) throws {
        guard Self.mayBounce(item.state) else { return }
        let status = notice.status.map { " \($0)" } ?? ""
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: item.state, to: .bounced, at: transaction.now,
                    evidence: "\(notice.effect.rawValue)\(status)")))
        try transaction.apply(
            DebtRules.bounce(
                of: item.id, at: transaction.now, debts: try transaction.debts(of: item.ticket)))
        guard let ticket = try transaction.ticket(item.ticket) else { return }
        try transaction.apply(TicketRules.debtReturned(on: ticket))
    }
}
