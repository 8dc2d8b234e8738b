import HelpDesk
import Testing

@Suite struct RoutingDiffTests {
    private let names = RoutingDiff.Names(
        people: [PersonID(1): "Ana", PersonID(2): "Ben"], groups: [GroupID(1): "Europe"])

    private func text(_ lines: [RoutingDiff.Line]) -> [String] {
        lines.map { "\($0.subject).\($0.field): \($0.before) > \($0.after)" }
    }

    @Test func aChangedGroupSaysWhichField() {
        let old = RoutingGroup(id: GroupID(1), name: "Europe", members: [PersonID(1)])
        var new = old
        new.members.append(PersonID(2))
        new.isActive = false
        #expect(
            text(RoutingDiff.lines(from: old, to: new, names)) == [
                "Europe.members: Ana > Ana, Ben", "Europe.closed:  > yes",
            ])
    }

    @Test func rulesComeGoChangeAndMove() {
        let (a, b) = (
            RoutingRule(name: "a", group: GroupID(1)), RoutingRule(name: "b", tags: ["t"])
        )
        let c = RoutingRule(name: "c", tags: ["u"])
        var changed = a
        changed.required = [AgentSkill("claims", level: 2)]
        #expect(
            text(RoutingDiff.lines(from: [a, b], to: [b, changed], names)) == [
                "b.position: 2 > 1", "a.position: 1 > 2", "a.required:  > claims:2",
            ])
        #expect(
            text(RoutingDiff.lines(from: [a, b], to: [c, a], names)) == [
                "c.tags:  > u", "b.tags: t > ",
            ])
    }
}
