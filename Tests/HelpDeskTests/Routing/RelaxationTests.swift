import HelpDesk
import SwiftExtensions
import Testing

/// Helpdesk section 7.6.
@Suite struct RelaxationTests {
    @Test(arguments: [
        (0, RelaxationStage.full), (24, .full), (25, .requiredOnly), (49, .requiredOnly),
        (50, .overflow), (75, .softCaps), (89, .softCaps), (90, .supervisor), (140, .supervisor),
    ]) func stagesFollowTheTimeUsed(_ percent: Int, _ stage: RelaxationStage) {
        #expect(RelaxationStage(usedPercent: percent) == stage)
    }

    @Test func helpersComeInAtHalfTime() {
        var world = RoutingWorld()
        world.group.overflow = [GroupID(2)]
        world.others = [RoutingGroup(id: GroupID(2), name: "Help", members: [PersonID(4)])]
        for person in 1...3 { world.change(Int64(person)) { $0.presence = PresenceMark(.busy) } }
        let early = world.decide(world.ticket(usedPercent: 49))
        #expect(early.chosen == nil)
        #expect(early.waiting == .nobodyPresent)
        #expect(!early.isUrgent, "an overflow group will take it in time")
        #expect(world.decide(world.ticket(usedPercent: 50)).chosen == PersonID(4))
    }

    @Test func nobodyHoweverMuchIsGivenUpIsUrgentAtOnce() {
        var world = RoutingWorld()
        for person in 1...3 { world.change(Int64(person)) { $0.shiftLeft = nil } }
        let decision = world.decide()
        #expect(decision.waiting == .nobodyOnShift)
        #expect(decision.isUrgent)
        var calm = world.ticket()
        calm.due = nil
        #expect(!world.decide(calm).isUrgent)
    }

    @Test func capsGiveWayByHalfAndTheLeadIsTold() {
        var world = RoutingWorld()
        for person in 1...3 { world.change(Int64(person)) { $0.load = 10 } }
        let full = world.decide(world.ticket(usedPercent: 60))
        #expect(full.waiting == .allAtLimit)
        #expect(!full.isLeadTold)
        let soft = world.decide(world.ticket(usedPercent: 75))
        #expect(soft.chosen == PersonID(1))
        #expect(soft.isLeadTold)
    }

    @Test func theNextStageIsAnInstant() {
        let world = RoutingWorld()
        let ticket = world.ticket(usedPercent: 30)
        let next = RelaxationStage.nextChange(of: ticket, at: world.now)
        #expect(next == ticket.start + .hours(10))
        #expect(RelaxationStage.nextChange(of: world.ticket(usedPercent: 95), at: world.now) == nil)
        #expect(ticket.usedPercent(at: next ?? world.now) == 50)
    }

    @Test func theOrderOfServiceIsUrgencyWithoutRegardToAge() {
        let world = RoutingWorld()
        var old = world.ticket(1, usedPercent: 10)
        old.start = world.now - .days(90)
        old.due = nil
        var urgent = world.ticket(2, usedPercent: 90)
        urgent.priority = .low
        var important = world.ticket(3, usedPercent: 90)
        important.priority = .high
        let order = [old, urgent, important].sorted(by: RoutingSubject.isServedBefore)
        #expect(order.map(\.ticket.rawValue) == [3, 2, 1])
    }
}
