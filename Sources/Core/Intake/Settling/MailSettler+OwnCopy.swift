import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// So many tickets are looked through for a buyer's name.
    private static let nameWindow = 50
    /// How far the platform's clock may be behind ours.
    private static let clockSkew: Duration = .minutes(5)
    /// A copy comes within minutes; a reply that was proven longer ago is not its original.
    private static let provenReach: Duration = .hours(1)

    /// The platform's copy of an answer: proof for one of ours, or an answer that somebody wrote in
    /// the platform's own inbox, which then settles the debts of its thread.
    func settleOwnCopy(_ store: StoreID) throws -> IntakeOutcome {
        // More tickets than were looked at: the right one may not be among them.
        guard let candidates = try answeredTickets(in: store) else {
            try record(.ownCopy, store: store, reason: "several-threads")
            return .ownCopy
        }
        for ticket in candidates {
            guard let item = try ourReply(on: ticket) else { continue }
            try confirm(item)
            try record(
                .ownCopy, store: store, ticket: ticket.id, reason: "reply-\(item.id.rawValue)")
            return .ownCopy
        }
        // The words of a reply of ours prove themselves; whatever else ends debts must be proven.
        guard try isProven(in: store) else {
            try record(.quarantined, store: store, reason: SpoofReason.unprovenCopy.rawValue)
            return .quarantined
        }
        for ticket in candidates where try isKnownCopy(on: ticket) {
            try record(.duplicate, store: store, ticket: ticket.id)
            return .duplicate
        }
        let waiting = try candidates.filter { try isOwed($0) }
        // Two waiting buyers of one name: nobody's debt may end by guessing (invariant I5).
        guard waiting.count <= 1, let ticket = waiting.first ?? candidates.first else {
            let reason = candidates.isEmpty ? "no-thread" : "several-threads"
            try record(.ownCopy, store: store, reason: reason)
            return .ownCopy
        }
        let message = try addExternalReply(to: ticket)
        try record(.ownCopy, store: store, ticket: ticket.id, message: message)
        return .ownCopy
    }

    /// A copy is believed when the receiving server vouches for its sender, when a person released
    /// it, or when it was sent to the store's own address and names a thread that only the platform
    /// and we know of.
    private func isProven(in store: StoreID) throws -> Bool {
        if inbound.isAuthenticated || mail.isReleased { return true }
        guard mail.addressed == store else { return false }
        return try platformKeys.contains {
            try transaction.ticketByThreadKey(store: store, key: threadDigest($0)) != nil
        }
    }

    private func isOwed(_ ticket: Ticket) throws -> Bool {
        try transaction.unsettledDebts(of: ticket.id).contains {
            $0.start <= inbound.platformTime
        }
    }

    private var text: String { inbound.ownCopy?.text ?? inbound.body }

    /// Tickets that the answer may belong to: by the platform's thread, by the order, by the alias,
    /// and at last by the buyer's name, which is all that such a copy usually says. Nil when too many
    /// bear the name.
    private func answeredTickets(in store: StoreID) throws -> [Ticket]? {
        for key in platformKeys {
            let found = try transaction.ticketByThreadKey(store: store, key: threadDigest(key))
            if let ticket = try found.flatMap({ try transaction.ticket($0) }) {
                return [try transaction.followed(ticket)]
            }
        }
        if let order = inbound.order {
            return try transaction.survivors(
                of: try transaction.tickets(order: order).filter { $0.store == store })
        }
        if let buyer = try knownBuyer(in: store) {
            return try transaction.survivors(of: try transaction.tickets(buyer: buyer))
        }
        guard let name = inbound.ownCopy?.recipientName?.collapsed(), !name.isEmpty else {
            return []
        }
        return try tickets(ofBuyerNamed: name, in: store)
    }

    private func tickets(ofBuyerNamed name: String, in store: StoreID) throws -> [Ticket]? {
        let query = TicketQuery(
            queue: .all, search: name, store: store, scope: .all, person: PersonID(0),
            now: transaction.now)
        let rows = try transaction.ticketRows(query, offset: 0, limit: Self.nameWindow)
        guard rows.count < Self.nameWindow else { return nil }
        return try transaction.survivors(
            of: rows.filter { $0.buyerName.collapsed() == name }.map(\.ticket))
    }

    func knownBuyer(in store: StoreID) throws -> BuyerID? {
        guard let alias = inbound.alias else { return nil }
        return try transaction.buyer(store: store, aliasDigest: aliasDigest(alias))?.id
    }

    /// The reply of ours with these very words that left last before the copy was made. An old one
    /// that is proven already is not meant: its words are sent every day.
    private func ourReply(on ticket: Ticket) throws -> OutboxItem? {
        let words = text.collapsed()
        let latest = inbound.platformTime + Self.clockSkew
        let oldestProven = inbound.platformTime - Self.provenReach
        return try transaction.outbox(of: ticket.id).filter { item in
            let left = item.acceptedAt ?? item.queuedAt
            switch item.state {
            case .sending, .accepted, .unknown: break
            case .confirmed: guard left >= oldestProven else { return false }
            case .held, .queued, .failed, .bounced, .withdrawn: return false
            }
            guard left <= latest else { return false }
            return try transaction.outboxContent(item.id)?.body.collapsed() == words
        }.max { ($0.acceptedAt ?? $0.queuedAt, $0.id) < ($1.acceptedAt ?? $1.queuedAt, $1.id) }
    }

    private func confirm(_ item: OutboxItem) throws {
        if item.state == .confirmed { return }
        let sentAt = try transaction.sendingInstant(of: item)
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: item.state, to: .confirmed, at: transaction.now,
                    evidence: "platform-copy")))
        if item.state == .unknown || item.state == .sending {
            try transaction.deliver(item, at: sentAt)
        }
        try transaction.apply(
            DebtRules.confirmation(
                of: item.id, at: transaction.now, debts: try transaction.debts(outbox: item.id),
                proof: .confirmed(item.id)))
    }

    /// Two copies of one answer differ in their headers only.
    private func isKnownCopy(on ticket: Ticket) throws -> Bool {
        let words = text.collapsed()
        return try transaction.messages(of: ticket.id).contains { message in
            guard message.kind == .agentExternal else { return false }
            let gap = (message.platformTime - inbound.platformTime).wholeMilliseconds
            guard abs(gap) <= Duration.minutes(10).wholeMilliseconds else { return false }
            return try transaction.messageContent(message.id)?.body.collapsed() == words
        }
    }

    private func addExternalReply(to ticket: Ticket) throws -> MessageID {
        let message = Message(
            id: try transaction.nextMessageID(), ticket: ticket.id, direction: .outbound,
            kind: .agentExternal, platformTime: inbound.platformTime,
            isTimeEstimated: inbound.isTimeEstimated, fetchedAt: mail.raw.fetchedAt,
            storedAt: transaction.now, language: inbound.language,
            languageConfidence: min(max(inbound.languageConfidence, 0), 1),
            rawMail: mail.raw.id, bodyDigest: ContentDigest.of(text))
        try transaction.add(
            message,
            MessageContent(
                subject: inbound.subject, body: text,
                internetMessageID: inbound.internetMessageID,
                warnings: inbound.warnings.map(\.rawValue)))
        try transaction.apply(
            DebtRules.externalReply(
                message.id, at: inbound.platformTime,
                debts: try transaction.debts(of: ticket.id)))
        let isSettled = try transaction.unsettledDebts(of: ticket.id).isEmpty
        if isSettled, ticket.state == .new || ticket.state == .open {
            try transaction.apply(
                TicketStateChange(ticket: ticket.id, from: ticket.state, to: .pending))
        }
        return message.id
    }
}
