import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// A reply is in the transport's hands since `instant`: it joins the thread, settles the debts
    /// whose messages its author had seen, and the ticket takes the state its author chose.
    func deliver(_ item: OutboxItem, at instant: Timestamp) throws {
        let body = try outboxContent(item.id)
        let seen = try messagesSeen(by: item)
        let message = try nextMessageID()
        try add(
            Message(
                id: message, ticket: item.ticket, direction: .outbound,
                kind: .agentReply, platformTime: instant, storedAt: now, author: item.author,
                outbox: item.id, bodyDigest: ContentDigest.of(body?.body ?? "")),
            MessageContent(
                subject: body?.subject ?? "", body: body?.body ?? "",
                internetMessageID: body?.internetMessageID))
        try showFiles(of: item.id, under: message)
        if try draft(ticket: item.ticket, person: item.author) == nil {
            try dropFacts(ticket: item.ticket, person: item.author)
            try dropMachineDraft(ticket: item.ticket, person: item.author)
        }
        try apply(
            DebtRules.acceptance(
                of: item, at: instant, debts: try debts(inThreadOf: item), seen: seen,
                read: try item.readThrough.map { try messagesSeen(by: item, through: $0) }))
        guard let ticket = try ticket(item.ticket) else { return }
        try countReopening(of: ticket)
        // Who answers a ticket of nobody looks after it from then on.
        if ticket.owner == nil {
            try apply(
                TicketAssignment(ticket: ticket.id, from: nil, to: item.author, cause: .claim))
        }
        let isSettled = try unsettledDebts(of: ticket.id).isEmpty
        try apply(
            TicketRules.replyAccepted(on: ticket, wanted: item.stateAfter, isSettled: isSettled))
    }
}
