/// Who changed something of the routing set-up, and why; the author and the instant are the event's.
package struct RoutingChange<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    /// From 1, one more with each change of the same thing.
    package var version: Int
    package var reason: String
    package var value: Value

    package init(version: Int, reason: String, value: Value) {
        self.version = version
        self.reason = reason
        self.value = value
    }
}

/// One version of all rules with what it would have done to last week's tickets.
package struct RuleSheet: Hashable, Sendable, Codable {
    package var rules: [RoutingRule]
    package var preview: RulePreview

    package init(rules: [RoutingRule], preview: RulePreview) {
        self.rules = rules
        self.preview = preview
    }
}

/// How a ticket came back to the queue.
package enum ReturnCause: String, Codable, Sendable, CaseIterable {
    /// Nothing was begun in time.
    case timeout
    case person
}

package struct TicketReturn: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var person: PersonID
    package var cycle: Int
    package var cause: ReturnCause

    package init(ticket: TicketID, person: PersonID, cycle: Int, cause: ReturnCause) {
        self.ticket = ticket
        self.person = person
        self.cycle = cycle
        self.cause = cause
    }
}

/// What routing did, and what people told it (helpdesk section 7). Owners change by
/// `ticketAssigned` events beside these.
package enum RoutingEvent: Hashable, Sendable, Codable {
    case groupSaved(RoutingChange<RoutingGroup>)
    case rulesSaved(RoutingChange<RuleSheet>)
    case profileSaved(RoutingChange<AgentProfile>)
    /// A ticket was routed, or was found to wait.
    case decided(RoutingDecision)
    /// The owner began with a ticket.
    case accepted(TicketID, PersonID, cycle: Int)
    case returned(TicketReturn)
    case handOverOffered(HandOver)
    case handOverLineAccepted(HandOverID, TicketID, by: PersonID)
}
