import HelpDesk
import SwiftExtensions
import Testing

/// Helpdesk section 7.2: one reason at a time takes somebody out of the running.
@Suite struct EligibilityTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var code: RejectionCode?
        var stage = RelaxationStage.full
        var change: @Sendable (inout AgentStanding, inout RoutingSubject) -> Void
        var testDescription: String { code?.rawValue ?? "eligible" }
    }

    static let cases: [Case] = [
        Case(code: nil) { _, _ in },
        Case(code: .inactive) { agent, _ in agent.isActive = false },
        Case(code: .noRight) { agent, _ in agent.scope = .only(["other"]) },
        Case(code: .offShift) { agent, _ in agent.shiftLeft = nil },
        Case(code: .shiftEnding) { agent, _ in agent.shiftLeft = .minutes(19) },
        Case(code: nil) { agent, _ in agent.shiftLeft = .minutes(20) },
        Case(code: .busy) { agent, _ in agent.presence = PresenceMark(.busy) },
        Case(code: .away) { agent, _ in agent.presence = PresenceMark(.away) },
        Case(code: .off) { agent, _ in agent.presence = PresenceMark(.off) },
        Case(code: .excluded) { agent, ticket in ticket.exclusions = [agent.person] },
        Case(code: .language) { agent, _ in agent.languages = ["fr"] },
        Case(code: nil) { agent, ticket in
            agent.languages = ["fr"]
            ticket.language = .undetermined
        },
        Case(code: .skill) { agent, _ in agent.profile.skills = [AgentSkill("refunds", level: 1)] },
        Case(code: .preferredSkill) { agent, _ in
            agent.profile.skills = [AgentSkill("refunds", level: 2)]
        },
        Case(code: nil, stage: .requiredOnly) { agent, _ in
            agent.profile.skills = [AgentSkill("refunds", level: 2)]
        },
        Case(code: .cap) { agent, _ in agent.load = 9.25 },
        Case(code: nil) { agent, _ in agent.load = 9 },
        Case(code: nil, stage: .softCaps) { agent, _ in agent.load = 14 },
        Case(code: .cap, stage: .softCaps) { agent, _ in agent.load = 14.5 },
        Case(code: .noRight, stage: .supervisor) { agent, _ in agent.scope = .only([]) },
    ]

    @Test(arguments: cases) func theFirstReasonIsNamed(_ item: Case) {
        let world = RoutingWorld()
        var agent = RoutingWorld.agent(1)
        agent.profile.skills = [AgentSkill("refunds", level: 3), AgentSkill("claims", level: 1)]
        var ticket = world.ticket()
        item.change(&agent, &ticket)
        let eligibility = Eligibility(
            stage: item.stage, required: [AgentSkill("refunds", level: 2)],
            preferred: [AgentSkill("claims", level: 1)])
        #expect(eligibility.rejection(of: agent, for: ticket) == item.code)
    }

    @Test func aLanguageGivesWayOnlyWithATranslation() {
        var agent = RoutingWorld.agent(1)
        agent.languages = ["fr"]
        let ticket = RoutingWorld().ticket()
        let code = { (stage: RelaxationStage, translates: Bool) in
            Eligibility(stage: stage, translates: translates).rejection(of: agent, for: ticket)
        }
        #expect(code(.supervisor, false) == .language)
        #expect(code(.full, true) == .language)
        #expect(code(.requiredOnly, true) == nil)
    }
}
