import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension ThreadPane {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        guard let thread = model.thread else { return }
        drawHeading(thread, model, layout.thread, into: &buffer)
        drawText(thread, model, layout, into: &buffer)
        guard !layout.card.isEmpty else { return }
        Renderer.divide(layout, before: layout.card, into: &buffer)
        let lines = OrderCard.lines(
            row: thread.row, detail: thread.detail, model: model, width: layout.card.width - 1)
        OrderCard.draw(lines, layout, into: &buffer)
    }

    private static func drawHeading(
        _ thread: State, _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        let row = thread.row
        let place = [
            row.ticket.marketplace?.rawValue, row.ticket.store.rawValue,
            row.ticket.order?.rawValue,
        ]
        let facts = place.compactMap { $0 }.joined(separator: " · ")
        let deadline = deadline(row, model)
        let room = area.width - deadline.displayWidth(model.rules) - 2
        buffer.write(
            [
                StyledText(" \(name(row, model))  ", .buyer, .bold),
                StyledText(facts, .text),
            ], at: area.origin, width: room)
        buffer.write(deadline, at: Point(x: area.x + room + 1, y: area.y))
        let owner = row.ownerName ?? model.words(ThreadStrings.unowned)
        let state = "\(state(row.ticket, model)) · \(owner)"
        let second = Point(x: area.x, y: area.y + 1)
        buffer.horizontalLine(at: second, width: area.width)
        buffer.write(
            [StyledText(" \(state) ", .info), obstacle(thread, model)]
                + PresenceLines.heading(row.id, model) + LifeLines.marks(row, model) + [
                    StyledText(row.subject.isEmpty ? "" : "· \(row.subject) ", .title)
                ],
            at: Point(x: area.x + 1, y: second.y), width: area.width - 3)
    }

    /// In sight wherever the conversation is scrolled to; its sentence stands at the end.
    private static func obstacle(_ thread: State, _ model: WorkstationModel) -> StyledText {
        guard thread.detail?.contactObstacle != nil else { return StyledText("") }
        return StyledText("· ! \(model.words(ThreadStrings.noUnasked)) ", .warning, .bold)
    }

    /// The state in words; a hold says what for and until when.
    private static func state(_ ticket: Ticket, _ model: WorkstationModel) -> String {
        if let snoozed = LifeLines.state(ticket, model) { return snoozed }
        guard ticket.state == .hold, let review = ticket.reviewAt else {
            return model.words(StateWords.ticket(ticket.state))
        }
        let time = model.localTime.moment(review, now: model.now)
        return model.words(ThreadStrings.hold(ticket.holdReason ?? "", time))
    }

    /// A ticket that only Amazon's own notices made has no buyer.
    private static func name(_ row: TicketRow, _ model: WorkstationModel) -> String {
        row.buyerName.isEmpty ? model.words(ThreadStrings.platform) : row.buyerName
    }

    private static func deadline(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        guard let due = row.ticket.clockDue else { return [] }
        let band = Band(row.ticket, now: model.now)
        let clock = TimeLeft.clock(until: due, now: model.now)
        let isLate = due < model.now
        let phrase =
            isLate
            ? ThreadStrings.lateBy(String(clock.drop { $0 == "-" })) : ThreadStrings.left(clock)
        // Newer messages of a blind store may be unseen.
        let blind = model.isBlind(row.ticket.store) ? "~" : ""
        return [StyledText("\(band.mark) \(blind)\(model.words(phrase))", band.style)]
    }

    private static func drawText(
        _ thread: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        guard thread.detail != nil else {
            buffer.write(
                model.words(ThreadStrings.loading), at: layout.threadText.origin,
                style: Style(.muted))
            return
        }
        var viewport = thread.viewport
        let rows = layout.threadRows
        viewport.scroll(by: 0, lineCount: thread.lines.count, height: rows)
        let text = TextViewport(lines: thread.lines)
        text.render(into: &buffer, in: layout.threadText, state: viewport)
        if !thread.find.isEmpty { markHits(thread, viewport, layout, into: &buffer) }
        buffer.placeCursor(layout.threadText.origin)
        drawMore(thread, viewport, layout, into: &buffer)
    }

    /// Rows that hold the searched text are shown in the look of matches.
    private static func markHits(
        _ thread: State, _ viewport: ViewportState, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let needle = thread.find.lowercased()
        for row in 0..<layout.threadRows where viewport.top + row < thread.lines.count {
            let line = thread.lines[viewport.top + row]
            guard line.contains(where: { $0.text.lowercased().contains(needle) }) else { continue }
            let rect = layout.threadText.row(row)
            buffer.restyle(rect) { $0 = Style(.match) }
        }
    }

    /// How much lies below, at the pane's lower edge.
    private static func drawMore(
        _ thread: State, _ viewport: ViewportState, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let below = thread.lines.count - viewport.top - layout.threadRows
        guard below > 0 else { return }
        let text = " +\(below) "
        let area = layout.threadText
        buffer.write(
            text, at: Point(x: area.maxX - text.utf8.count, y: area.maxY - 1), style: Style(.muted))
    }
}
