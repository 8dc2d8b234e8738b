/// A grid of cells that a frame is drawn into; every write is clipped to the current area.
///
/// Coordinates of all drawing calls are relative to the current area (`bounds`), which is the whole
/// grid unless a `subarea` is being drawn.
package struct ScreenBuffer: Sendable {
    package let size: Size
    package private(set) var cells: [Cell]
    /// Where the hardware cursor sits, in cells of the whole grid; hidden when nil.
    package private(set) var cursor: Point?
    /// How text becomes cells.
    package let rules: TextRules
    /// The current area in cells of the whole grid; its origin may lie outside of it.
    private var area: Rect
    private var clip: Rect

    package init(size: Size, rules: TextRules = .standard) {
        self.size = size
        self.rules = rules
        self.cells = Array(repeating: .blank, count: size.width * size.height)
        self.area = Rect(size: size)
        self.clip = self.area
    }

    /// The current area with its origin at zero.
    package var bounds: Rect { Rect(size: area.size) }

    /// The cell at a position of the current area; nil outside of it.
    package subscript(point: Point) -> Cell? {
        let place = Point(x: point.x + area.x, y: point.y + area.y)
        return clip.contains(place) ? cells[place.y * size.width + place.x] : nil
    }

    /// Puts the cursor at a position of the current area, or hides it when that is out of sight.
    package mutating func placeCursor(_ point: Point) {
        let place = Point(x: point.x + area.x, y: point.y + area.y)
        cursor = clip.contains(place) ? place : nil
    }

    package mutating func hideCursor() {
        cursor = nil
    }

    /// Draws inside a part of the current area, with coordinates from its corner.
    package mutating func subarea<Result>(
        _ rect: Rect, _ draw: (inout ScreenBuffer) throws -> Result
    ) rethrows -> Result {
        let outer = (area, clip)
        area = Rect(
            x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height)
        clip = clip.intersection(area)
        defer { (area, clip) = outer }
        return try draw(&self)
    }

    /// Puts one glyph; the half of a wide glyph that is cut by the area's edge becomes a space, and
    /// so does what remains of a wide glyph that was there before.
    mutating func put(_ glyph: Glyph, x: Int, y: Int, style: Style) {
        let column = area.x + x
        let row = area.y + y
        guard row >= clip.y, row < clip.maxY else { return }
        guard glyph.width == 2 else {
            if column >= clip.x, column < clip.maxX { set(glyph, column, row, style) }
            return
        }
        let isStartVisible = column >= clip.x && column < clip.maxX
        let isEndVisible = column + 1 >= clip.x && column + 1 < clip.maxX
        if isStartVisible, isEndVisible {
            set(.space, column, row, style)
            set(.space, column + 1, row, style)
            let index = row * size.width + column
            cells[index] = Cell(glyph: glyph, style: style)
            cells[index + 1] = Cell(glyph: .continuation, style: style)
        } else if isStartVisible {
            set(.space, column, row, style)
        } else if isEndVisible {
            set(.space, column + 1, row, style)
        }
    }

    private mutating func set(_ glyph: Glyph, _ column: Int, _ row: Int, _ style: Style) {
        let index = row * size.width + column
        switch cells[index].glyph.width {
        case 0 where column > 0: cells[index - 1].glyph = .space
        case 2 where column + 1 < size.width: cells[index + 1].glyph = .space
        default: break
        }
        cells[index] = Cell(glyph: glyph, style: style)
    }

    /// Changes the style of the cells in a part of the current area and leaves their text.
    package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let visible = Rect(
            x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height
        ).intersection(clip)
        for row in visible.y..<max(visible.y, visible.maxY) {
            for column in visible.x..<max(visible.x, visible.maxX) {
                change(&cells[row * size.width + column].style)
            }
        }
    }
}

/// Two buffers are equal when a terminal shows the same for both.
extension ScreenBuffer: Equatable {
    package static func == (left: ScreenBuffer, right: ScreenBuffer) -> Bool {
        left.size == right.size && left.cursor == right.cursor && left.cells == right.cells
    }
}
