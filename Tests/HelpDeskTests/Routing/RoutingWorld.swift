import HelpDesk
import SwiftExtensions

/// People, a group and a ticket for the rules of routing; every test changes what it is about.
struct RoutingWorld {
    var now = Timestamp(seconds: 1_772_800_000)
    var group = RoutingGroup(
        id: GroupID(1), name: "Europe", members: [PersonID(1), PersonID(2), PersonID(3)],
        strategy: .roundRobin)
    var others: [RoutingGroup] = []
    var rules: [RoutingRule] = []
    var agents: [PersonID: AgentStanding] = [:]
    var rotation = RoutingRotation()

    init() {
        for number in 1...5 { agents[PersonID(Int64(number))] = Self.agent(number) }
    }

    static func agent(_ number: Int, cap: Double = 10, load: Double = 0) -> AgentStanding {
        AgentStanding(
            profile: AgentProfile(person: PersonID(Int64(number)), cap: cap), load: load)
    }

    func ticket(_ number: Int64 = 1, usedPercent: Int = 10) -> RoutingSubject {
        let window = Duration.hours(20)
        let start = now - .milliseconds(window.wholeMilliseconds * Int64(usedPercent) / 100)
        return RoutingSubject(
            ticket: TicketID(number), store: "nova-eu", marketplace: "DE",
            category: .whereIsMyOrder, language: "de", start: start, due: start + window)
    }

    mutating func change(_ person: Int64, _ body: (inout AgentStanding) -> Void) {
        guard var agent = agents[PersonID(person)] else { return }
        body(&agent)
        agents[PersonID(person)] = agent
    }

    func decide(_ subject: RoutingSubject? = nil, planned: PersonID? = nil) -> RoutingDecision {
        let book = RoutingBook(groups: [group] + others, rules: rules, version: 4)
        return RoutingRules(book: book, now: now).decide(
            subject ?? ticket(), cause: .arrived, agents: agents,
            rotations: [group.id: rotation], planned: planned)
    }
}

/// SplitMix64, so that tests repeat.
struct TestRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
