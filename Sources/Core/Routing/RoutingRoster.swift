import HelpDesk
import Store
import SwiftExtensions

/// Everybody's standing at one instant: rights, shift, presence and, where asked for, load.
struct RoutingRoster {
    let agents: [PersonID: AgentStanding]

    init(
        _ transaction: ReadTransaction, desk: Desk, book: RoutingBook, load: TicketLoad?,
        now: Timestamp
    ) throws {
        let profiles = Dictionary(
            try transaction.agentProfiles().map { ($0.value.person, $0.value) },
            uniquingKeysWith: { first, _ in first })
        var loads: [PersonID: Double] = [:]
        for owned in try load == nil ? [] : transaction.ownedCounts() {
            guard let load else { break }
            let cost = load.cost(
                category: owned.category, state: owned.state, needsReply: owned.needsReply)
            loads[owned.owner, default: 0] += cost * Double(owned.count)
        }
        var agents: [PersonID: AgentStanding] = [:]
        for person in try transaction.people() {
            let profile = profiles[person.id] ?? AgentProfile(person: person.id)
            let calendar = profile.calendar ?? Self.calendar(of: person.id, book)
            agents[person.id] = AgentStanding(
                profile: profile, isActive: person.isActive,
                scope: desk.people.answeringScope(of: person),
                languages: person.languages, presence: desk.presence.mark(of: person.id, at: now),
                shiftLeft: try desk.shiftLeft(calendar, at: now, transaction),
                load: loads[person.id] ?? 0)
        }
        self.agents = agents
    }

    /// The hours of the first group that somebody is in.
    static func calendar(of person: PersonID, _ book: RoutingBook) -> String? {
        book.groups.first { $0.isActive && $0.members.contains(person) }?.calendar
    }
}

extension Desk {
    /// Longest stretch of a shift that routing asks about.
    private static let longestShift: Duration = .days(1)

    /// What is left of a calendar's shift; nil when it is closed. Without a calendar, or with one
    /// that nobody defined, people are always on: a slip of the pen stops no work.
    func shiftLeft(_ calendar: String?, at now: Timestamp, _ transaction: ReadTransaction) throws
        -> Duration?
    {
        guard let calendar else { return Self.longestShift }
        guard let hours = try shelf.book(transaction).calendar(CalendarID(calendar)) else {
            return Self.longestShift
        }
        let spans = hours.openSpans(from: now, to: now + Self.longestShift)
        guard var end = spans.first, end.lowerBound <= now.seconds else { return nil }
        // Spans that touch are one shift.
        for span in spans.dropFirst() where span.lowerBound == end.upperBound { end = span }
        return .seconds(end.upperBound - now.seconds)
    }
}
