package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Who works on what: the teams with their rules, why a ticket is where it is, and what one shift
/// leaves to the next.
package enum RoutingPane {
    package struct State: Equatable, Sendable {
        package internal(set) var explained: ExplainRouting.Reply?
        package internal(set) var ticket: TicketID?
        package internal(set) var groups: [GroupView]?
        package internal(set) var agents: [AgentView] = []
        package internal(set) var rules: Versioned<RuleSheet>?
        /// Empty until they are asked for.
        package internal(set) var rulesHistory: [Versioned<RuleSheet>] = []
        package internal(set) var groupHistory: [GroupID: [Versioned<RoutingGroup>]] = [:]
        package internal(set) var lists: [HandOverView]?
        /// The line of the hand-over lists under the cursor.
        package internal(set) var cursor = 0
        package internal(set) var viewport = ViewportState()
    }

    static let layers: Set<Layer> = [.teams, .routed, .handOver]

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        guard let lines = lines(model) else {
            buffer.write(model.words(InboxStrings.loading), at: area.origin, style: Style(.muted))
            return
        }
        TextViewport(lines: lines).render(into: &buffer, in: area, state: model.routing.viewport)
        buffer.placeCursor(area.origin)
    }

    /// Nil until the core has answered.
    static func lines(_ model: WorkstationModel) -> [TextLine]? {
        switch model.layer {
        case .teams:
            return model.routing.groups.map { _ in
                TeamText(model: model, width: ScreenLayout(model).body.width - 2).lines
            }
        case .handOver:
            return model.routing.lists.map { HandOverText(lists: $0, model: model).lines }
        default: return model.routing.explained.map { explained($0, model) }
        }
    }

    private static func explained(
        _ reply: ExplainRouting.Reply, _ model: WorkstationModel
    ) -> [TextLine] {
        guard !reply.decisions.isEmpty else {
            let said = ErrorSentences.words(
                code: DeskError.Code.notRouted.rawValue, arguments: [:])
            return [said.problem, said.nextStep].map { [StyledText(model.words($0), .muted)] }
        }
        let names = Dictionary(
            reply.names.map { ($0.person, $0.name) }, uniquingKeysWith: { first, _ in first })
        let decisions = DecisionWords(model.words, names: names)
        var lines: [TextLine] = []
        for view in reply.decisions {
            if !lines.isEmpty { lines.append([]) }
            let said = decisions.lines(view.decision, group: view.groupName)
            lines.append([
                StyledText(model.localTime.moment(view.at, now: model.now), .title, .bold)
            ])
            for (index, line) in said.enumerated() {
                let isUrgent = index == 1 && view.decision.isUrgent
                let width = ScreenLayout(model).body.width - 4
                lines += SafeText.line(line).wrapped(width: width, rules: model.rules).map {
                    [StyledText("  " + $0, isUrgent ? .warning : .text)]
                }
            }
        }
        return lines
    }
}
