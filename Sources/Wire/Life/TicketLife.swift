package import HelpDesk
package import SwiftExtensions

/// A link with the ticket on its other side.
package struct LinkView: Codable, Sendable, Hashable {
    package var link: TicketLink
    package var row: TicketRow

    package init(link: TicketLink, row: TicketRow) {
        self.link = link
        self.row = row
    }
}

/// One of a ticket's resolutions.
package struct ResolutionView: Codable, Sendable, Hashable {
    package var cycle: Int
    package var resolvedAt: Timestamp
    package var resolvedBy: PersonID?
    package var reopenedAt: Timestamp?
    package var isCounted: Bool

    package init(
        cycle: Int, resolvedAt: Timestamp, resolvedBy: PersonID?, reopenedAt: Timestamp?,
        isCounted: Bool
    ) {
        self.cycle = cycle
        self.resolvedAt = resolvedAt
        self.resolvedBy = resolvedBy
        self.reopenedAt = reopenedAt
        self.isCounted = isCounted
    }
}

/// What a ticket shows besides its conversation.
package struct TicketLife: Codable, Sendable, Hashable {
    package var links: [LinkView]
    /// Other live tickets of the same buyer, which could be one with it.
    package var mergeable: [TicketRow]
    /// Tickets that were merged into it and can still be taken out.
    package var absorbed: [TicketID]
    package var resolutions: [ResolutionView]
    package var watchers: [PersonID]
    /// Until when it may be snoozed at most; in the past when there is no room.
    package var latestWake: Timestamp
    /// Who had the ticket that this one follows.
    package var formerOwner: PersonID?

    package init(
        links: [LinkView], mergeable: [TicketRow], absorbed: [TicketID],
        resolutions: [ResolutionView], watchers: [PersonID], latestWake: Timestamp,
        formerOwner: PersonID?
    ) {
        self.links = links
        self.mergeable = mergeable
        self.absorbed = absorbed
        self.resolutions = resolutions
        self.watchers = watchers
        self.latestWake = latestWake
        self.formerOwner = formerOwner
    }
}

/// What became of a note besides its words.
package struct NoteFate: Codable, Sendable, Hashable {
    /// When it asks for a look.
    package var due: Timestamp?
    package var doneAt: Timestamp?
    package var deletedAt: Timestamp?
    package var deletedBy: PersonID?

    package init(
        due: Timestamp? = nil, doneAt: Timestamp? = nil, deletedAt: Timestamp? = nil,
        deletedBy: PersonID? = nil
    ) {
        self.due = due
        self.doneAt = doneAt
        self.deletedAt = deletedAt
        self.deletedBy = deletedBy
    }
}
