package import SwiftExtensions

/// Whom the whole waiting list is given to at once (helpdesk section 7.5, `balanced`): the least sum
/// of expected lateness, with a little fairness, over at most the 200 most urgent tickets. The work
/// is bounded by a number of steps, not by a clock, so that every machine finds the same plan.
package struct BalancedPlan: Sendable {
    package static let mostTickets = 200
    /// Steps after which the plan is given up; a few dozen milliseconds of work.
    package static let usualBudget = 4_000_000
    /// Places on which people's queues are planned ahead, in all.
    private static let mostPlaces = 400
    /// What one whole filled cap costs beside a second of lateness, in milliseconds.
    private static let unfairness: Int64 = 1_000
    private static let never: Int64 = 1 << 40

    /// One ticket with those who could get it.
    package struct Row: Sendable {
        package var subject: RoutingSubject
        package var eligible: [AgentStanding]

        package init(subject: RoutingSubject, eligible: [AgentStanding]) {
            self.subject = subject
            self.eligible = eligible
        }
    }

    private struct Place {
        var agent: AgentStanding
        var position: Int
    }

    /// Ticket to person; nil when the budget ran out. A ticket that finds no place is missing.
    /// `handling` is the desk's median time for a ticket.
    package static func make(
        _ rows: [Row], now: Timestamp, handling: Duration, budget: Int = usualBudget
    ) -> [TicketID: PersonID]? {
        let rows = Array(
            rows.sorted { RoutingSubject.isServedBefore($0.subject, $1.subject) }
                .prefix(mostTickets))
        let places = places(for: rows)
        guard !rows.isEmpty, !places.isEmpty else { return [:] }
        let costs = rows.map { row in
            rowCosts(row, places, now, handling)
                + [Int64](repeating: never, count: rows.count)
        }
        guard let chosen = CheapestMatching.solve(costs, budget: budget) else { return nil }
        var plan: [TicketID: PersonID] = [:]
        for (index, column) in chosen.enumerated() where column < places.count {
            guard costs[index][column] < never else { continue }
            plan[rows[index].subject.ticket] = places[column].agent.person
        }
        return plan
    }

    /// Everybody's free room, one place a ticket, shared out evenly when there is too much of it.
    private static func places(for rows: [Row]) -> [Place] {
        var agents: [PersonID: AgentStanding] = [:]
        for agent in rows.flatMap(\.eligible) { agents[agent.person] = agent }
        guard !agents.isEmpty else { return [] }
        let most = min(max(mostPlaces / agents.count, 1), rows.count)
        return agents.values.sorted { $0.person < $1.person }.flatMap { agent in
            (0..<min(max(room(of: agent), 1), most)).map { Place(agent: agent, position: $0) }
        }
    }

    private static func room(of agent: AgentStanding) -> Int {
        let room = agent.profile.cap * RelaxationStage.softCapFactor - agent.load
        return Int(min(max(room, 0), Double(mostTickets)).rounded(.up))
    }

    private static func rowCosts(
        _ row: Row, _ places: [Place], _ now: Timestamp, _ handling: Duration
    ) -> [Int64] {
        let eligible = Set(row.eligible.map(\.person))
        return places.map { place in
            guard eligible.contains(place.agent.person) else { return never * 2 }
            return cost(of: row.subject, place, now, handling)
        }
    }

    /// Expected lateness in milliseconds when the ticket comes at that place of the person's queue.
    private static func cost(
        of subject: RoutingSubject, _ place: Place, _ now: Timestamp, _ handling: Duration
    ) -> Int64 {
        let ahead = place.agent.load + Double(place.position) + subject.cost
        let done = now + .milliseconds(Int64(ahead * Double(handling.wholeMilliseconds)))
        let late = subject.due.map { max(0, (done - $0).wholeMilliseconds) } ?? 0
        let fill = (place.agent.load + Double(place.position)) / max(place.agent.profile.cap, 0.1)
        return min(late, never / 4) + Int64(min(fill, 1_000) * Double(unfairness))
    }
}
