import Channels
import HelpDesk
import Store

extension MailSettler {
    /// A platform's notice carries no debt. It joins its order's newest ticket; one that opens a
    /// case gets a ticket of its own when there is none, so that somebody sees it.
    func settleNotice(_ store: StoreID) throws -> IntakeOutcome {
        if let earlier = try earlier(in: store, desk.digests.keyed("mail", inbound.dedupe.text)) {
            try record(.duplicate, store: store, ticket: earlier.ticket, message: earlier.message)
            return .duplicate
        }
        let kind = inbound.notice?.kind.rawValue
        guard let ticket = try noticedTicket(in: store) else {
            try record(.notice, store: store, reason: kind)
            return .notice
        }
        let join = ThreadJoin(ticket: nil, evidence: .newThread)
        var warnings = inbound.warnings.map(\.rawValue)
        if let kind { warnings.insert("notice-\(kind)", at: 0) }
        let message = try addMessage(to: ticket, join, warnings)
        try addAttachments(to: message)
        try record(
            .notice, store: store, ticket: ticket, message: message.id, reason: kind)
        return .notice
    }

    private func noticedTicket(in store: StoreID) throws -> TicketID? {
        if let order = inbound.order {
            let known = try transaction.tickets(order: order).first { $0.store == store }
            if let known { return known.id }
        }
        guard inbound.notice?.isCaseEvent == true else { return nil }
        return try open(store, nil, ThreadJoin(ticket: nil, evidence: .newThread))
    }
}
