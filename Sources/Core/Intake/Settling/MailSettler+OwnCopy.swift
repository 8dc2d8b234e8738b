import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// So many tickets are looked through for a buyer's name.
    private static let nameWindow = 50
    /// So many copies without a thread are looked at when a message comes.
    private static let copyWindow = 50
    /// How far the platform's clock may be behind ours.
    private static let clockSkew: Duration = .minutes(5)
    /// A copy comes within minutes; a reply that was proven longer ago is not its original.
    private static let provenReach: Duration = .hours(1)

    /// Tickets that a copy may be about, and how sure that is.
    private enum Candidates {
        /// One thread, order or buyer of the platform's own naming.
        case certain([Ticket])
        /// Tickets of buyers with that name: all that such a copy usually says.
        case named([Ticket])
        /// More bear the name than were looked at.
        case tooMany

        var tickets: [Ticket] {
            switch self {
            case .certain(let tickets), .named(let tickets): tickets
            case .tooMany: []
            }
        }

        /// A name that several tickets bear says whose answer it is no more (invariant I5).
        var isGuess: Bool {
            switch self {
            case .certain: false
            case .named(let tickets): tickets.count > 1
            case .tooMany: true
            }
        }
    }

    /// What a copy turns out to be.
    private enum Finding {
        /// The copy of a reply of ours.
        case original(OutboxItem)
        /// Seen before.
        case known(Ticket)
        /// Somebody answered in the platform's own inbox.
        case answered(Ticket)
        case unproven
        /// Nobody knows what it answers, for this reason.
        case homeless(String)
    }

    /// The platform's copy of an answer: proof for one of ours, or an answer that somebody wrote in
    /// the platform's own inbox, which then settles the debts of its thread.
    func settleOwnCopy(_ store: StoreID) throws -> IntakeOutcome {
        switch try finding(in: store) {
        case .original(let item): try settle(item, by: store)
        case .answered(let ticket): try settle(ticket, by: store)
        case .known(let ticket):
            try record(.duplicate, store: store, ticket: ticket.id)
            return .duplicate
        case .unproven:
            try record(.quarantined, store: store, reason: SpoofReason.unprovenCopy.rawValue)
            return .quarantined
        case .homeless(let reason): return try leave(reason, store)
        }
        return .ownCopy
    }

    /// A copy that came before the message that it answers, as when that message waited in quarantine
    /// longer, is settled with the ticket that the message opened or joined.
    func settleWaitingCopies(of ticket: TicketID, in store: StoreID) throws {
        let waiting = try transaction.copiesWithoutThread(of: store, limit: Self.copyWindow)
        for raw in waiting.reversed() {
            let bytes = try transaction.rawBytes(digest: raw.digest) ?? []
            let read = MailReading(desk: desk).read(StoredMail(raw: raw, bytes: bytes))
            guard read.inbound.outcome == .ownCopy,
                read.inbound.platformTime >= inbound.platformTime
            else { continue }
            try MailSettler(desk: desk, mail: read, transaction: transaction)
                .settleLate(on: ticket, in: store)
        }
    }

    private func settleLate(on ticket: TicketID, in store: StoreID) throws {
        switch try finding(in: store) {
        case .original(let item) where item.ticket == ticket: try settle(item, by: store)
        case .answered(let found) where found.id == ticket: try settle(found, by: store)
        case .original, .answered, .known, .unproven, .homeless: break
        }
    }

    private func finding(in store: StoreID) throws -> Finding {
        let candidates = try candidates(in: store)
        let originals = try candidates.tickets.compactMap(ourReply).sorted(by: Self.isEarlier)
        if let original = originals.last, originals.count == 1 || !candidates.isGuess {
            // Where nobody knows whether the reply left, its copy ends debts like any other.
            let hasLeft = original.state == .accepted || original.state == .confirmed
            return hasLeft || isProven ? .original(original) : .unproven
        }
        guard !candidates.isGuess else { return .homeless("several-threads") }
        // The words of a reply of ours prove themselves; whatever else ends debts must be proven.
        // From before go-live there are none to end.
        guard try isProven || isHistory() else { return .unproven }
        let tickets = candidates.tickets
        if let known = try tickets.first(where: isKnownCopy) { return .known(known) }
        let waiting = try tickets.filter { try isOwed($0) }
        guard waiting.count <= 1 else { return .homeless("several-threads") }
        guard let ticket = waiting.first ?? tickets.first else { return .homeless("no-thread") }
        return try isAmbiguous(on: ticket, in: store)
            ? .homeless("several-threads") : .answered(ticket)
    }

    private func settle(_ original: OutboxItem, by store: StoreID) throws {
        try confirm(original)
        try record(
            .ownCopy, store: store, ticket: original.ticket,
            reason: "reply-\(original.id.rawValue)")
    }

    private func settle(_ ticket: Ticket, by store: StoreID) throws {
        let message = try addExternalReply(to: ticket, in: thread(in: store))
        try record(.ownCopy, store: store, ticket: ticket.id, message: message)
    }

    /// A copy that fits nowhere waits where people see it, and for the message that it answers. One
    /// of history, or one that a person let go, waits for nothing.
    private func leave(_ reason: String, _ store: StoreID) throws -> IntakeOutcome {
        let outcome: IntakeOutcome =
            try mail.isReleased || isHistory() ? .ownCopy : .quarantined
        try record(outcome, store: store, reason: reason)
        return outcome
    }

    /// A copy is believed when a server that the configuration names vouches for its sender, or when
    /// a person released it. What it says itself, thread and address included, proves nothing.
    var isProven: Bool { inbound.isAuthenticated || mail.isReleased }

    private func isOwed(_ ticket: Ticket) throws -> Bool {
        try transaction.unsettledDebts(of: ticket.id).contains {
            $0.start <= inbound.platformTime
        }
    }

    /// The platform's thread in which the answer was written, as far as the copy tells.
    private func thread(in store: StoreID) throws -> ThreadMark {
        var order = inbound.order
        for key in platformKeys where order == nil {
            order = try transaction.ticketByThreadKey(store: store, key: threadDigest(key))
                .flatMap { try transaction.ticket($0)?.order }
        }
        return ThreadMark(address: inbound.alias?.address, order: order)
    }

    /// A copy that names a buyer at most does not say which of a ticket's threads it is of.
    private func isAmbiguous(on ticket: Ticket, in store: StoreID) throws -> Bool {
        let thread = try thread(in: store)
        guard thread.alias == nil, thread.order == nil else { return false }
        let messages = try transaction.messages(of: ticket.id)
            .filter { $0.direction == .inbound }.map(\.id)
        return try ThreadMarks(transaction, ticket.id).areSeveral(messages)
    }

    private var text: String { inbound.ownCopy?.text ?? inbound.body }

    /// Tickets that the answer may belong to: by the platform's thread, by the order, by the alias,
    /// and at last by the buyer's name.
    private func candidates(in store: StoreID) throws -> Candidates {
        for key in platformKeys {
            let found = try transaction.ticketByThreadKey(store: store, key: threadDigest(key))
            if let ticket = try found.flatMap({ try transaction.ticket($0) }) {
                return .certain([try transaction.followed(ticket)])
            }
        }
        if let order = inbound.order {
            return .certain(
                try transaction.survivors(
                    of: try transaction.tickets(order: order).filter { $0.store == store }))
        }
        if let buyer = try knownBuyer(in: store) {
            return .certain(
                try transaction.survivors(of: try transaction.tickets(buyer: buyer)))
        }
        guard let name = inbound.ownCopy?.recipientName?.collapsed(), !name.isEmpty else {
            return .certain([])
        }
        return try candidates(named: name, in: store)
    }

    private func candidates(named name: String, in store: StoreID) throws -> Candidates {
        let query = TicketQuery(
            queue: .all, search: name, store: store, scope: .all, person: PersonID(0),
            now: transaction.now, seesNames: true)
        let rows = try transaction.ticketRows(query, offset: 0, limit: Self.nameWindow)
        guard rows.count < Self.nameWindow else { return .tooMany }
        return .named(
            try transaction.survivors(
                of: rows.filter { $0.buyerName.collapsed() == name }.map(\.ticket)))
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
        }.max(by: Self.isEarlier)
    }

    private static func isEarlier(_ left: OutboxItem, _ right: OutboxItem) -> Bool {
        (left.acceptedAt ?? left.queuedAt, left.id) < (right.acceptedAt ?? right.queuedAt, right.id)
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

    private func addExternalReply(
        to ticket: Ticket, in thread: ThreadMark
    ) throws -> MessageID {
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
                debts: try transaction.unsettledDebts(
                    of: ticket.id, in: thread, ThreadMarks(transaction, ticket.id))))
        let isSettled = try transaction.unsettledDebts(of: ticket.id).isEmpty
        if isSettled, ticket.state == .new || ticket.state == .open, try !isHistory() {
            try transaction.apply(
                TicketStateChange(ticket: ticket.id, from: ticket.state, to: .pending))
        }
        return message.id
    }
}
