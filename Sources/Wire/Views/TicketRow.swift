package import HelpDesk

/// One line of the inbox: a ticket with the words that a list needs.
package struct TicketRow: Codable, Sendable, Hashable, Identifiable {
    package var ticket: Ticket
    @BuyerName package var buyerName: String
    package var subject: String
    /// Start of the message that the earliest clock is about, else of the newest one; one line, at
    /// most 120 characters.
    package var excerpt: String
    package var ownerName: String?
    /// The newest owed debt is on a message that only thanks.
    package var isCourtesy: Bool
    /// A reply of this ticket is `unknown` or `failed` and needs a person.
    package var hasDeliveryProblem: Bool
    /// The open case whose clock runs out first.
    package var nextCase: DeskCase?
    package var tags: [TagName]
    /// The hold or snooze that a buyer's message interrupted.
    package var suspension: Suspension?
    /// Buyer's messages that the newest reply went past unread: answered for the platform, not for
    /// the buyer.
    package var unreadAtReply: Int

    package var id: TicketID { ticket.id }

    package init(
        ticket: Ticket, buyerName: String, subject: String, excerpt: String, ownerName: String?,
        isCourtesy: Bool = false, hasDeliveryProblem: Bool = false, nextCase: DeskCase? = nil,
        tags: [TagName] = [],
        suspension: Suspension? = nil, unreadAtReply: Int = 0
    ) {
        self.ticket = ticket
        self.buyerName = buyerName
        self.subject = subject
        self.excerpt = excerpt
        self.ownerName = ownerName
        self.isCourtesy = isCourtesy
        self.hasDeliveryProblem = hasDeliveryProblem
        self.nextCase = nextCase
        self.tags = tags
        self.suspension = suspension
        self.unreadAtReply = unreadAtReply
    }
}

/// The numbers of the status line, within the caller's store scope.
package struct InboxCounts: Codable, Sendable, Hashable {
    package var owed: Int
    /// Personal notices that the caller has not read.
    package var mentions: Int = 0
    /// Broadcasts that the caller has yet to read.
    package var broadcasts: Int = 0
    /// Alarms of the caller's stores and of the whole desk; `deskhand alarms` names them.
    package var alarms: Int = 0
    /// Past the platform's deadline or a case's.
    package var late: Int
    /// To be acted on within four hours, late ones not counted.
    package var soon: Int
    package var mine: Int
    package var unassigned: Int
    package var held: Int
    package var review: Int
    package var problems: Int
    /// Tickets with an open case.
    package var cases: Int
    /// Tickets with a mark to be set on the platform.
    package var ticks: Int
    /// Stores that may not write to buyers unasked.
    package var restricted: Int
    /// Tickets that the caller was told of and has not looked at since.
    package var notices: Int
    /// Tickets of nobody whose time runs out.
    package var urgent: Int

    package init(
        owed: Int = 0, late: Int = 0, soon: Int = 0, mine: Int = 0, unassigned: Int = 0,
        held: Int = 0, review: Int = 0, problems: Int = 0,
        cases: Int = 0, ticks: Int = 0, restricted: Int = 0, notices: Int = 0,
        urgent: Int = 0
    ) {
        self.owed = owed
        self.late = late
        self.soon = soon
        self.mine = mine
        self.unassigned = unassigned
        self.held = held
        self.review = review
        self.problems = problems
        self.cases = cases
        self.ticks = ticks
        self.restricted = restricted
        self.notices = notices
        self.urgent = urgent
    }
}
