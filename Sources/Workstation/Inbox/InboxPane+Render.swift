import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension InboxPane {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        drawList(model, layout, into: &buffer)
        let preview = layout.inboxPreview
        if !preview.isEmpty { drawPreview(model, preview, into: &buffer) }
        guard !layout.card.isEmpty, let row = model.inbox.selectedRow else { return }
        Renderer.divide(layout, before: layout.card, into: &buffer)
        let detail = model.inbox.preview?.row.id == row.id ? model.inbox.preview : nil
        let lines = OrderCard.lines(
            row: row, detail: detail, model: model, width: layout.card.width - 1)
        OrderCard.draw(lines, layout, into: &buffer)
    }

    private static func drawList(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let inbox = model.inbox
        let columns = InboxColumn.columns(width: layout.inboxList.width)
        table(model).render(
            into: &buffer, in: layout.inboxList, state: inbox.list, count: inbox.total
        ) { index in
            guard let row = inbox.row(at: index) else {
                return TableRow(["…"], style: Style(.muted))
            }
            return TableRow(cells: columns.map { $0.cell(row, model) })
        }
        guard inbox.total == 0 else { return }
        let phrase =
            !inbox.isLoaded
            ? InboxStrings.loading
            : inbox.search.isEmpty ? InboxStrings.empty : InboxStrings.noMatches
        buffer.write(
            model.words(phrase), at: Point(x: 2, y: layout.inboxList.y + 2), style: Style(.muted))
    }

    static func table(_ model: WorkstationModel) -> Table {
        let width = ScreenLayout(model).inboxList.width
        let columns = InboxColumn.columns(width: width)
        return Table(columns: columns.map { $0.column(model.words, listWidth: width) })
    }

    /// Who writes, about what, and the newest words, without opening the ticket.
    private static func drawPreview(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        buffer.horizontalLine(at: area.origin, width: area.width)
        guard let row = model.inbox.selectedRow else { return }
        let place = [row.ticket.marketplace?.rawValue, row.ticket.order?.rawValue].compactMap { $0 }
        buffer.write(
            [
                StyledText(" \(row.buyerName) ", .buyer, .bold),
                StyledText(place.joined(separator: " · ") + " ", .muted),
            ], at: Point(x: 2, y: area.y), width: area.width - 4)
        let inner = Rect(
            x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 1)
        let topic = TopicText.topic(of: row.subject, buyer: row.buyerName)
        var lines: [TextLine] = [[StyledText(SafeText.line(topic), .title)]]
        for part in newest(row, model) {
            if let heading = part.heading { lines.append([StyledText(heading, part.role, .bold)]) }
            lines += TextViewport.lines(
                of: String(part.text.prefix(4000)), width: inner.width, style: Style(part.role),
                rules: model.rules)
        }
        TextViewport(lines: lines).render(into: &buffer, in: inner)
    }

    private typealias Part = (heading: String?, text: String, role: ThemeRole)

    /// The message that the clock is about and the last one of the thread; the buyer's before ours.
    private static func newest(_ row: TicketRow, _ model: WorkstationModel) -> [Part] {
        let whole: Part = (nil, row.excerpt, .buyer)
        guard let detail = model.inbox.preview, detail.row.id == row.id,
            let last = detail.messages.last
        else { return [whole] }
        // The clock runs for the oldest message that waits; what came after it stands below.
        let waiting = detail.messages.filter { $0.debt?.isUnsettled ?? false }
        if let first = waiting.first, first.id != last.id, last.message.direction == .inbound {
            let time = model.localTime.moment(first.message.platformTime, now: model.now)
            let newer = model.localTime.moment(last.message.platformTime, now: model.now)
            return [
                ("< \(row.buyerName)  \(time)", first.body, .buyer),
                ("< \(row.buyerName)  \(newer)", last.body, .buyer),
            ]
        }
        guard last.message.direction != .inbound else { return [(nil, last.body, .buyer)] }
        let isNote = last.message.direction == .note
        let author = last.authorName ?? model.words(ThreadStrings.desk)
        let time = model.localTime.moment(last.message.platformTime, now: model.now)
        let mine: Part = (
            "\(isNote ? "#" : ">") \(author)  \(time)", last.body, isNote ? .note : .agent
        )
        let buyers = detail.messages.last { $0.message.direction == .inbound }
        guard let buyers else { return [mine] }
        return [mine, ("< \(row.buyerName)", buyers.body, .buyer)]
    }
}
