import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// Copies to several receivers arrive within this time (amazon section 2.6).
    private static let copyWindow: Duration = .minutes(10)

    /// A platform's notice carries no debt. It joins its order's newest ticket; one with a review
    /// clock gets a ticket of its own when there is none, so that somebody sees it.
    func settleNotice(_ store: StoreID) throws -> IntakeOutcome {
        if let earlier = try earlier(in: store, desk.digests.keyed("mail", inbound.dedupe.text)) {
            try record(.duplicate, store: store, ticket: earlier.ticket, message: earlier.message)
            return .duplicate
        }
        let notice = try currentNotice()
        if let notice, needsProof(notice), try !isVouched && !isHistory() {
            try record(
                .quarantined, store: store, reason: SpoofReason.unprovenNotice.rawValue)
            return .quarantined
        }
        let ticket = try noticedTicket(notice, in: store)
        if try isKnownNotice(on: ticket, in: store) {
            try record(.duplicate, store: store, ticket: ticket)
            return .duplicate
        }
        let message = try ticket.map(addNotice)
        if let notice {
            if notice.kind == .sellerRestricted { try restrict(store) }
            try settle(notice, store, ticket, message)
        }
        try record(
            .notice, store: store, ticket: ticket, message: message,
            reason: inbound.notice?.kind.rawValue)
        return .notice
    }

    /// Ends a clock or shuts a channel: whoever can write that keeps people from acting.
    private func needsProof(_ notice: PlatformNotice) -> Bool {
        !notice.closes.isEmpty || notice.kind == .sellerRestricted
    }

    /// Where the mailbox's own server says whom it vouches for, it must have done so; elsewhere a
    /// notice that failed no check is taken at its word.
    var isVouched: Bool {
        isProven || desk.ports.mailboxes[mail.raw.mailbox]?.resultServers.isEmpty ?? true
    }

    func addNotice(to ticket: TicketID) throws -> MessageID {
        var warnings = inbound.warnings.map(\.rawValue)
        if let kind = inbound.notice?.kind { warnings.insert("notice-\(kind)", at: 0) }
        let join = ThreadJoin(ticket: nil, evidence: .newThread)
        let message = try addMessage(to: ticket, join, warnings, as: .platformNotice)
        try addAttachments(to: message)
        return message.id
    }

    /// The ticket that a notice is about: by the platform's own thread, by the order, or by the
    /// alias of a buyer who has one live ticket.
    func concerned(in store: StoreID) throws -> Ticket? {
        for key in platformKeys {
            let found = try transaction.ticketByThreadKey(store: store, key: threadDigest(key))
            if let ticket = try found.flatMap({ try transaction.ticket($0) }) {
                return try transaction.followed(ticket)
            }
        }
        if let order = inbound.order {
            let known = try transaction.tickets(order: order).first { $0.store == store }
            if let known { return try transaction.followed(known) }
        }
        guard let buyer = try knownBuyer(in: store) else { return nil }
        let tickets = try transaction.survivors(of: try transaction.tickets(buyer: buyer))
        let live = tickets.filter { $0.state != .resolved && $0.state != .closed }
        return live.count == 1 ? live[0] : tickets.count == 1 ? tickets[0] : nil
    }

    private func noticedTicket(
        _ notice: PlatformNotice?, in store: StoreID
    ) throws -> TicketID? {
        if let known = try concerned(in: store) { return known.id }
        guard notice?.reviewDue != nil else { return nil }
        return try open(store, nil, ThreadJoin(ticket: nil, evidence: .newThread))
    }

    /// Another receiver's copy: same words on the same ticket, minutes apart.
    private func isKnownNotice(on ticket: TicketID?, in store: StoreID) throws -> Bool {
        if let ticket {
            let words = inbound.body.collapsed()
            return try transaction.messages(of: ticket).contains { message in
                guard message.kind == .platformNotice, isNear(message.platformTime) else {
                    return false
                }
                return try transaction.messageContent(message.id)?.body.collapsed() == words
            }
        }
        guard let order = inbound.order, let kind = inbound.notice?.kind else { return false }
        return try transaction.cases(order: order, store: store).contains {
            $0.kind.rawValue == kind.rawValue && isNear($0.openedAt)
        }
    }

    private func isNear(_ instant: Timestamp) -> Bool {
        let gap = (instant - inbound.platformTime).wholeMilliseconds
        return abs(gap) <= Self.copyWindow.wholeMilliseconds
    }

    private func restrict(_ store: StoreID) throws {
        try transaction.record(
            .storeRestricted(
                StoreRestriction(
                    store: store, since: inbound.platformTime,
                    until: inbound.platformTime + ContactRules.restriction,
                    rawMail: mail.raw.id)))
    }
}
