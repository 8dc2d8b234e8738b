package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension AssignTicket: DeskCall {
    package static let need: Need = .verb(.assign)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = reason.map { CleanText.clean($0).collapsed(limit: 400) } ?? ""
        let (row, taken) = try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let taken = try assign(ticket, reason: reason, desk, caller, transaction)
            return (try transaction.row(of: ticket.id), taken)
        }
        if let taken { desk.tell(taken.from, taken.ticket, caller, reason, isReassigned: true) }
        return row
    }

    /// What the call does, in somebody's transaction. Returns whose answer ended with it.
    func assign(
        _ ticket: Ticket, reason: String, _ desk: Desk, _ caller: Principal,
        _ transaction: WriteTransaction
    ) throws -> ComposeTakeover? {
        try checkReceiver(of: ticket, desk, transaction)
        return try move(ticket, reason, desk, caller, transaction)
    }

    private func move(
        _ ticket: Ticket, _ reason: String, _ desk: Desk, _ caller: Principal,
        _ transaction: WriteTransaction
    ) throws -> ComposeTakeover? {
        do {
            let move = try AssignmentRules.assign(
                ticket, to: to, expected: expectedOwner, by: caller)
            guard let move else { return nil }
            let taken = try takeover(of: ticket, reason, desk, caller)
            if let taken {
                try transaction.record(.life(.composeTaken(taken)))
                desk.onTickets.end(taken, at: transaction.now)
            }
            // Where work is routed, a ticket put back must not come straight back.
            if to == nil, try !transaction.routingBook().isEmpty {
                try transaction.giveBack(ticket, cause: .person)
                return taken
            }
            try transaction.apply(move)
            if to != nil { try transaction.apply(TicketRules.assigned(ticket)) }
            return taken
        } catch let error as DeskError where error.code == .ticketTaken {
            throw try transaction.taken(ticket)
        }
    }

    /// Taking a ticket from an owner who is writing its answer ends that, and needs a reason
    /// (helpdesk section 7.7).
    private func takeover(
        of ticket: Ticket, _ reason: String, _ desk: Desk, _ caller: Principal
    ) throws -> ComposeTakeover? {
        guard let owner = ticket.owner, owner != caller.person,
            let lease = desk.onTickets.lease(of: ticket.id, at: desk.clock.now),
            lease.person == owner
        else { return nil }
        guard !reason.isEmpty else {
            throw DeskError(.takeoverNeedsReason, desk.words(of: lease))
        }
        return ComposeTakeover(ticket: ticket.id, from: owner, to: nil, reason: reason)
    }

    /// Nobody gets a ticket that they could not open or answer.
    private func checkReceiver(
        of ticket: Ticket, _ desk: Desk, _ transaction: ReadTransaction
    ) throws {
        guard let to else { return }
        guard let person = try transaction.person(to), person.isActive,
            desk.people.answeringScope(of: person).contains(ticket.store)
        else { throw DeskError(.personNotFound, ["person": String(to.rawValue)]) }
    }
}
