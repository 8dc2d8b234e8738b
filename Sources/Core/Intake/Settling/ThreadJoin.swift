import Channels
import HelpDesk
import Store
import SwiftExtensions

/// Where a message belongs, and what says so.
struct ThreadJoin {
    /// Nil opens a new ticket.
    var ticket: Ticket?
    var evidence: ThreadEvidence
    /// The ticket that a new one continues.
    var follows: TicketID?
}

extension MailSettler {
    /// The thread by the order of evidence of helpdesk section 3.4, and whether it is still the one
    /// to go on with (section 5.6).
    func join(_ buyer: BuyerID?, in store: StoreID) throws -> ThreadJoin {
        guard let (found, evidence) = try candidate(buyer, store) else {
            return ThreadJoin(ticket: nil, evidence: .newThread)
        }
        let ticket = try transaction.followed(found)
        // The platform's own thread outranks an order that a text happens to name, and whoever
        // merged two orders' tickets wants both in one.
        let isCertain =
            evidence == .platformThread || evidence == .platformCase || ticket.id != found.id
        let order = isCertain ? nil : inbound.order
        if TicketRules.needsFollowUp(ticket, order: order, at: transaction.now) {
            return ThreadJoin(ticket: nil, evidence: evidence, follows: ticket.id)
        }
        return ThreadJoin(ticket: ticket, evidence: evidence)
    }

    private func candidate(
        _ buyer: BuyerID?, _ store: StoreID
    ) throws -> (Ticket, ThreadEvidence)? {
        for key in platformKeys {
            let found = try transaction.ticketByThreadKey(store: store, key: threadDigest(key))
            guard let ticket = try found.flatMap({ try transaction.ticket($0) }) else { continue }
            // A thread has one buyer; what says otherwise is a forgery or a fault.
            let isSameBuyer = ticket.buyer == nil || buyer == nil || ticket.buyer == buyer
            if isSameBuyer { return (ticket, key.evidence) }
        }
        guard let buyer else { return nil }
        let tickets = try transaction.tickets(buyer: buyer)
        if let order = inbound.order, let ticket = tickets.first(where: { $0.order == order }) {
            return (ticket, .aliasAndOrder)
        }
        if let ticket = try referenced(tickets) { return (ticket, .reference) }
        let live = tickets.filter { $0.state != .resolved && $0.state != .closed }
        if live.count == 1 { return (live[0], .onlyLiveTicket) }
        if let ticket = try sameSubject(tickets) { return (ticket, .aliasAndSubject) }
        return nil
    }

    /// A mail that answers one of ours, or one of the buyer's own.
    private func referenced(_ tickets: [Ticket]) throws -> Ticket? {
        for id in inbound.inReplyTo + inbound.references.reversed() {
            let ours = try transaction.outboxByInternetID(id)?.ticket
            guard let found = try ours ?? transaction.messageByInternetID(id)?.1 else { continue }
            if let ticket = tickets.first(where: { $0.id == found }) { return ticket }
        }
        return nil
    }

    private func sameSubject(_ tickets: [Ticket]) throws -> Ticket? {
        let topic = inbound.topic.collapsed().lowercased()
        guard !topic.isEmpty else { return nil }
        let oldest = transaction.now - TicketRules.subjectWindow
        return try tickets.first { ticket in
            guard ticket.lastActivityAt >= oldest else { return false }
            return try transaction.ticketSubject(ticket.id)?.collapsed().lowercased() == topic
        }
    }
}
