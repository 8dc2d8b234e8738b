import HelpDesk
import Store
import SwiftExtensions
import Wire

extension ReadTransaction {
    /// A ticket within the caller's scope, or the one that it was merged into. Throws
    /// `ticketNotFound` for one that does not exist and for one that the caller may not see alike:
    /// nothing leaks.
    func visibleTicket(_ id: TicketID, to caller: Principal) throws -> Ticket {
        let ticket = try survivor(of: try visibleTicketItself(id, to: caller))
        guard caller.scope.contains(ticket.store) else {
            throw DeskError(.ticketNotFound, ["ticket": String(id.rawValue)])
        }
        return ticket
    }

    /// The same for the ticket of just this number, merged or not.
    func visibleTicketItself(_ id: TicketID, to caller: Principal) throws -> Ticket {
        guard let ticket = try ticket(id), caller.scope.contains(ticket.store) else {
            throw DeskError(.ticketNotFound, ["ticket": String(id.rawValue)])
        }
        return ticket
    }

    /// The inbox line of a ticket. Throws `ticketNotFound`.
    func row(of id: TicketID) throws -> TicketRow {
        guard let data = try ticketRow(id) else {
            throw DeskError(.ticketNotFound, ["ticket": String(id.rawValue)])
        }
        return TicketRow(data)
    }

    func inboxCounts(for caller: Principal, at now: Timestamp) throws -> InboxCounts {
        guard caller.may(.read) else { return InboxCounts() }
        return InboxCounts(try counts(scope: caller.scope, person: caller.person, now: now))
    }

    /// Debts of a ticket that the platform waits for.
    func unsettledDebts(of ticket: TicketID) throws -> [Debt] {
        try debts(of: ticket).filter(\.isUnsettled)
    }
}

extension TicketRow {
    init(_ data: TicketRowData) {
        self.init(
            ticket: data.ticket, buyerName: data.buyerName,
            subject: PersonMask.subject(data.subject, of: data.buyerName),
            excerpt: data.excerpt, ownerName: data.ownerName, isCourtesy: data.isCourtesy,
            hasDeliveryProblem: data.hasDeliveryProblem, nextCase: data.nextCase, tags: data.tags,
            suspension: data.suspension, unreadAtReply: data.unreadAtReply)
    }
}

extension InboxCounts {
    init(_ data: CountsData) {
        self.init(
            owed: data.owed, late: data.late, soon: data.soon, mine: data.mine,
            unassigned: data.unassigned, held: data.held, review: data.review,
            problems: data.problems, cases: data.cases, ticks: data.ticks,
            restricted: data.restricted, notices: data.notices, urgent: data.urgent)
        mentions = data.mentions
        broadcasts = data.broadcasts
        alarms = data.alarms
    }
}
