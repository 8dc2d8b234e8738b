package import SwiftExtensions

/// A span in which a clock stood still, from the events (helpdesk section 6.3).
package struct Pause: Hashable, Sendable, Codable {
    package var start: Timestamp
    /// Nil while it lasts.
    package var end: Timestamp?

    package init(start: Timestamp, end: Timestamp?) {
        self.start = start
        self.end = end
    }

    /// What is left of a range of seconds when the pauses are taken out of it.
    static func cut(_ range: Range<Int64>, by pauses: [Pause]) -> [Range<Int64>] {
        var pieces = [range]
        for pause in pauses {
            let from = pause.start.seconds
            let until = pause.end?.seconds ?? .max
            guard from < until else { continue }
            pieces = pieces.flatMap { piece -> [Range<Int64>] in
                guard from < piece.upperBound, until > piece.lowerBound else { return [piece] }
                var rest: [Range<Int64>] = []
                if piece.lowerBound < from { rest.append(piece.lowerBound..<from) }
                if until < piece.upperBound { rest.append(until..<piece.upperBound) }
                return rest
            }
        }
        return pieces
    }
}

/// One change of a ticket's state, as far as clocks care.
package struct StateMoment: Hashable, Sendable {
    package var at: Timestamp
    package var state: TicketState

    package init(at: Timestamp, state: TicketState) {
        self.at = at
        self.state = state
    }
}

extension Pause {
    /// The spans since `start` in which the ticket was in one of `states`: a fold of its state
    /// events, in their order, never a counter.
    package static func fold(
        _ moments: [StateMoment], pausing states: Set<TicketState>, since start: Timestamp
    ) -> [Pause] {
        var pauses: [Pause] = []
        var begun: Timestamp?
        for moment in moments {
            let isPausing = states.contains(moment.state)
            if isPausing, begun == nil {
                begun = max(moment.at, start)
            } else if !isPausing, let first = begun {
                if moment.at > first { pauses.append(Pause(start: first, end: moment.at)) }
                begun = nil
            }
        }
        if let begun { pauses.append(Pause(start: begun, end: nil)) }
        return pauses
    }
}
