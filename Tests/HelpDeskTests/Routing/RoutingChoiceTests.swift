import HelpDesk
import SwiftExtensions
import Testing

/// Helpdesk section 7.5: who is chosen, and what the record says about it.
@Suite struct RoutingChoiceTests {
    @Test func whoeverHadTheTicketGetsItBackIfEligible() {
        var world = RoutingWorld()
        var ticket = world.ticket()
        ticket.previousOwner = PersonID(5)
        ticket.buyersOwner = PersonID(4)
        #expect(world.decide(ticket).chosen == PersonID(5))
        #expect(world.decide(ticket).choice == .sticky)
        world.change(5) { $0.presence = PresenceMark(.away) }
        #expect(world.decide(ticket).choice == .buyersOwner)
        world.change(4) { $0.shiftLeft = nil }
        #expect(world.decide(ticket).choice == .strategy)
    }

    @Test func theDeputyStandsInOnlyForSomebodyAbsent() {
        var world = RoutingWorld()
        world.group.deputies = [PersonID(4), PersonID(5)]
        world.rules = [
            RoutingRule(name: "claims", group: world.group.id, designated: PersonID(3))
        ]
        #expect(world.decide().chosen == PersonID(3))
        #expect(world.decide().rule == "claims")
        world.change(3) { $0.load = 10 }
        #expect(world.decide().choice == .strategy)
        world.change(3) { $0.presence = PresenceMark(.off) }
        world.change(4) { $0.isActive = false }
        #expect(world.decide().chosen == PersonID(5))
        #expect(world.decide().choice == .deputy)
    }

    @Test func roundRobinFollowsTheStoredOrder() {
        var world = RoutingWorld()
        var order: [Int64] = []
        for _ in 0..<7 {
            let decision = world.decide()
            guard let person = decision.chosen, let weight = decision.turnWeight else { continue }
            order.append(person.rawValue)
            world.rotation.assign(person, weight: weight)
        }
        #expect(order == [1, 2, 3, 1, 2, 3, 1])
    }

    @Test func aSecondOneOfDoubleWeightGetsTwiceAsMuch() {
        var world = RoutingWorld()
        world.group.members = [PersonID(1), PersonID(2)]
        world.change(2) { $0.profile.weight = 2 }
        var count: [PersonID: Int] = [:]
        for _ in 0..<300 {
            guard let person = world.decide().chosen else { continue }
            count[person, default: 0] += 1
            world.rotation.assign(person, weight: world.decide().turnWeight ?? 0)
        }
        #expect(count == [PersonID(1): 100, PersonID(2): 200])
    }

    @Test func whoeverWasAwayDoesNotGetAllThatWasMissed() {
        var world = RoutingWorld()
        world.group.members = [PersonID(1), PersonID(2)]
        world.change(1) { $0.profile.weight = 2 }
        for _ in 0..<100 { world.rotation.assign(PersonID(1), weight: 2) }
        var first = 0
        for _ in 0..<30 {
            guard let person = world.decide().chosen else { continue }
            if person == PersonID(2) { first += 1 }
            world.rotation.assign(person, weight: person == PersonID(1) ? 2 : 1)
        }
        #expect((9...12).contains(first))
    }

    @Test func theLeastLoadedIsMeasuredAgainstTheCap() {
        var world = RoutingWorld()
        world.group.strategy = .leastLoaded
        world.change(1) { $0.load = 4 }
        world.change(2) { ($0.load, $0.profile.cap) = (5, 20) }
        world.change(3) { $0.load = 3 }
        #expect(world.decide().chosen == PersonID(2))
        #expect(world.decide().tieBreak == .load)
        world.change(3) { $0.load = 2.5 }
        world.rotation.assign(PersonID(2), weight: 1)
        #expect(world.decide().chosen == PersonID(3))
        #expect(world.decide().tieBreak == .turn)
    }

    @Test func theBestSkillMatchGoesFirst() {
        var world = RoutingWorld()
        world.rules = [
            RoutingRule(
                name: "refunds", group: world.group.id, required: [AgentSkill("refunds")])
        ]
        world.change(2) { $0.profile.skills = [AgentSkill("refunds", level: 1)] }
        world.change(3) { $0.profile.skills = [AgentSkill("refunds", level: 3)] }
        let decision = world.decide()
        #expect(decision.chosen == PersonID(3))
        #expect(decision.candidates.map(\.rejection) == [.skill, nil, nil])
        #expect(decision.candidates.map(\.match) == [0, 1, 3])
    }

    @Test func byHandNobodyIsChosen() {
        var world = RoutingWorld()
        world.group.strategy = .manual
        let decision = world.decide()
        #expect(decision.chosen == nil)
        #expect(decision.waiting == .manual)
        #expect(!decision.isUrgent)
        #expect(world.decide(world.ticket(usedPercent: 95)).isUrgent)
    }

    @Test func theThirdReturnIsTheLeads() {
        var world = RoutingWorld()
        world.group.leads = [PersonID(4), PersonID(5)]
        world.change(4) { $0.presence = PresenceMark(.away) }
        var ticket = world.ticket()
        ticket.returns = 2
        #expect(world.decide(ticket).choice == .strategy)
        ticket.returns = 3
        #expect(world.decide(ticket).chosen == PersonID(5))
        #expect(world.decide(ticket).choice == .lead)
    }

    @Test func anExcludedOwnerIsNotStickyEither() {
        let world = RoutingWorld()
        var ticket = world.ticket()
        ticket.previousOwner = PersonID(1)
        ticket.exclusions = [PersonID(1)]
        #expect(world.decide(ticket).chosen == PersonID(2))
    }

    @Test func theBalancedPlanIsFollowedWhereItHolds() {
        var world = RoutingWorld()
        world.group.strategy = .balanced
        #expect(world.decide(planned: PersonID(2)).tieBreak == .wholeList)
        world.change(2) { $0.presence = PresenceMark(.busy) }
        #expect(world.decide(planned: PersonID(2)).chosen == PersonID(1))
    }
}
