import Channels
import HelpDesk
import MailKit
import Store
import SwiftExtensions

extension MailSettler {
    /// How far back an opt-out notice or a report without our Message-ID may mean a reply of ours.
    private static let reach: Duration = .days(3)
    /// How far a reporting server's clock may be behind ours.
    private static let clockSkew: Duration = .minutes(5)

    /// A report about a reply of ours, which also says whose it is: reports come to the mailbox's sender,
    /// not to a store's address. A delay is only noted; a refusal makes what the reply had
    /// settled owed again, with its old deadline (vectors V9 and V10).
    func settleBounce(_ store: StoreID?) throws -> IntakeOutcome {
        // Known ones first: seen again, a report must not be laid at a later reply's door.
        if let known = try knownReport() {
            try record(.duplicate, store: store, ticket: known.ticket)
            return .duplicate
        }
        guard let notice = inbound.bounce else { return try unmatched(store, nil) }
        let named = try namedItem(notice)
        // Order numbers are no secret: going by one, a notice must be the platform's own.
        if notice.effect == .buyerOptedOut, named == nil, !isVouched, try !isHistory() {
            return try setAside(
                .quarantined, SpoofReason.unprovenNotice.rawValue, store: store)
        }
        let item = try named ?? bouncedItem(notice, store)
        if notice.effect == .buyerOptedOut, let store = item?.store ?? store {
            try noteOptOut(item, store)
        }
        guard let item else { return try unmatched(store, notice) }
        let message = try addReport(on: item, notice)
        if notice.effect != .delay { try bounce(item, notice) }
        try record(
            .bounce, store: item.store, ticket: item.ticket, message: message,
            reason: notice.effect.rawValue)
        return .bounce
    }

    private func unmatched(
        _ resolved: StoreID?, _ notice: BounceNotice?
    ) throws -> IntakeOutcome {
        guard let store = resolved else { return try setAside(.quarantined, Self.noStore) }
        let ticket = notice?.effect == .buyerOptedOut ? try concerned(in: store)?.id : nil
        let message = try ticket.map(addNotice)
        try record(.bounce, store: store, ticket: ticket, message: message, reason: "unmatched")
        return .bounce
    }

    /// Keeps that this buyer takes no message that nobody asked for. Whom it means is said by the
    /// reply that was refused, else by the alias, the thread or the order that the notice names.
    private func noteOptOut(_ item: OutboxItem?, _ store: StoreID) throws {
        let ticket = try item.flatMap { try transaction.ticket($0.ticket) } ?? concerned(in: store)
        let buyer = try ticket?.buyer ?? knownBuyer(in: store)
        let order = inbound.order ?? ticket?.order
        guard buyer != nil || order != nil else { return }
        try transaction.record(
            .optOutNoted(
                OptOut(
                    rawMail: mail.raw.id, store: ticket?.store ?? store, buyer: buyer,
                    order: order, ticket: ticket?.id, notedAt: inbound.platformTime)))
    }

    /// The reply whose Message-ID the report bears, which nobody guesses.
    private func namedItem(_ notice: BounceNotice) throws -> OutboxItem? {
        guard let id = notice.originalMessageID,
            let item = try transaction.outboxByInternetID(id),
            mail.stores.contains(where: { $0.id == item.store }),
            item.queuedAt <= mail.raw.fetchedAt
        else { return nil }
        return item
    }

    /// Without a Message-ID: by the whole alias that we wrote to, within some days, in any store of
    /// the mailbox where the report names none. The platform's own opt-out, once it is vouched for,
    /// goes by order, thread or alias.
    private func bouncedItem(_ notice: BounceNotice, _ store: StoreID?) throws -> OutboxItem? {
        let stores = store.map { [$0] } ?? mail.stores.map(\.id)
        let candidates = try stores.flatMap {
            try notice.effect == .buyerOptedOut
                ? repliesConcerned(in: $0) : repliesToReported(in: $0)
        }
        let latest = min(inbound.platformTime + Self.clockSkew, mail.raw.fetchedAt)
        return candidates.filter {
            Self.mayBounce($0.state) && $0.queuedAt <= latest
                && $0.queuedAt >= latest - Self.reach
        }.max { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }
    }

    private func repliesConcerned(in store: StoreID) throws -> [OutboxItem] {
        if let order = inbound.order {
            return try transaction.survivors(
                of: try transaction.tickets(order: order).filter { $0.store == store }
            )
            .flatMap { try transaction.outbox(of: $0.id) }
        }
        return try concerned(in: store).map { try transaction.outbox(of: $0.id) } ?? []
    }

    /// Replies that were written to an address for which the report has a row of its own.
    private func repliesToReported(in store: StoreID) throws -> [OutboxItem] {
        let reported = mail.parsed.report?.recipients.map { $0.finalRecipient.lowercased() } ?? []
        return try Set(reported).compactMap { try buyer(at: $0, store) }
            .flatMap { try transaction.survivors(of: try transaction.tickets(buyer: $0)) }
            .flatMap { try transaction.outbox(of: $0.id) }
            .filter { item in
                guard let to = try transaction.outboxContent(item.id)?.to else { return false }
                return reported.contains(to.lowercased())
            }
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

    /// The mail that brought this report before: the same bytes, or its Message-ID in a thread of
    /// the mailbox's stores.
    private func knownReport() throws -> RawMail? {
        if let same = try transaction.settledMail(
            .bounce, mailbox: mail.raw.mailbox, digest: mail.raw.digest)
        {
            return same
        }
        guard let id = inbound.internetMessageID,
            let found = try transaction.messageByInternetID(id),
            let message = try transaction.message(found.0), message.kind == .bounce,
            let raw = try message.rawMail.flatMap({ try transaction.rawMail($0) })
        else { return nil }
        return mail.stores.contains { $0.id == raw.store } ? raw : nil
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
        // Its debts may stand in another ticket by now, after a merge or a split.
        let debts = try transaction.debts(outbox: item.id)
        try transaction.apply(DebtRules.bounce(of: item.id, at: transaction.now, debts: debts))
        for id in Set(debts.map(\.ticket) + [item.ticket]).sorted() {
            guard let ticket = try transaction.ticket(id) else { continue }
            try transaction.apply(TicketRules.debtReturned(on: ticket))
        }
    }
}
