package import SwiftExtensions

/// How cases move. Every function is pure; the caller records what comes out.
package enum CaseRules {
    /// The moves there are; everything else is a programmer's mistake.
    package static func allows(_ from: CaseState, to: CaseState) -> Bool {
        switch (from, to) {
        case (.open, .answered), (.open, .closed), (.answered, .closed), (.answered, .open): true
        default: false
        }
    }

    /// A person did what the case asks for. Throws `caseStateRefused` when its clock runs no more.
    package static func handled(
        _ item: DeskCase, by person: PersonID, reason: String, at now: Timestamp
    ) throws(DeskError) -> CaseMove {
        try move(item, to: .answered, at: now, .person(person, reason: reason))
    }

    /// A person says that nothing is left of it. Throws `caseStateRefused` when it is closed.
    package static func closed(
        _ item: DeskCase, by person: PersonID, reason: String, at now: Timestamp
    ) throws(DeskError) -> CaseMove {
        try move(item, to: .closed, at: now, .person(person, reason: reason))
    }

    /// A person takes their word back. Throws `caseStateRefused` unless it is answered.
    package static func reopened(
        _ item: DeskCase, by person: PersonID, reason: String, at now: Timestamp
    ) throws(DeskError) -> CaseMove {
        try move(item, to: .open, at: now, .person(person, reason: reason))
    }

    /// The cases that a closing notice ends: those of the kinds it names.
    package static func ended(
        by kinds: Set<CaseKind>, among cases: [DeskCase], at now: Timestamp, proof: CaseProof
    ) -> [CaseMove] {
        cases.filter { $0.state != .closed && kinds.contains($0.kind) }
            .map { CaseMove(item: $0.id, from: $0.state, to: .closed, at: now, proof: proof) }
    }

    /// A further notice of a case that somebody had dealt with: the platform asks again.
    package static func again(
        _ item: DeskCase, at now: Timestamp, proof: CaseProof
    ) -> CaseMove? {
        guard item.state == .answered else { return nil }
        return CaseMove(item: item.id, from: .answered, to: .open, at: now, proof: proof)
    }

    /// A case needs somebody, so its ticket is theirs to see: whatever rested is open again.
    package static func opened(on ticket: Ticket) -> TicketStateChange? {
        switch ticket.state {
        case .new, .open: nil
        case .pending, .hold, .snoozed, .resolved, .closed:
            TicketStateChange(
                ticket: ticket.id, from: ticket.state, to: .open,
                suspends: ticket.interruptedRest)
        }
    }

    private static func move(
        _ item: DeskCase, to state: CaseState, at now: Timestamp, _ proof: CaseProof
    ) throws(DeskError) -> CaseMove {
        guard allows(item.state, to: state) else {
            throw DeskError(
                .caseStateRefused, ["state": item.state.rawValue, "to": state.rawValue])
        }
        return CaseMove(item: item.id, from: item.state, to: state, at: now, proof: proof)
    }
}

extension DeskCase {
    /// Its review clock has run out and nobody acted; acting on the last second is in time.
    package func isLate(at now: Timestamp) -> Bool {
        guard let reviewDue else { return false }
        return switch state {
        case .open: now > reviewDue
        case .answered, .closed: (settledAt ?? now) > reviewDue
        }
    }
}
