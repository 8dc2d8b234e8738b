import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct RoutingSetUpTests {
    @Test func everyVersionHasAnAuthorAReasonAndAPreview() async throws {
        let world = try await World.make()
        let group = try await world.group(.manual)
        var other = RoutingGroup(id: GroupID(0), name: "Claims", members: [world.ben.person])
        other.strategy = .manual
        let claims = try await world.desk.perform(
            SaveGroup(group: other, version: 0, reason: "Claims are theirs."), as: world.sue)
        #expect(claims.value.id != group.id)
        for number in 1...3 { _ = try await world.inquiry(number) }
        let rules = [
            RoutingRule(
                name: "germany", condition: RoutingCondition(marketplaces: ["DE"]),
                group: claims.value.id)
        ]
        let preview = try await world.desk.perform(PreviewRules(rules: rules), as: world.sue)
        #expect((preview.tickets, preview.moved) == (3, 3))
        let first = try await world.desk.perform(
            SaveRules(rules: rules, version: 0, reason: "A try."), as: world.sue)
        #expect(first.value.preview == preview)
        #expect((first.version, first.author, first.reason) == (1, "Sue", "A try."))
        #expect(
            await code {
                _ = try await world.desk.perform(
                    SaveRules(rules: [], version: 0, reason: "Late."), as: world.sue)
            } == .routingStale)
        _ = try await world.desk.perform(
            SaveRules(rules: [], version: 1, reason: "Back."), as: world.sue)
        let history = try await world.desk.perform(ShowRulesHistory(), as: world.ana)
        #expect(history.versions.map(\.version) == [2, 1])
        #expect(history.versions.map(\.reason) == ["Back.", "A try."])
        #expect(history.versions.last?.value.rules == rules)
        try await world.checkRecord()
    }

    @Test func nonsenseAndAMissingReasonAreRefused() async throws {
        let world = try await World.make()
        let group = try await world.group()
        func save(_ change: (inout RoutingGroup) -> Void, reason: String = "Why not.") async
            -> DeskError.Code?
        {
            var copy = group
            change(&copy)
            let call = SaveGroup(group: copy, version: 1, reason: reason)
            return await code { _ = try await world.desk.perform(call, as: world.sue) }
        }
        #expect(await save({ $0.name = "\u{1B}[31m" }) == .routingInvalid)
        #expect(await save({ $0.members = [PersonID(99)] }) == .personNotFound)
        #expect(await save({ $0.overflow = [GroupID(1)] }) == .routingInvalid)
        #expect(await save({ $0.id = GroupID(7) }) == .groupNotFound)
        #expect(await save({ $0.name = "Fine" }, reason: " ") == .badRequest)
    }

    @Test func aProfileLimitsWhatSomebodyGets() async throws {
        let world = try await World.make()
        try await world.group()
        _ = try await world.desk.perform(
            SaveProfile(
                profile: AgentProfile(person: world.ana.person, cap: 1), version: 0,
                reason: "New here."), as: world.sue)
        for number in 1...4 { _ = try await world.inquiry(number) }
        _ = try await world.desk.runDue()
        let agents = try await world.desk.perform(ListAgents(), as: world.ana).agents
        #expect(agents.first { $0.unixUser == "ana" }?.load == 1)
        #expect(agents.first { $0.unixUser == "ben" }?.load == 3)
        #expect(agents.first { $0.unixUser == "ana" }?.version == 1)
        #expect(!agents.contains { $0.unixUser == "mia" })
        let groups = try await world.desk.perform(ListGroups(), as: world.ana).groups
        #expect(groups.map(\.available) == [2])
        #expect(groups.map(\.waiting) == [0])
    }

    @Test func aRosterSetsOthersPresenceAndOthersDoNot() async throws {
        let world = try await World.make()
        let call = SetPresence(presence: .busy, person: world.ana.person)
        #expect(await code { _ = try await world.desk.perform(call, as: world.ben) } == .notAllowed)
        let view = try await world.desk.perform(call, as: world.sue)
        #expect((view.presence, view.unixUser) == (.busy, "ana"))
        let past = SetPresence(presence: .away, until: world.clock.now - .seconds(1))
        #expect(await code { _ = try await world.desk.perform(past, as: world.ana) } == .badRequest)
    }

    @Test func aWorkstationThatIsOpenIsAvailableUntilItGoes() async throws {
        let world = try await World.make()
        func presence() async throws -> AgentPresence? {
            try await world.desk.perform(ListAgents(), as: world.sue).agents
                .first { $0.unixUser == "ana" }?.presence
        }
        #expect(try await presence() == .off)
        let open = world.desk.subscribe(as: world.ana) { _ in }
        #expect(try await presence() == .available)
        try await world.say(.busy, world.ana)
        #expect(try await presence() == .busy)
        world.desk.unsubscribe(open)
        world.desk.unsubscribe(open)
        #expect(try await presence() == .busy)
        world.clock.advance(by: .minutes(2))
        #expect(try await presence() == .off)
    }

    @Test func strategiesAreComparedOnTheSameWeek() async throws {
        let world = try await World.make()
        try await world.group()
        for number in 1...5 { _ = try await world.inquiry(number) }
        world.clock.advance(by: .hours(1))
        let call = SimulateRouting(
            pattern: nil, seeds: [1, 2], strategies: [.roundRobin, .manual])
        let outcomes = try await world.desk.perform(call, as: world.sue).outcomes
        #expect(outcomes.map(\.strategy) == [.manual, .manual, .roundRobin, .roundRobin])
        #expect(outcomes.allSatisfy { $0.tickets == 5 && $0.breaches == 0 })
        #expect(
            await code {
                _ = try await world.desk.perform(
                    SimulateRouting(pattern: .steady, seeds: [], strategies: [.manual]),
                    as: world.sue)
            } == .badRequest)
    }
}
