import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// A reply in the outbox as whoever is to release it reads it: what the linter stops at, and the
/// words with those places marked.
struct HeldReply {
    let view: OutboxView
    let model: WorkstationModel

    /// Rows of the text that stay in sight however much stands against it.
    private static let fewestRows = 3

    func draw(heading: [TextLine], in area: Rect, into buffer: inout ScreenBuffer) {
        var text = TextEditor(view.body)
        text.move(to: view.findings.map(\.start).min() ?? 0)
        text.marks = view.findings.map {
            TextMark(range: $0.start..<max($0.start, $0.end), role: $0.severity.role)
        }
        let rows = text.rowCount(width: area.width, rules: model.rules)
        let room = max(0, area.height - heading.count - min(rows, Self.fewestRows))
        let lines = heading + findings(height: room, width: area.width)
        TextViewport(lines: lines).render(into: &buffer, in: area)
        let height = area.height - lines.count
        guard height > 0 else { return }
        text.scroll(width: area.width, height: height, rules: model.rules)
        text.render(
            into: &buffer,
            in: Rect(x: area.x, y: area.y + lines.count, width: area.width, height: height),
            style: Style(.agent), isFocused: false)
    }

    /// What does not fit is counted.
    private func findings(height: Int, width: Int) -> [TextLine] {
        let groups = RuleGroups.of(view.findings).sorted { $0[0].severity > $1[0].severity }
        let all = groups.map { lines($0, width: width) }
        let whole = all.flatMap { $0 }
        guard whole.count > height else { return whole }
        guard height > 0 else { return [] }
        var shown: [TextLine] = []
        var left = view.findings.count
        for (group, lines) in zip(groups, all) {
            guard shown.count + lines.count < height else { break }
            shown += lines
            left -= group.count
        }
        return shown + [[StyledText("   " + model.words(ComposerStrings.more(left)), .muted)]]
    }

    /// All places of one rule and why it stops there.
    private func lines(_ group: [Finding], width: Int) -> [TextLine] {
        guard let first = group.first else { return [] }
        let role = first.severity.role
        let quotes = group.filter { !$0.text.isEmpty }.map { "“\($0.text.prefix(40))”" }
        let why = model.words(FindingSentences.words(first, model.words).why)
        let head = SafeText.line(
            "\(FindingLines.mark(first.severity)) \(first.rule) " + quotes.joined(separator: " "),
            rules: model.rules)
        let whole: TextLine = [StyledText(head + " ", role), StyledText(why)]
        if whole.displayWidth(model.rules) <= width { return [whole] }
        return head.wrapped(width: width, rules: model.rules).map { [StyledText($0, role)] }
            + SafeText.line(why, rules: model.rules)
            .wrapped(width: max(10, width - 2), rules: model.rules).map {
                [StyledText("  "), StyledText($0)]
            }
    }
}
