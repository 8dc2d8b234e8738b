import HelpDesk
import Store
import SwiftExtensions
import Wire

extension WriteTransaction {
    /// The answers that the buyer of a ticket got within the last two minutes or is about to get, in
    /// this ticket and in the buyer's others, the platform's own inbox included; newest first.
    func recentAnswers(about ticket: Ticket, for caller: Principal) throws -> [RecentAnswer] {
        var tickets: [TicketID] = [ticket.id]
        for buyer in try ticket.buyer.map({ try linkedBuyers(of: $0).sorted() }) ?? [] {
            for other in try self.tickets(buyer: buyer)
            where !tickets.contains(other.id) && caller.scope.contains(other.store) {
                tickets.append(other.id)
            }
        }
        let aim = try? replyTarget(of: ticket.id).thread
        return try tickets.flatMap {
            try answers(on: $0, in: $0 == ticket.id ? aim : nil)
        }
        .sorted { ($0.at, $0.ticket) > ($1.at, $1.ticket) }
    }

    /// The answers on one ticket; `aim` leaves out what went to another of its threads, which is
    /// about another order or to another person.
    private func answers(on ticket: TicketID, in aim: ThreadMark?) throws -> [RecentAnswer] {
        let all = try replies(on: ticket) + copies(on: ticket)
        guard let aim else { return all }
        let threads = try ThreadMarks(self, ticket)
        return try all.filter { answer in
            let mark: ThreadMark? =
                switch answer.mark {
                case .reply(let item): try outboxContent(item).map(threads.mark(of:))
                case .message(let message): try threads.mark(of: message)
                }
            return mark.map { !aim.isApart(from: $0) } ?? true
        }
    }

    private func replies(on ticket: TicketID) throws -> [RecentAnswer] {
        try outbox(of: ticket).filter { AnswerGuard.asksAbout($0, at: now) }.map { item in
            RecentAnswer(
                mark: .reply(item.id), ticket: ticket, author: item.author,
                authorName: try person(item.author)?.displayName,
                at: AnswerGuard.instant(of: item) ?? item.queuedAt,
                body: try outboxContent(item.id)?.body ?? "")
        }
    }

    private func copies(on ticket: TicketID) throws -> [RecentAnswer] {
        try messages(of: ticket, limit: 20).filter { AnswerGuard.asksAbout($0, at: now) }.map {
            RecentAnswer(
                mark: .message($0.id), ticket: ticket, author: nil, authorName: nil,
                at: $0.platformTime, body: try messageContent($0.id)?.body ?? "")
        }
    }
}
