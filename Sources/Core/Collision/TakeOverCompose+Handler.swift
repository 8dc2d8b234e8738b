package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension TakeOverCompose: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        let session = desk.sessionName(of: caller)
        let token = desk.random.token()
        do {
            let (lease, former) = try await desk.act(as: caller) { transaction in
                let ticket = try transaction.visibleTicket(ticket, to: caller)
                try Rights.require(.reply, on: ticket, of: caller, transaction)
                // Writes come one after another, so that nobody is taken over without a line.
                let writer = desk.onTickets.lease(of: ticket.id, at: transaction.now)?.person
                let owner = try transaction.lockedOwner(of: ticket, against: caller.person)
                if let from = writer == caller.person ? owner : writer ?? owner {
                    let takeover = ComposeTakeover(
                        ticket: ticket.id, from: from, to: caller.person, reason: reason)
                    try transaction.record(.life(.composeTaken(takeover)))
                }
                return desk.onTickets.takeOver(
                    TicketStore(ticket: ticket.id, store: ticket.store), by: caller.person,
                    session: session, token: token, from: owner, reason: reason,
                    at: transaction.now)
            }
            if let former { desk.tell(former.person, lease.ticket, caller, reason) }
            return Reply(
                token: lease.token, since: lease.since, former: former.map { desk.named($0) })
        } catch {
            // Nothing stands in the record, so nobody has it.
            desk.onTickets.release(token: token, at: desk.clock.now)
            throw error
        }
    }
}

extension Desk {
    /// Tells somebody that the answer they were writing is another one's now.
    func tell(
        _ former: PersonID, _ ticket: TicketID, _ caller: Principal, _ reason: String,
        isReassigned: Bool = false
    ) {
        bus.tell(
            former,
            .composeTaken(
                ComposeTaken(
                    ticket: ticket, by: caller.displayName, reason: reason,
                    isReassigned: isReassigned)))
    }

    /// Somebody on a ticket, with the name that people know.
    func named(_ present: PresentPerson) -> PresentPerson {
        var named = present
        named.name = name(of: present.person)
        return named
    }

    /// Everybody on some tickets, with their names.
    func named(_ presences: [TicketPresence]) -> [TicketPresence] {
        presences.map {
            TicketPresence(ticket: $0.ticket, store: $0.store, people: $0.people.map(named))
        }
    }
}
