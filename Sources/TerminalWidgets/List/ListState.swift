/// Which row of a list is selected and which rows are in sight; knows no rows itself, so its cost
/// does not grow with the list.
package struct ListState: Hashable, Sendable {
    package private(set) var selection: Int
    /// The first row in sight.
    package private(set) var top: Int
    /// Rows in sight; whoever lays out the pane sets it.
    package var height: Int {
        didSet { reveal() }
    }

    package init(selection: Int = 0, top: Int = 0, height: Int = 1) {
        self.selection = max(0, selection)
        self.top = max(0, top)
        self.height = height
    }

    /// Moves the selection by rows and stops at the ends of a list of `count` rows.
    package mutating func move(by distance: Int, count: Int) {
        select(selection + distance, count: count)
    }

    /// Selects a row, or the nearest there is.
    package mutating func select(_ row: Int, count: Int) {
        selection = min(max(0, row), max(0, count - 1))
        top = min(top, max(0, count - 1))
        reveal()
    }

    /// Moves by pages; one row of the old page stays in sight.
    package mutating func page(by pages: Int, count: Int) {
        let step = max(1, height - 1)
        top = min(max(0, top + pages * step), max(0, count - max(1, height)))
        move(by: pages * step, count: count)
    }

    /// Scrolls without the selection leaving sight, as a wheel does.
    package mutating func scroll(by distance: Int, count: Int) {
        top = min(max(0, top + distance), max(0, count - max(1, height)))
        let last = min(count, top + max(1, height)) - 1
        selection = max(0, min(max(selection, top), last))
    }

    /// Keeps the selection within a list that changed its length.
    package mutating func clamp(count: Int) {
        select(selection, count: count)
    }

    /// The rows that `height` rows of screen show of a list of `count`.
    package func window(count: Int, height: Int) -> Range<Int> {
        guard count > 0, height > 0 else { return 0..<0 }
        let chosen = min(selection, count - 1)
        var first = min(top, max(0, count - height))
        if chosen < first { first = chosen }
        if chosen >= first + height { first = chosen - height + 1 }
        return first..<min(count, first + height)
    }

    private mutating func reveal() {
        let height = max(1, height)
        if selection < top { top = selection }
        if selection >= top + height { top = selection - height + 1 }
    }
}
