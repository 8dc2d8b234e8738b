package import SwiftExtensions

/// A week that a seed invents: two groups of people with different skills, languages, speeds and
/// shifts, and what buyers write them. The same seed gives the same week for every strategy.
package struct InventedWeek: Sendable {
    package var arrivals: [ReplayArrival]
    package var agents: [ReplayAgent]
    package var book: RoutingBook
    package var start: Timestamp
    package var end: Timestamp

    private static let perHour = 12.0
    private static let west = GroupID(1)
    private static let east = GroupID(2)

    package init(
        _ pattern: ArrivalPattern, start: Timestamp, using random: inout some RandomNumberGenerator
    ) {
        self.start = start
        end = start + .days(7)
        agents = (1...10).map { Self.agent($0, using: &random) }
        book = Self.book()
        arrivals = []
        for hour in 0..<(7 * 24) {
            let wanted = Self.perHour * pattern.share(hour: hour)
            let count = Self.about(wanted, using: &random)
            for _ in 0..<count {
                let at =
                    start + .hours(Int64(hour))
                    + .seconds(Int64.random(in: 0..<3600, using: &random))
                arrivals.append(Self.arrival(arrivals.count + 1, at: at, using: &random))
            }
        }
        arrivals.sort { ($0.at, $0.subject.ticket) < ($1.at, $1.subject.ticket) }
    }

    /// A number around the wanted one, by a sum of chances.
    private static func about(
        _ wanted: Double, using random: inout some RandomNumberGenerator
    ) -> Int {
        let tries = 60
        return (0..<tries).count { _ in
            Double.random(in: 0..<1, using: &random) < wanted / Double(tries)
        }
    }

    private static func agent(
        _ number: Int, using random: inout some RandomNumberGenerator
    ) -> ReplayAgent {
        let isEast = number > 7
        var skills: [AgentSkill] = []
        if number % 3 != 0 {
            skills.append(AgentSkill("refunds", level: Int.random(in: 1...3, using: &random)))
        }
        let profile = AgentProfile(
            person: PersonID(Int64(number)), skills: skills, cap: 12, weight: 1)
        return ReplayAgent(
            profile: profile, languages: isEast ? ["ja", "en"] : ["en", "de", "fr"],
            speed: Double.random(in: 0.7...1.3, using: &random))
    }

    private static func book() -> RoutingBook {
        let groups = [
            RoutingGroup(
                id: west, name: "West", members: (1...7).map { PersonID(Int64($0)) },
                overflow: [east]),
            RoutingGroup(
                id: east, name: "East", languages: ["ja"],
                members: (8...10).map { PersonID(Int64($0)) }, overflow: [west]),
        ]
        let rules = [
            RoutingRule(
                name: "east", condition: RoutingCondition(languages: ["ja"]), group: east),
            RoutingRule(
                name: "refunds", condition: RoutingCondition(categories: [.returnRefund]),
                group: west, preferred: [AgentSkill("refunds")]),
            RoutingRule(name: "rest", group: west),
        ]
        return RoutingBook(groups: groups, rules: rules, version: 1)
    }

    private static func arrival(
        _ number: Int, at: Timestamp, using random: inout some RandomNumberGenerator
    ) -> ReplayArrival {
        let languages: [LanguageCode] = ["en", "en", "de", "de", "fr", "ja", "ja"]
        let kinds: [(InquiryCategory, Double)] = [
            (.whereIsMyOrder, 4), (.whereIsMyOrder, 4), (.returnRefund, 14), (.productUsage, 9),
            (.damagedDefective, 12), (.other, 6),
        ]
        let (category, minutes) = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let language = languages[Int.random(in: 0..<languages.count, using: &random)]
        let subject = RoutingSubject(
            ticket: TicketID(Int64(number)), store: "drill", category: category,
            language: language, start: at,
            due: PlatformClock.due(from: at) - PlatformClock.margin)
        let spread = Double.random(in: 0.4...1.8, using: &random)
        return ReplayArrival(
            subject: subject, at: at, handling: .seconds(Int64(minutes * 60 * spread)))
    }

    /// Early, late and night shifts of eight hours, five days in seven; who is on which follows
    /// from the number.
    package static func shiftLeft(
        of person: PersonID, at now: Timestamp, weekStart: Timestamp
    ) -> Duration? {
        let seconds = (now - weekStart).wholeMilliseconds / 1000
        let number = person.rawValue
        let opening = [6 * 3600, 13 * 3600, 6 * 3600, 14 * 3600, 22 * 3600][Int(number % 5)]
        for day in [seconds / 86_400 - 1, seconds / 86_400] {
            let start = day * 86_400 + Int64(opening)
            guard (day + number) % 7 < 5, seconds >= start, seconds < start + 8 * 3600 else {
                continue
            }
            return .seconds(start + 8 * 3600 - seconds)
        }
        return nil
    }
}
