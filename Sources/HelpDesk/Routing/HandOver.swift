package import SwiftExtensions

/// One list of what somebody leaves to the next shift.
package struct HandOverID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Why a ticket stands on a hand-over list (helpdesk section 7.7).
package enum HandOverKind: String, Codable, Sendable, CaseIterable {
    case owed, hold, snoozed
    /// Something was promised to the buyer; the words stand beside the line.
    case promise
}

/// One line of a list: taken over by one person, or still open.
package struct HandOverLine: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var kind: HandOverKind
    package var acceptedBy: PersonID?
    package var acceptedAt: Timestamp?

    package init(
        ticket: TicketID, kind: HandOverKind, acceptedBy: PersonID? = nil,
        acceptedAt: Timestamp? = nil
    ) {
        self.ticket = ticket
        self.kind = kind
        self.acceptedBy = acceptedBy
        self.acceptedAt = acceptedAt
    }
}

/// What somebody leaves to the next shift.
package struct HandOver: Hashable, Sendable, Codable {
    package var id: HandOverID
    package var from: PersonID
    package var at: Timestamp
    package var lines: [HandOverLine]

    package init(id: HandOverID, from: PersonID, at: Timestamp, lines: [HandOverLine]) {
        self.id = id
        self.from = from
        self.at = at
        self.lines = lines
    }

    package var openLines: Int { lines.count { $0.acceptedBy == nil } }
}

package enum HandOverRules {
    /// A list is for the next shifts, not for ever.
    package static let goodFor: Duration = .hours(36)

    /// What somebody's tickets put on the list, the most urgent first. A ticket with a promise
    /// stands there whatever its state, unless it is closed for good.
    package static func lines(
        of tickets: [Ticket], promises: Set<TicketID>
    ) -> [HandOverLine] {
        let sorted = tickets.sorted {
            ($0.clockDue?.milliseconds ?? .max, $0.id) < ($1.clockDue?.milliseconds ?? .max, $1.id)
        }
        return sorted.compactMap { ticket in
            kind(of: ticket, isPromised: promises.contains(ticket.id))
                .map { HandOverLine(ticket: ticket.id, kind: $0) }
        }
    }

    private static func kind(of ticket: Ticket, isPromised: Bool) -> HandOverKind? {
        if ticket.owedDebts > 0 || ticket.excuseDebts > 0 || ticket.openCases > 0 { return .owed }
        if isPromised, ticket.state != .closed { return .promise }
        switch ticket.state {
        case .hold: return .hold
        case .snoozed: return .snoozed
        case .new, .open, .pending, .resolved, .closed: return nil
        }
    }
}
