package import HelpDesk
package import Store
package import Wire

extension SnoozeTicket: TicketChange {
    package static let need: Need = .verb(.resolve)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        try Rights.require(.resolve, on: ticket, of: caller, transaction)
        try transaction.apply(
            TicketRules.snooze(
                ticket, until: until, debts: try transaction.debts(of: ticket.id),
                at: transaction.now))
    }
}

extension RestoreTicket: DeskCall {
    package static let need: Need = .verb(.resolve)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try Rights.require(.resolve, on: ticket, of: caller, transaction)
            try transaction.apply(
                TicketRules.restore(
                    ticket, try transaction.suspension(of: ticket.id),
                    debts: try transaction.debts(of: ticket.id), at: transaction.now))
        }
    }
}

extension UndoTicket: DeskCall {
    package static let need: Need = .verb(.resolve)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try Rights.require(.resolve, on: ticket, of: caller, transaction)
            let undo = try UndoRules.undo(
                ticket, events: try transaction.events(of: ticket.id),
                debts: try transaction.debts(of: ticket.id), by: caller.person,
                at: transaction.now)
            try transaction.record(.life(.stateUndone(undo)))
            try transaction.scheduleEnd(
                of: undo.to.state, ticket.id, reviewAt: undo.to.reviewAt, wakeAt: undo.to.wakeAt)
        }
    }
}
