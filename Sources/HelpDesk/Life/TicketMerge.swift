/// Thread items that stand in another ticket from now on, with all that hangs on them. Nothing is
/// copied: each item has one ticket, and its clock runs on (helpdesk section 11.3).
package struct ItemMove: Hashable, Sendable, Codable {
    package enum Cause: String, Codable, Sendable { case merge, unmerge, split }

    package var from: TicketID
    package var to: TicketID
    package var cause: Cause
    package var messages: [MessageID]
    package var cases: [CaseID]
    package var outbox: [OutboxID]
    package var dispatches: [DispatchID]

    package init(
        from: TicketID, to: TicketID, cause: Cause, messages: [MessageID], cases: [CaseID] = [],
        outbox: [OutboxID] = [], dispatches: [DispatchID] = []
    ) {
        self.from = from
        self.to = to
        self.cause = cause
        self.messages = messages
        self.cases = cases
        self.outbox = outbox
        self.dispatches = dispatches
    }

    /// The way back.
    package var reversed: ItemMove {
        ItemMove(
            from: to, to: from, cause: .unmerge, messages: messages, cases: cases, outbox: outbox,
            dispatches: dispatches)
    }
}

/// A ticket that lives on in another one. It is archived and keeps its own events.
package struct TicketMerge: Hashable, Sendable, Codable {
    package var source: TicketID
    package var survivor: TicketID
    /// How the source stood; what an unmerge puts back.
    package var standing: TicketStanding
    package var move: ItemMove

    package init(
        source: TicketID, survivor: TicketID, standing: TicketStanding, move: ItemMove
    ) {
        self.source = source
        self.survivor = survivor
        self.standing = standing
        self.move = move
    }
}

package struct TicketUnmerge: Hashable, Sendable, Codable {
    package var source: TicketID
    package var survivor: TicketID
    package var standing: TicketStanding

    package init(source: TicketID, survivor: TicketID, standing: TicketStanding) {
        self.source = source
        self.survivor = survivor
        self.standing = standing
    }
}
