import HelpDesk
import Store
import Wire

/// Whom a reply answers: the newest message of the thread that waits longest, with an address.
struct ReplyTarget {
    var message: MessageID
    var address: String
    var subject: String
    var internetMessageID: String?
    /// Nil for a ticket that holds one thread, as nearly all do.
    var thread: ThreadMark?
}

extension ReadTransaction {
    /// Where the next reply goes. A ticket may hold threads of several orders, and after a merge of
    /// several buyers; then the one whose debt is due first is answered first. Throws
    /// `nothingToAnswer` when no message of the ticket can be answered.
    func replyTarget(of ticket: TicketID) throws -> ReplyTarget {
        let messages = try messages(of: ticket, limit: 500).filter { $0.direction == .inbound }
        let threads = try ThreadMarks(self, ticket)
        let isSeveral = try threads.areSeveral(messages.map(\.id))
        let first = isSeveral ? try firstDue(of: ticket, threads) : nil
        for message in messages.reversed() {
            guard let content = try messageContent(message.id),
                let address = content.replyAddress
            else { continue }
            let mark = isSeveral ? try threads.mark(of: message.id) : nil
            if let first, let mark, first.isApart(from: mark) { continue }
            return ReplyTarget(
                message: message.id, address: address, subject: content.subject,
                internetMessageID: content.internetMessageID, thread: mark)
        }
        throw DeskError(.nothingToAnswer, ["ticket": String(ticket.rawValue)])
    }

    /// The thread of the debt that is due first among those that a reply can settle.
    private func firstDue(of ticket: TicketID, _ threads: ThreadMarks) throws -> ThreadMark? {
        let waiting = try unsettledDebts(of: ticket)
            .sorted { ($0.platformDue, $0.id) < ($1.platformDue, $1.id) }
        for debt in waiting {
            let mark = try threads.mark(of: debt.message)
            if mark.alias != nil { return mark }
        }
        return nil
    }

    /// The debts that a reply of ours can settle: those of the thread in which it goes out.
    func debts(inThreadOf item: OutboxItem) throws -> [Debt] {
        guard let content = try outboxContent(item.id) else { return try debts(of: item.ticket) }
        let threads = try ThreadMarks(self, item.ticket)
        return try unsettledDebts(of: item.ticket, in: threads.mark(of: content), threads)
    }
}

extension Desk {
    /// Where the next reply on a ticket goes; nil when the ticket holds one thread only.
    func replyAim(of ticket: Ticket, _ transaction: ReadTransaction) throws -> ReplyAim? {
        guard try ThreadMarks(transaction, ticket.id).mayBeSeveral,
            let target = try? transaction.replyTarget(of: ticket.id), let thread = target.thread
        else { return nil }
        let buyer = try thread.alias.flatMap { alias in
            try transaction.buyer(
                store: ticket.store, aliasDigest: digests.keyed("alias", alias))
        }
        let name = try buyer.flatMap { try transaction.buyerContent($0.id)?.name }
        return ReplyAim(message: target.message, buyerName: name ?? "", order: thread.order)
    }
}
