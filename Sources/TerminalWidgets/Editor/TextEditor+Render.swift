package import TerminalCore

extension TextEditor {
    /// The number of rows the text takes in a field of this width.
    package func rowCount(width: Int, rules: TextRules = .standard) -> Int {
        rows(width: width, rules: rules).count
    }

    /// Brings the caret's row into sight; `handle` does it by itself.
    package mutating func scroll(width: Int, height: Int, rules: TextRules = .standard) {
        let rows = rows(width: width, rules: rules)
        top = firstRow(caretRow: caretRow(rows), height: height)
    }

    /// Draws the rows in sight with marks underlined, puts the cursor at the caret and returns that
    /// cell in the coordinates of the buffer's current area.
    @discardableResult
    package func render(
        into screen: inout ScreenBuffer, in area: Rect, style: Style = Style(.input),
        isFocused: Bool = true
    ) -> Point {
        let rules = screen.rules
        let rows = rows(width: area.width, rules: rules)
        let current = caretRow(rows)
        let first = firstRow(caretRow: current, height: area.height)
        screen.subarea(area) { screen in
            screen.fill(screen.bounds, style: style)
            for (line, row) in rows.dropFirst(first).prefix(area.height).enumerated() {
                screen.write(pieces(of: row, style), at: Point(x: 0, y: line))
            }
        }
        let column = column(of: caret, in: rows[current], rules: rules)
        let point = Point(
            x: area.x + min(column, max(0, area.width - 1)), y: area.y + current - first)
        if isFocused { screen.placeCursor(point) }
        return point
    }

    private func firstRow(caretRow: Int, height: Int) -> Int {
        let height = max(1, height)
        if caretRow < top { return caretRow }
        return caretRow >= top + height ? caretRow - height + 1 : top
    }

    /// A row cut where marks begin and end; the first mark that covers a place wins.
    private func pieces(of row: EditorRow, _ style: Style) -> TextLine {
        let touching = marks.filter { $0.range.overlaps(row.range) }
        var cuts: Set<Int> = [row.range.lowerBound, row.range.upperBound]
        for mark in touching {
            for end in [mark.range.lowerBound, mark.range.upperBound] {
                let cut = buffer.boundary(atOrBefore: end)
                if row.range.contains(cut) { cuts.insert(cut) }
            }
        }
        let sorted = cuts.sorted()
        return zip(sorted, sorted.dropFirst()).map { start, end in
            let mark = touching.first {
                $0.range.lowerBound <= start && start < $0.range.upperBound
            }
            let look = mark.map { Style($0.role, .underline) } ?? style
            return StyledText(String(text.slice(start..<end)), look)
        }
    }
}
