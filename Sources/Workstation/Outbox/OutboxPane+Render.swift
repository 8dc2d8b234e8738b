import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension OutboxPane {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let outbox = model.outbox
        let words = model.words
        guard !outbox.items.isEmpty else {
            let phrase = outbox.isLoaded ? OutboxStrings.empty : InboxStrings.loading
            buffer.write(words(phrase), at: Point(x: 2, y: 2), style: Style(.muted))
            return
        }
        let parts = layout.body.rows([.flexible(weight: 2, minimum: 4), .flexible(weight: 3)])
        let table = Table(columns: [
            TableColumn(words(OutboxStrings.ticket), width: .fixed(8)),
            TableColumn(words(OutboxStrings.state), width: .fixed(22), isTelling: true),
            TableColumn(words(OutboxStrings.since), width: .fixed(6)),
            TableColumn(words(OutboxStrings.who), width: .fixed(12)),
            TableColumn(words(OutboxStrings.text), width: .rest),
        ])
        table.render(into: &buffer, in: parts[0], state: outbox.list, count: outbox.items.count) {
            cells(outbox.items[$0], model)
        }
        guard let selected = outbox.selected else { return }
        buffer.horizontalLine(at: parts[1].origin, width: parts[1].width)
        let inner = parts[1].inset(horizontal: 1, vertical: 1)
        TextViewport(lines: detail(selected, model, inner.width)).render(into: &buffer, in: inner)
    }

    private static func cells(_ view: OutboxView, _ model: WorkstationModel) -> TableRow {
        let item = view.item
        let isBad = [.failed, .bounced, .unknown].contains(item.state)
        return TableRow(cells: [
            [StyledText(model.number(item.ticket))],
            [StyledText(model.words(StateWords.outbox(item.state)), isBad ? .error : .info)],
            [StyledText(TimeLeft.age(since: item.queuedAt, now: model.now), .muted)],
            [StyledText(view.authorName)],
            [StyledText(view.body, .muted)],
        ])
    }

    private static func detail(_ view: OutboxView, _ model: WorkstationModel, _ width: Int)
        -> [TextLine]
    {
        var lines: [TextLine] = []
        if let evidence = view.item.evidence { lines.append([StyledText(evidence, .warning)]) }
        if let override = view.item.override {
            let reason = model.words(OutboxStrings.asked(override.requestReason))
            lines.append([StyledText(reason, .info)])
        }
        for (index, finding) in view.findings.enumerated() {
            lines += FindingLines.lines(finding, number: index + 1, model, isCurrent: false)
        }
        return lines
            + TextViewport.lines(
                of: view.body, width: width, style: Style(.agent), rules: model.rules)
    }
}
