import Foundation
import HelpDesk
import Store

/// The desk in numbers, for the summary of a rehearsal.
package struct DeskFigures: Codable, Sendable, Hashable {
    package var messagesIn = 0
    package var tickets = 0
    package var repliesSent = 0
    package var debts: [String: Int] = [:]
    package var orders = 0
    package var mails: [String: Int] = [:]
    package var errors = 0

    private enum CodingKeys: String, CodingKey {
        case messagesIn = "messages_in"
        case tickets
        case repliesSent = "replies_sent"
        case debts, orders, mails, errors
    }
}

extension Desk {
    /// Counts what the desk holds now.
    package func figures() async throws -> DeskFigures {
        let now = clock.now
        return try await database.read { transaction in
            var figures = DeskFigures()
            let mails = try transaction.rawMailCounts()
            for (outcome, count) in mails { figures.mails[outcome.rawValue] = count }
            figures.messagesIn = mails[.message, default: 0] + mails[.unparsed, default: 0]
            for (state, count) in try transaction.debtCounts() {
                figures.debts[state.rawValue] = count
            }
            figures.tickets = try transaction.ticketTotal(
                TicketQuery(
                    queue: .all, search: nil, store: nil, scope: .all, person: PersonID(0),
                    now: now))
            figures.orders = try transaction.orderTotal(scope: .all)
            figures.repliesSent = try transaction.outbox(
                states: [.accepted, .confirmed, .bounced], scope: .all
            ).count
            figures.errors =
                try transaction.outbox(states: [.failed, .unknown], scope: .all).count
                + transaction.syncHealth().count { $0.failure != nil }
            return figures
        }
    }
}
