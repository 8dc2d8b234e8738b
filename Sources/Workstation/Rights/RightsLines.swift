import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The text of the pane of rights.
struct RightsLines {
    let model: WorkstationModel
    let width: Int

    var all: [TextLine] {
        switch model.rights.part {
        case .requests: list(model.rights.requests, RightsStrings.noRequests, requests)
        case .people: model.rights.access.map(people) ?? loading
        case .roles: list(model.rights.roles, RightsStrings.nothing, roles)
        case .history: list(model.rights.history, RightsStrings.nothing, history)
        }
    }

    /// The line on which a request begins.
    func place(ofRequest index: Int) -> Int {
        (model.rights.requests ?? []).prefix(index).enumerated()
            .reduce(0) { $0 + request($1.element, isSelected: false).count }
    }

    private var loading: [TextLine] { [[StyledText(model.words(InboxStrings.loading), .muted)]] }

    private func list<Item>(
        _ items: [Item]?, _ none: Phrase, _ lines: ([Item]) -> [TextLine]
    ) -> [TextLine] {
        guard let items else { return loading }
        return items.isEmpty ? [[StyledText(model.words(none), .muted)]] : lines(items)
    }

    private func requests(_ views: [GuardedView]) -> [TextLine] {
        views.enumerated().flatMap { index, view in
            request(view, isSelected: index == model.rights.selection)
        }
    }

    private func request(_ view: GuardedView, isSelected: Bool) -> [TextLine] {
        let request = view.item.request
        let names = [view.requesterName, view.settledByName].compactMap { $0 }
        let isOpen = view.state == .open
        let time =
            isOpen
            ? model.words(RightsStrings.until(clock(request.expiresAt))) : clock(request.at)
        let head: TextLine = [
            StyledText(isSelected ? "> " : "  ", .title),
            StyledText("\(request.id.rawValue)  ", .muted),
            StyledText(model.words(view.state), isOpen ? .warning : .muted, isOpen ? .bold : []),
            StyledText("  " + model.words(RightsStrings.kind(request.act.kind)), .text),
            StyledText("  " + SafeText.line(subject(request.act)), .text, .bold),
            StyledText("  " + SafeText.line(names.joined(separator: " → ")), .text),
            StyledText("  " + time, .muted),
        ]
        return [head] + (isSelected ? wording(request.act) : []) + changes(view.changes)
            + note(request.reason) + note(view.item.settlement?.reason)
    }

    private func subject(_ act: GuardedAct) -> String {
        switch act {
        case .void(let ticket, _, _): model.number(ticket)
        case .person(let person): person.unixUser
        case .role(let version): model.words(StateWords.role(version.role))
        case .permit(_, _, let subject, _): String(subject.prefix { $0 != "," })
        }
    }

    /// What is permitted, word for word, under the one that the keys are about.
    private func wording(_ act: GuardedAct) -> [TextLine] {
        guard case .permit(_, _, let subject, _) = act, subject.contains(",") else { return [] }
        return SafeText.line(subject).wrapped(width: max(8, width - 4))
            .map { [StyledText("    " + $0, .text)] }
    }

    private func people(_ list: AccessList) -> [TextLine] {
        let due = list.dueAt
        let isDue = due.map { $0 <= model.now } ?? true
        let review: TextLine = [
            StyledText(
                model.words(due.map { RightsStrings.reviewDue(day($0)) } ?? RightsStrings.noReview),
                isDue ? .warning : .muted)
        ]
        return [review, []] + list.people.flatMap(person)
    }

    private func person(_ line: AccessLine) -> [TextLine] {
        let person = line.person
        var head: TextLine = [
            StyledText(person.unixUser.padded(to: 11) + " ", .text, .bold),
            StyledText(SafeText.line(person.displayName).padded(to: 15) + " ", .text),
            StyledText(model.words(StateWords.role(person.role)).padded(to: 11) + " ", .title),
        ]
        let room = width - 40 - Self.signInWidth
        let scope = SafeText.line(person.scope.words)
        let fits = scope.displayWidth(model.rules) <= room
        head.append(StyledText((fits ? scope : "").padded(to: max(0, room)) + " ", .text))
        head.append(
            StyledText(
                line.lastSignIn.map(clock) ?? model.words(RightsStrings.never), .muted))
        var lines = [head]
        if !fits {
            lines += scope.wrapped(width: max(8, width - 4)).map { [StyledText("    " + $0)] }
        }
        if line.isConfigured {
            lines.append([StyledText("    " + model.words(RightsStrings.everything), .muted)])
        }
        guard line.places.count > 1 else { return lines }
        let places = SafeText.line(line.places.joined(separator: ", "))
        return lines + [
            [StyledText("    ! " + model.words(RightsStrings.twoPlaces(places)), .warning)]
        ]
    }

    private static let signInWidth = 16

    private func roles(_ roles: [RoleView]) -> [TextLine] {
        roles.flatMap { role -> [TextLine] in
            let version =
                role.version == 0
                ? model.words(RightsStrings.builtIn)
                : model.words(RightsStrings.version(role.version))
            let head: TextLine = [
                StyledText(model.words(StateWords.role(role.role)), .title, .bold),
                StyledText("  " + version, .muted),
            ]
            let rights = role.rights.joined(separator: " ").wrapped(width: max(8, width - 4))
            return [head] + rights.map { [StyledText("    " + $0, .text)] }
                + changes(
                    role.removed.map { PersonChange("right", from: $0, to: "") }
                        + role.added.map { PersonChange("right", from: "", to: $0) })
                + note(role.reason) + [[]]
        }
    }

    private func history(_ entries: [RightsEntry]) -> [TextLine] {
        entries.flatMap { entry -> [TextLine] in
            let head: TextLine = [
                StyledText(clock(entry.at) + "  ", .muted),
                StyledText(SafeText.line(entry.actor) + "  ", .text),
                StyledText(model.words(RightsStrings.event(entry.kind)) + "  ", .title),
                StyledText(SafeText.line(entry.subject), .text, .bold),
                StyledText(entry.second.map { "  (\(SafeText.line($0)))" } ?? "", .text),
            ]
            return [head] + changes(entry.changes) + note(entry.reason)
        }
    }

    /// What came and what went, told apart by sign as well as by colour.
    private func changes(_ changes: [PersonChange]) -> [TextLine] {
        changes.flatMap { change -> [TextLine] in
            let field = SafeText.line(change.field)
            var lines: [TextLine] = []
            if !change.from.isEmpty {
                lines.append(
                    [StyledText("    - \(field): \(SafeText.line(change.from))", .error)])
            }
            if !change.to.isEmpty {
                lines.append([StyledText("    + \(field): \(SafeText.line(change.to))", .ok)])
            }
            return lines
        }
    }

    private func note(_ text: String?) -> [TextLine] {
        guard let text, !text.isEmpty else { return [] }
        return SafeText.line(text).wrapped(width: max(8, width - 4))
            .map { [StyledText("    " + $0, .muted)] }
    }

    private func clock(_ time: Timestamp) -> String {
        model.localTime.moment(time, now: model.now)
    }

    private func day(_ time: Timestamp) -> String { model.localTime.date(time, now: model.now) }
}
