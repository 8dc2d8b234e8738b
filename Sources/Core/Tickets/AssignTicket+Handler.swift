package import HelpDesk
import Store
package import Wire

extension AssignTicket: DeskCall {
    package static let need: Need = .verb(.assign)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try checkReceiver(of: ticket, desk, transaction)
            do {
                let move = try AssignmentRules.assign(
                    ticket, to: to, expected: expectedOwner, by: caller)
                guard let move else { return }
                // Where work is routed, a ticket put back must not come straight back.
                if to == nil, try !transaction.routingBook().isEmpty {
                    return try transaction.giveBack(ticket, cause: .person)
                }
                try transaction.apply(move)
                if to != nil { try transaction.apply(TicketRules.assigned(ticket)) }
            } catch let error as DeskError where error.code == .ticketTaken {
                throw try transaction.taken(ticket)
            }
        }
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
