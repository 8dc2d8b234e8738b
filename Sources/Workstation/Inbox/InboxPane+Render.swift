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
        TextViewport(lines: lines).render(into: &buffer, in: layout.card)
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
        let columns = InboxColumn.columns(width: ScreenLayout(model).inboxList.width)
        return Table(columns: columns.map { $0.column(model.words) })
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
        let body = newestWords(row, model)
        let subject = TextLine([StyledText(SafeText.line(row.subject), .title)])
        let lines = TextViewport.lines(
            of: String(body.prefix(4000)), width: inner.width, style: Style(.buyer),
            rules: model.rules)
        TextViewport(lines: [subject] + lines).render(into: &buffer, in: inner)
    }

    private static func newestWords(_ row: TicketRow, _ model: WorkstationModel) -> String {
        guard let detail = model.inbox.preview, detail.row.id == row.id else { return row.excerpt }
        return detail.messages.last { $0.message.direction == .inbound }?.body ?? row.excerpt
    }
}
