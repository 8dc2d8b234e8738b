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
        return try tickets.flatMap { try replies(on: $0) + copies(on: $0) }
            .sorted { ($0.at, $0.ticket) > ($1.at, $1.ticket) }
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
