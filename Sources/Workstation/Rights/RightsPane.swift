import HelpDesk
import Localization
import TerminalCore
package import TerminalWidgets
package import Wire

/// What waits for a second person, who may do what, and every change of it.
package enum RightsPane {
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case requests, people, roles, history
    }

    package struct State: Equatable, Sendable {
        package internal(set) var part: Part = .requests
        package internal(set) var requests: [GuardedView]?
        package internal(set) var access: AccessList?
        package internal(set) var roles: [RoleView]?
        package internal(set) var history: [RightsEntry]?
        /// The request that keys are about.
        package internal(set) var selection = 0
        package internal(set) var viewport = ViewportState()

        package init() {}
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        buffer.write(strip(model), at: area.origin, width: area.width)
        let body = Rect(
            x: area.x, y: area.y + 2, width: area.width, height: max(0, area.height - 2))
        TextViewport(lines: RightsLines(model: model, width: area.width).all)
            .render(into: &buffer, in: body, state: model.rights.viewport)
        buffer.placeCursor(body.origin)
    }

    private static func strip(_ model: WorkstationModel) -> TextLine {
        var line: TextLine = []
        for part in model.rightsParts {
            let waiting = part == .requests ? model.approvable : 0
            let text =
                model.words(RightsStrings.part(part)) + (waiting > 0 ? " \(waiting)" : "")
            let isHere = part == model.rights.part
            let role: ThemeRole = waiting > 0 ? .warning : isHere ? .title : .muted
            line.append(StyledText(isHere ? "[\(text)]" : " \(text) ", role, isHere ? .bold : []))
        }
        return line
    }
}

extension WorkstationModel {
    /// The parts that the core would show this person.
    var rightsParts: [RightsPane.Part] {
        RightsPane.Part.allCases.filter { part in
            switch part {
            case .requests: true
            case .people: may(.userAdmin) || may(.auditRead)
            case .roles, .history: may(.userAdmin) || may(.roleAdmin) || may(.auditRead)
            }
        }
    }

    /// Requests that this person could approve now.
    var approvable: Int { (rights.requests ?? []).count { $0.mayApprove } }

    var selectedRequest: GuardedView? {
        guard rights.part == .requests, let requests = rights.requests,
            requests.indices.contains(rights.selection)
        else { return nil }
        return requests[rights.selection]
    }

    var rightsFetch: Effect {
        switch rights.part {
        case .requests: .latest("rights", .rights(.requests))
        case .people: .latest("rights", .rights(.access))
        case .roles: .latest("rights", .rights(.roles))
        case .history: .latest("rights", .rights(.history))
        }
    }

    mutating func showRights(_ part: RightsPane.Part) -> [Effect] {
        rights.part = rightsParts.contains(part) ? part : .requests
        rights.viewport = ViewportState()
        return push(.rights) + [rightsFetch]
    }

    mutating func nextRightsPart(_ step: Int) -> [Effect] {
        let parts = rightsParts
        let place = parts.firstIndex(of: rights.part) ?? 0
        return showRights(parts[(place + step + parts.count) % parts.count])
    }

    /// Moves among the requests; the other parts are read, so they scroll.
    mutating func moveRights(by distance: Int) {
        if rights.part == .requests {
            let count = rights.requests?.count ?? 0
            rights.selection = min(max(0, rights.selection + distance), max(0, count - 1))
        }
        let body = ScreenLayout(self).body
        let lines = RightsLines(model: self, width: body.width - 2)
        let all = lines.all
        let height = max(1, body.height - 2)
        if rights.part == .requests {
            let line = lines.place(ofRequest: rights.selection)
            rights.viewport.reveal(
                min(line + 2, all.count - 1), lineCount: all.count, height: height)
            rights.viewport.reveal(line, lineCount: all.count, height: height)
        } else {
            rights.viewport.scroll(by: distance, lineCount: all.count, height: height)
        }
    }

    mutating func rightsAnswered(_ call: RightsCall, _ answer: RightsAnswer) -> [Effect] {
        switch answer {
        case .requests(let requests):
            let before = approvable
            rights.requests = requests
            if approvable > before, layer != .rights { say(RightsStrings.waits, .warning) }
            rights.selection = min(rights.selection, max(0, requests.count - 1))
        case .access(let list): rights.access = list
        case .roles(let roles): rights.roles = roles
        case .history(let entries): rights.history = entries
        case .settled(let view):
            say(RightsStrings.settled(view.item.request.id.rawValue, words(view.state)), .ok)
            return [.latest("rights", .rights(.requests))]
        case .unmasked(let value):
            guard case .unmask(_, let field, _) = call else { return [] }
            say(
                RightsStrings.unmasked(
                    words(RightsStrings.field(field)), SafeText.line(value ?? "-")), .ok)
        }
        return []
    }

    /// Somebody asked or settled: who has a list of it, or could approve, asks for it anew.
    mutating func requestsChanged() -> [Effect] {
        let mayApprove = GuardedKind.allCases.contains { kind in
            me.map { kind.approval.isMet(by: $0.rights) } ?? false
        }
        guard mayApprove || rights.requests != nil else { return [] }
        return [.latest("rights", .rights(.requests))]
    }

    func words(_ state: GuardedCase.State) -> String { words(RightsStrings.state(state)) }
}
