package import HelpDesk

/// One line of the inbox: a ticket with the words that a list needs.
package struct TicketRow: Codable, Sendable, Hashable, Identifiable {
    package var ticket: Ticket
    package var buyerName: String
    package var subject: String
    /// Start of the newest buyer message, one line, at most 120 characters.
    package var excerpt: String
    package var ownerName: String?
    /// The newest owed debt is on a message that only thanks.
    package var isCourtesy: Bool
    /// A reply of this ticket is `unknown` or `failed` and needs a person.
    package var hasDeliveryProblem: Bool

    package var id: TicketID { ticket.id }

    package init(
        ticket: Ticket, buyerName: String, subject: String, excerpt: String, ownerName: String?,
        isCourtesy: Bool = false, hasDeliveryProblem: Bool = false
    ) {
        self.ticket = ticket
        self.buyerName = buyerName
        self.subject = subject
        self.excerpt = excerpt
        self.ownerName = ownerName
        self.isCourtesy = isCourtesy
        self.hasDeliveryProblem = hasDeliveryProblem
    }
}

/// The numbers of the status line, within the caller's store scope.
package struct InboxCounts: Codable, Sendable, Hashable {
    package var owed: Int
    package var late: Int
    /// Owed and due within four hours, late ones not counted.
    package var soon: Int
    package var mine: Int
    package var unassigned: Int
    package var held: Int
    package var review: Int
    package var problems: Int

    package init(
        owed: Int = 0, late: Int = 0, soon: Int = 0, mine: Int = 0, unassigned: Int = 0,
        held: Int = 0, review: Int = 0, problems: Int = 0
    ) {
        self.owed = owed
        self.late = late
        self.soon = soon
        self.mine = mine
        self.unassigned = unassigned
        self.held = held
        self.review = review
        self.problems = problems
    }
}
