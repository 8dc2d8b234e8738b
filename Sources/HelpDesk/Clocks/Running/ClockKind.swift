/// The clocks of a debt or a ticket (helpdesk section 6.1).
package enum ClockKind: String, Codable, Sendable, CaseIterable {
    /// The platform's: elapsed seconds, never paused.
    case platform
    /// From the cycle's first debt to the first human reply.
    case first
    /// From the oldest unanswered message to the reply that covers it.
    case next
    /// From the cycle's start until resolved; stands still while the buyer's turn lasts.
    case resolve
    /// Until somebody has looked again: at a ticket on hold, at a case, or at a note whose time has
    /// come.
    case review

    /// The desk's own, counted in working time of a policy's calendar.
    package var isInternal: Bool {
        switch self {
        case .first, .next, .resolve: true
        case .platform, .review: false
        }
    }
}

/// What a clock is about.
package enum ClockSubject: Hashable, Sendable {
    case debt(DebtID)
    case hold(TicketID)
    case deskCase(CaseID)
    case note(MessageID)

    /// `debt/12`, as rows and documents write it.
    package var text: String {
        switch self {
        case .debt(let id): "debt/\(id.rawValue)"
        case .hold(let id): "hold/\(id.rawValue)"
        case .deskCase(let id): "case/\(id.rawValue)"
        case .note(let id): "note/\(id.rawValue)"
        }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[1]), number > 0 else { return nil }
        switch parts[0] {
        case "debt": self = .debt(DebtID(number))
        case "hold": self = .hold(TicketID(number))
        case "case": self = .deskCase(CaseID(number))
        case "note": self = .note(MessageID(number))
        default: return nil
        }
    }
}

extension ClockSubject: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let subject = ClockSubject(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no subject of a clock")
        }
        self = subject
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// One clock.
package struct ClockKey: Hashable, Sendable, Codable {
    package var subject: ClockSubject
    package var kind: ClockKind

    package init(_ subject: ClockSubject, _ kind: ClockKind) {
        self.subject = subject
        self.kind = kind
    }
}
