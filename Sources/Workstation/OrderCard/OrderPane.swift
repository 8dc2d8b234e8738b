import TerminalCore
package import TerminalWidgets
import Wire

/// The card of a ticket and its order over the whole screen: narrow screens have no room for it
/// beside the conversation, and a long card needs scrolling.
package enum OrderPane {
    package struct State: Equatable, Sendable {
        package internal(set) var viewport = ViewportState()
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = area(layout)
        let lines = lines(model, layout)
        var viewport = model.card.viewport
        viewport.scroll(by: 0, lineCount: lines.count, height: area.height)
        TextViewport(lines: lines).render(into: &buffer, in: area, state: viewport)
        OrderCard.drawMore(lines.count - viewport.top - area.height, area, into: &buffer)
        buffer.placeCursor(area.origin)
    }

    static func area(_ layout: ScreenLayout) -> Rect { layout.body.inset(horizontal: 1) }

    static func lines(_ model: WorkstationModel, _ layout: ScreenLayout) -> [TextLine] {
        guard let thread = model.thread else { return [] }
        return OrderCard.lines(
            row: thread.row, detail: thread.detail, model: model, width: area(layout).width)
    }
}

extension OrderCard {
    /// The card beside another pane, with how much of it does not fit.
    static func draw(
        _ lines: [TextLine], _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        TextViewport(lines: lines).render(into: &buffer, in: layout.card)
        drawMore(lines.count - layout.card.height, layout.card, key: "o", into: &buffer)
    }

    static func drawMore(
        _ below: Int, _ area: Rect, key: String = "", into buffer: inout ScreenBuffer
    ) {
        guard below > 0 else { return }
        let text = key.isEmpty ? " +\(below) " : " +\(below) [\(key)] "
        buffer.write(
            text, at: Point(x: area.maxX - text.utf8.count, y: area.maxY - 1), style: Style(.muted))
    }
}
