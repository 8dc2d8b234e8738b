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
        guard outbox.count > 0 else {
            let phrase = outbox.isLoaded ? OutboxStrings.empty : InboxStrings.loading
            buffer.write(words(phrase), at: Point(x: 2, y: 2), style: Style(.muted))
            return
        }
        let parts = layout.body.rows([.flexible(weight: 2, minimum: 4), .flexible(weight: 3)])
        let table = Table(columns: [
            TableColumn(words(OutboxStrings.ticket), width: .fixed(8)),
            TableColumn(words(OutboxStrings.store), width: .fixed(8)),
            TableColumn(words(OutboxStrings.state), width: .fixed(20), isTelling: true),
            TableColumn(words(OutboxStrings.since), width: .fixed(5)),
            TableColumn(words(OutboxStrings.who), width: .fixed(10)),
            TableColumn(words(OutboxStrings.buyer), width: .fixed(12)),
            TableColumn(words(OutboxStrings.text), width: .rest),
        ])
        table.render(into: &buffer, in: parts[0], state: outbox.list, count: outbox.count) {
            $0 < outbox.items.count
                ? cells(outbox.items[$0], model)
                : cells(outbox.dispatches[$0 - outbox.items.count], model)
        }
        buffer.horizontalLine(at: parts[1].origin, width: parts[1].width)
        let inner = parts[1].inset(horizontal: 1, vertical: 1)
        if let view = outbox.selected {
            HeldReply(view: view, model: model).draw(
                heading: heading(view, model, inner.width), in: inner, into: &buffer)
        } else if let view = outbox.selectedDispatch {
            TextViewport(lines: detail(view, model, inner.width)).render(into: &buffer, in: inner)
        }
    }

    private static func cells(_ view: OutboxView, _ model: WorkstationModel) -> TableRow {
        let item = view.item
        let isBad = [.failed, .bounced, .unknown].contains(item.state)
        return TableRow(cells: [
            [StyledText(model.number(item.ticket))],
            [StyledText(item.store.rawValue, .muted)],
            [StyledText(model.words(StateWords.outbox(item.state)), isBad ? .error : .info)],
            [StyledText(TimeLeft.age(since: item.queuedAt, now: model.now), .muted)],
            [StyledText(view.authorName)],
            [StyledText(row(view.item.ticket, model)?.buyerName ?? "-", .buyer)],
            [StyledText(view.body, .muted)],
        ])
    }

    private static func cells(_ view: DispatchView, _ model: WorkstationModel) -> TableRow {
        let facts = view.dispatch
        let ticket = facts.ticket.flatMap { row($0, model) }
        let about = "\(model.words(DispatchWords.action(facts.action))) · \(facts.order.rawValue)"
        return TableRow(cells: [
            [StyledText(facts.ticket.map { model.number($0) } ?? "-")],
            [StyledText(facts.store.rawValue, .muted)],
            [
                StyledText(
                    model.words(DispatchWords.state(facts.state)), DispatchLines.role(facts.state))
            ],
            [StyledText(TimeLeft.age(since: facts.queuedAt, now: model.now), .muted)],
            [StyledText(view.authorName)],
            [StyledText(ticket?.buyerName ?? "-", .buyer)],
            [StyledText(view.text.map { "\(about) · \($0)" } ?? about, .muted)],
        ])
    }

    /// The ticket's row where the inbox or the open conversation has it.
    private static func row(_ ticket: TicketID, _ model: WorkstationModel) -> TicketRow? {
        if let thread = model.thread, thread.ticket == ticket { return thread.row }
        return model.inbox.rows.first { $0.id == ticket }
    }

    private static func detail(_ view: DispatchView, _ model: WorkstationModel, _ width: Int)
        -> [TextLine]
    {
        let facts = view.dispatch
        let place = [facts.ticket.map { model.number($0) }, facts.store.rawValue]
        var lines: [TextLine] = [
            [
                StyledText(
                    DispatchLines.summary(view, model.words), DispatchLines.role(facts.state)),
                StyledText("  \(facts.order.rawValue)  ", .title),
                StyledText(place.compactMap { $0 }.joined(separator: " · "), .muted),
            ]
        ]
        func add(_ text: String, _ role: ThemeRole) {
            let safe = SafeText.line(text, rules: model.rules)
            lines += safe.wrapped(width: width, rules: model.rules).map { [StyledText($0, role)] }
        }
        for line in DispatchLines.explanation(view, model.words) { add(line, .warning) }
        for part in DispatchLines.parts(view, model.words) { add(part, .info) }
        return lines
            + TextViewport.lines(
                of: view.text ?? "", width: width, style: Style(.agent), rules: model.rules)
    }

    /// What is said of a reply above its words.
    private static func heading(_ view: OutboxView, _ model: WorkstationModel, _ width: Int)
        -> [TextLine]
    {
        let row = Self.row(view.item.ticket, model)
        let place = [
            model.number(view.item.ticket), view.item.store.rawValue,
            row?.ticket.marketplace?.rawValue, row?.buyerName,
        ]
        var lines: [TextLine] = [
            [StyledText(place.compactMap { $0 }.joined(separator: " · "), .muted)]
        ]
        func add(_ text: String, _ role: ThemeRole) {
            let safe = SafeText.line(text, rules: model.rules)
            lines += safe.wrapped(width: width, rules: model.rules).map { [StyledText($0, role)] }
        }
        let release = ReleaseWords.line(view.item.override, by: view.releasedBy, in: model.words)
        if let evidence = view.item.evidence, release == nil || evidence != "approved" {
            add(model.words(EvidenceWords.words(evidence)), .warning)
        }
        if let override = view.item.override, !override.requestReason.isEmpty {
            add(model.words(ReleaseWords.asked(override.requestReason)), .info)
        }
        if let release { add(release, .warning) }
        for file in view.files { add(FileWords.short(file, model.words), .info) }
        return lines
    }
}
