package import TerminalCore

/// A box above the panes.
package struct Popup: Hashable, Sendable {
    package var title: String
    /// The extent with its border; less where the screen has less.
    package var size: Size

    package init(title: String = "", size: Size) {
        self.title = title
        self.size = size
    }

    /// Clears the middle of an area, draws the border and returns the area within it.
    @discardableResult
    package func render(into buffer: inout ScreenBuffer, in area: Rect) -> Rect {
        let frame = area.centered(size)
        buffer.fill(frame, style: Style(.popup))
        buffer.hideCursor()
        return buffer.box(frame, title: title, style: Style(.focus))
    }
}
