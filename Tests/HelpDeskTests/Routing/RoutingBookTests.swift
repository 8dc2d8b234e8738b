import HelpDesk
import SwiftExtensions
import Testing

@Suite struct RoutingBookTests {
    private let world = RoutingWorld()
    private let east = RoutingGroup(id: GroupID(2), name: "East", languages: ["ja"])
    private let west = RoutingGroup(id: GroupID(1), name: "West", stores: ["nova-eu"])

    @Test func theFirstRuleThatHoldsGivesTheTargetAndAllGiveTags() {
        let book = RoutingBook(
            groups: [east, west],
            rules: [
                RoutingRule(
                    name: "tag only", condition: RoutingCondition(stores: ["nova-eu"]),
                    priority: .high, tags: ["eu"]),
                RoutingRule(
                    name: "night",
                    condition: RoutingCondition(hours: HourSpan(from: 22, until: 6)),
                    group: GroupID(2), tags: ["night"]),
                RoutingRule(name: "rest", group: GroupID(1), tags: ["eu", "day"]),
            ])
        var ticket = world.ticket()
        let day = book.target(of: ticket)
        #expect(day.rule?.name == "rest")
        #expect(day.tags == ["eu", "day"])
        #expect(day.priority == .high)
        ticket.hour = 23
        #expect(book.target(of: ticket).group?.id == GroupID(2))
        ticket.hour = 6
        #expect(book.target(of: ticket).group?.id == GroupID(1))
    }

    @Test func withoutARuleTheFirstGroupThatCoversTheTicketTakesIt() {
        var ticket = world.ticket()
        #expect(RoutingBook(groups: [east, west]).target(of: ticket).group?.name == "West")
        ticket.store = "other"
        ticket.language = "ja"
        #expect(RoutingBook(groups: [east, west]).target(of: ticket).group?.name == "East")
        ticket.language = "fr"
        #expect(RoutingBook(groups: [east, west]).target(of: ticket).group == nil)
    }

    @Test func aRuleToAClosedGroupSendsNobody() {
        var closed = east
        closed.isActive = false
        let rules = [RoutingRule(name: "all", group: GroupID(2))]
        let target = RoutingBook(groups: [closed, west], rules: rules).target(of: world.ticket())
        #expect(target.rule == nil)
        #expect(target.group?.name == "West")
    }

    @Test func aPreviewCountsWhatWouldGoElsewhere() {
        let before = RoutingBook(groups: [east, west])
        var after = before
        after.rules = [
            RoutingRule(
                name: "urgent", condition: RoutingCondition(priorities: [.urgent]),
                group: GroupID(2))
        ]
        let subjects = (1...10).map { number in
            var ticket = world.ticket(Int64(number))
            ticket.priority = number <= 3 ? .urgent : .normal
            return ticket
        }
        let preview = RulePreview(of: subjects, before: before, after: after)
        #expect(preview.tickets == 10)
        #expect(preview.moved == 3)
        #expect(preview.samples.map(\.ticket.rawValue) == [1, 2, 3])
        #expect(preview.samples.first?.rule == "urgent")
    }

    @Test(arguments: [
        RoutingRule(name: ""), RoutingRule(name: "a\u{202E}b"),
        RoutingRule(name: "a", group: GroupID(9)),
        RoutingRule(name: "a", required: [AgentSkill("x", level: 4)]),
        RoutingRule(name: "a", condition: RoutingCondition(hours: HourSpan(from: 5, until: 5))),
        RoutingRule(name: "a", condition: RoutingCondition(hours: HourSpan(from: -1, until: 5))),
        RoutingRule(name: "twice"),
    ]) func aRuleThatMakesNoSenseIsRefused(_ rule: RoutingRule) {
        #expect(throws: DeskError.self) {
            try RoutingCheck.check([RoutingRule(name: "twice"), rule], groups: [west])
        }
    }

    @Test func aGroupHelpsOthersNotItself() {
        var group = west
        group.overflow = [GroupID(1)]
        #expect(throws: DeskError.self) { try RoutingCheck.check(group, among: [east, west]) }
        group.overflow = [GroupID(2)]
        #expect(throws: Never.self) { try RoutingCheck.check(group, among: [east, west]) }
        group.name = "East"
        #expect(throws: DeskError.self) { try RoutingCheck.check(group, among: [east, west]) }
    }
}
