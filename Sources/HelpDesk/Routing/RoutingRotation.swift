/// The stored order of a group's round robin. A pure fold of the group's assignments.
package struct RoutingRotation: Hashable, Sendable {
    /// What one assignment adds to the counter of somebody of weight 1. Divisible by all small
    /// weights, so shares are exact.
    package static let turn: Int64 = 5_040_000

    /// How many assignments there were.
    package private(set) var assignments: Int64
    /// The counter at which the last turn was taken: whoever was away starts here and does not
    /// get everything that was missed.
    package private(set) var clock: Int64
    package private(set) var marks: [PersonID: RotationMark]

    package init(
        assignments: Int64 = 0, clock: Int64 = 0, marks: [PersonID: RotationMark] = [:]
    ) {
        self.assignments = assignments
        self.clock = clock
        self.marks = marks
    }

    package func counter(of person: PersonID) -> Int64 {
        max(marks[person]?.counter ?? 0, clock)
    }

    package func lastAssigned(of person: PersonID) -> Int64 { marks[person]?.lastAssigned ?? 0 }

    /// Notes that somebody got a ticket.
    package mutating func assign(_ person: PersonID, weight: Int) {
        let start = counter(of: person)
        let step = Self.turn / Int64(min(max(weight, 1), AgentProfile.heaviest))
        assignments += 1
        clock = max(clock, start)
        marks[person] = RotationMark(lastAssigned: assignments, counter: start + step)
    }

    /// Who is first, and what decided between the first two. Counters are compared only when
    /// weights differ among the candidates.
    package func first(of candidates: [AgentStanding]) -> (AgentStanding, TieBreak)? {
        let isWeighted = Set(candidates.map(\.profile.weight)).count > 1
        let sorted = candidates.sorted { isBefore($0, $1, isWeighted: isWeighted) }
        guard let first = sorted.first else { return nil }
        guard sorted.count > 1 else { return (first, .onlyOne) }
        return (first, reason(first, sorted[1], isWeighted: isWeighted))
    }

    private func isBefore(_ left: AgentStanding, _ right: AgentStanding, isWeighted: Bool) -> Bool {
        switch reason(left, right, isWeighted: isWeighted) {
        case .counter: counter(of: left.person) < counter(of: right.person)
        case .turn: lastAssigned(of: left.person) < lastAssigned(of: right.person)
        default: left.person < right.person
        }
    }

    private func reason(
        _ left: AgentStanding, _ right: AgentStanding, isWeighted: Bool
    ) -> TieBreak {
        if isWeighted, counter(of: left.person) != counter(of: right.person) { return .counter }
        return lastAssigned(of: left.person) != lastAssigned(of: right.person) ? .turn : .number
    }
}
