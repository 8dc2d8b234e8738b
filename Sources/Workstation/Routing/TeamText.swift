import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Groups, people and rules; below them their history with what changed, once it is asked for.
struct TeamText {
    let model: WorkstationModel
    let width: Int

    private var words: Words { model.words }
    private var fields: FieldWords { FieldWords(words: words) }
    private var state: RoutingPane.State { model.routing }

    private var names: RoutingDiff.Names {
        RoutingDiff.Names(
            people: Dictionary(
                state.agents.map { ($0.person, $0.name) },
                uniquingKeysWith: { first, _ in first }),
            groups: Dictionary(
                (state.groups ?? []).map { ($0.group.value.id, $0.group.value.name) },
                uniquingKeysWith: { first, _ in first }))
    }

    var lines: [TextLine] {
        var lines = section(RoutingStrings.groups, groups, RoutingStrings.noGroups)
        lines += [[]] + section(RoutingStrings.people, people, RoutingStrings.nobody)
        lines += [[]] + section(RoutingStrings.rules, rules, RoutingStrings.noRules)
        let history = history
        if !history.isEmpty { lines += [[], title(RoutingStrings.history)] + history }
        return lines
    }

    private func title(_ phrase: Phrase) -> TextLine {
        [StyledText(words(phrase), .title, .bold)]
    }

    private func section(_ name: Phrase, _ lines: [TextLine], _ none: Phrase) -> [TextLine] {
        [title(name)] + (lines.isEmpty ? [[StyledText("  " + words(none), .muted)]] : lines)
    }

    private var groups: [TextLine] {
        (state.groups ?? []).flatMap { view -> [TextLine] in
            let group = view.group.value
            let isWaiting = view.waiting > 0
            let strategy = words(
                group.isActive ? RoutingWords.strategy(group.strategy) : RoutingStrings.closed)
            let head: TextLine = [
                StyledText("  " + SafeText.line(group.name).padded(to: 20) + " ", .text, .bold),
                StyledText(strategy.padded(to: 16)),
                StyledText(
                    words(RoutingStrings.waiting(view.waiting)).padded(to: 14),
                    isWaiting ? .warning : .muted),
                StyledText(
                    words(RoutingStrings.available(view.available, group.members.count)),
                    view.available == 0 && group.isActive ? .warning : .muted),
            ]
            let shown = RoutingDiff.fields(group, names).dropFirst().filter { $0.0 != "strategy" }
            return [head] + fields.lines(Array(shown), indent: 4, width: width)
        }
    }

    private var people: [TextLine] {
        state.agents.map { agent in
            let isHere = agent.presence == .available
            let until = agent.until.map { " " + model.localTime.clock($0) } ?? ""
            let presence = words(RoutingWords.presence(agent.presence)) + until
            let load = "\(Self.rounded(agent.load))/\(Self.rounded(agent.profile.cap))"
            let skills = agent.profile.skills.map { "\($0.name):\($0.level)" }
                .joined(separator: " ")
            return [
                StyledText("  " + SafeText.line(agent.name).padded(to: 20) + " "),
                StyledText((isHere ? "+ " : "- ") + presence.padded(to: 14), isHere ? .ok : .muted),
                StyledText(load.padded(to: 12)), StyledText(SafeText.line(skills), .muted),
            ]
        }
    }

    private static func rounded(_ number: Double) -> String {
        "\((number * 10).rounded() / 10)"
    }

    private var rules: [TextLine] {
        (state.rules?.value.rules ?? []).enumerated().flatMap { index, rule -> [TextLine] in
            let head: TextLine = [StyledText("  \(index + 1) " + SafeText.line(rule.name))]
            return [head]
                + fields.lines(RoutingDiff.fields(rule, names), indent: 4, width: width)
        }
    }

    // MARK: History

    private var history: [TextLine] {
        var lines: [TextLine] = []
        let names = names
        for (index, version) in state.rulesHistory.enumerated() {
            let before = older(state.rulesHistory, index)?.rules ?? []
            lines += entry(
                version, words(RoutingStrings.rules),
                RoutingDiff.lines(from: before, to: version.value.rules, names))
            let preview = version.value.preview
            lines.append([
                StyledText(
                    "      " + words(RoutingStrings.preview(preview.tickets, preview.moved)), .muted
                )
            ])
        }
        for group in state.groupHistory.keys.sorted() {
            let versions = state.groupHistory[group] ?? []
            for (index, version) in versions.enumerated() {
                lines += entry(
                    version, version.value.name,
                    RoutingDiff.lines(from: older(versions, index), to: version.value, names))
            }
        }
        return lines
    }

    private func older<Value>(_ versions: [Versioned<Value>], _ index: Int) -> Value? {
        index + 1 < versions.count ? versions[index + 1].value : nil
    }

    private func entry<Value>(
        _ version: Versioned<Value>, _ name: String, _ changes: [RoutingDiff.Line]
    ) -> [TextLine] {
        let at = model.localTime.moment(version.at, now: model.now)
        let head: TextLine = [
            StyledText("  " + SafeText.line("\(name) v\(version.version)").padded(to: 20), .info),
            StyledText("\(at)  \(SafeText.line(version.author))  ", .muted),
            StyledText(SafeText.line(version.reason)),
        ]
        return [head]
            + changes.map { change in
                let (before, after) = (change.before, change.after)
                let text =
                    "      \(change.subject) \(fields.name(change.field)): "
                    + "\(before.isEmpty ? "-" : before) -> \(after.isEmpty ? "-" : after)"
                return [StyledText(SafeText.line(text))]
            }
    }
}
