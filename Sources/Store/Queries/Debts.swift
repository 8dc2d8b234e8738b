import GRDB
package import HelpDesk
import SwiftExtensions

enum DebtColumns {
    static let list = """
        debt.id, debt.message, debt.ticket, debt.store, debt.start, debt.platform_due, \
        debt.state, debt.is_provisional, debt.is_start_estimated, debt.is_born_late, \
        debt.discharged_at, debt.outbox, debt.is_unseen_at_reply
        """

    static func debt(from fields: inout Fields) throws -> Debt {
        Debt(
            id: try fields.id(), message: try fields.id(), ticket: try fields.id(),
            store: try fields.name(), start: try fields.time(), platformDue: try fields.time(),
            state: try fields.word(), isProvisional: try fields.flag(),
            isStartEstimated: try fields.flag(), isBornLate: try fields.flag(),
            dischargedAt: try fields.optionalTime(), outbox: try fields.optionalID(),
            isUnseenAtReply: try fields.flag() ? true : nil)
    }
}

extension ReadTransaction {
    /// One debt; nil when there is none of that number.
    package func debt(_ id: DebtID) throws -> Debt? {
        try debts("id = ?", [id.rawValue]).first
    }

    /// The debt a message made; nil when it made none.
    package func debt(ofMessage message: MessageID) throws -> Debt? {
        try debts("message = ?", [message.rawValue]).first
    }

    /// All debts of a ticket, oldest first.
    package func debts(of ticket: TicketID) throws -> [Debt] {
        try debts("ticket = ? ORDER BY id", [ticket.rawValue])
    }

    /// The debts of a ticket that are owed, oldest first.
    package func owedDebts(of ticket: TicketID) throws -> [Debt] {
        try debts("ticket = ? AND state = 'owed' ORDER BY start, id", [ticket.rawValue])
    }

    /// The debts that wait for proof of a reply, oldest first.
    package func answerPendingDebts(outbox: OutboxID) throws -> [Debt] {
        try debts("outbox = ? AND state = 'answer-pending' ORDER BY id", [outbox.rawValue])
    }

    /// All debts that a reply has answered or waits to have answered, oldest first.
    package func debts(outbox: OutboxID) throws -> [Debt] {
        try debts("outbox = ? ORDER BY id", [outbox.rawValue])
    }

    /// Debts in a state by due time, earliest first.
    package func debts(in state: DebtState, limit: Int) throws -> [Debt] {
        try debts("state = ? ORDER BY platform_due LIMIT ?", [state.rawValue, limit])
    }

    /// How many debts are in each state; a state without any is missing.
    package func debtCounts() throws -> [DebtState: Int] {
        let pairs = try db.all("SELECT state, count(*) FROM debt GROUP BY state") { fields in
            (try fields.word() as DebtState, try fields.count())
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func debts(_ condition: String, _ values: [Binding]) throws -> [Debt] {
        try db.all(
            "SELECT \(DebtColumns.list) FROM debt WHERE \(condition)", values, DebtColumns.debt)
    }
}
