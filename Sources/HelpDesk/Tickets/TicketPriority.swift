/// How much a ticket matters among equals: it breaks ties of time (helpdesk section 6.5) and chooses
/// among the desk's own deadlines.
package enum TicketPriority: String, Codable, Sendable, CaseIterable, Comparable {
    case low, normal, high, urgent

    /// 0 for the lowest.
    package var rank: Int {
        switch self {
        case .low: 0
        case .normal: 1
        case .high: 2
        case .urgent: 3
        }
    }

    /// The priority of that rank; nil for any other number.
    package init?(rank: Int) {
        guard let found = Self.allCases.first(where: { $0.rank == rank }) else { return nil }
        self = found
    }

    package static func < (left: TicketPriority, right: TicketPriority) -> Bool {
        left.rank < right.rank
    }
}
