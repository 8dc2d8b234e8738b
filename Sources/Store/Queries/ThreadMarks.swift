import GRDB
package import HelpDesk

/// To which of the platform's threads the messages of one ticket belong.
package struct ThreadMarks {
    /// Whether the ticket can hold more than one thread: something was merged into it, or its
    /// messages name further orders.
    package let mayBeSeveral: Bool
    private let transaction: ReadTransaction
    private let own: OrderID?
    /// What merges brought, with the order that its ticket was about.
    private let moved: [MessageID: OrderID?]

    package init(_ transaction: ReadTransaction, _ ticket: TicketID) throws {
        self.transaction = transaction
        own = try transaction.ticket(ticket)?.order
        var moved: [MessageID: OrderID?] = [:]
        // What the source of a merge had from a merge of its own comes last and stays.
        var waiting = [ticket]
        var seen: Set<TicketID> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            for merge in try transaction.merges(into: next) {
                waiting.append(merge.source)
                let order = try transaction.ticket(merge.source)?.order
                for message in merge.move.messages { moved.updateValue(order, forKey: message) }
            }
        }
        self.moved = moved
        mayBeSeveral = try seen.count > 1 || !transaction.namedOrders(of: ticket).isEmpty
    }

    /// The thread of a message: by its address and the order in its subject, else by the order of
    /// the ticket that it came in.
    package func mark(of message: MessageID) throws -> ThreadMark {
        let content = try transaction.messageContent(message)
        let named = content.flatMap { OrderNumbers.all(in: $0.subject, limit: 1).first }
        return ThreadMark(
            address: content?.replyAddress, order: named ?? moved[message] ?? own)
    }

    /// The thread that a reply goes to.
    package func mark(of reply: OutboxContent) throws -> ThreadMark {
        if let answered = try reply.inReplyTo.flatMap(transaction.messageByInternetID)?.0 {
            let order = try mark(of: answered).order
            return ThreadMark(address: reply.to, order: order)
        }
        return ThreadMark(
            address: reply.to, order: OrderNumbers.all(in: reply.subject, limit: 1).first)
    }

    /// Whether messages of several threads are among these.
    package func areSeveral(_ messages: [MessageID]) throws -> Bool {
        guard mayBeSeveral else { return false }
        return ThreadMark.areSeveral(try messages.map(mark(of:)))
    }
}

extension ReadTransaction {
    /// The unsettled debts of a ticket in one of its threads, oldest first.
    package func unsettledDebts(
        of ticket: TicketID, in thread: ThreadMark, _ threads: ThreadMarks
    ) throws -> [Debt] {
        let waiting = try debts(of: ticket).filter(\.isUnsettled)
        guard threads.mayBeSeveral else { return waiting }
        return try waiting.filter { try !threads.mark(of: $0.message).isApart(from: thread) }
    }
}
