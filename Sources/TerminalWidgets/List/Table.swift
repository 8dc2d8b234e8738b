package import TerminalCore

/// A line of text in pieces of different looks.
package typealias TextLine = [StyledText]

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
    package var title: String
    package var width: Track
    package var alignment: Alignment
    /// Whether the selected row shows this column in bold; name the few that say which row it is.
    package var isTelling: Bool

    package init(
        _ title: String, width: Track, alignment: Alignment = .leading, isTelling: Bool = false
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.isTelling = isTelling
    }
}

/// One row of a table, a line per column.
package struct TableRow: Hashable, Sendable {
    package var cells: [TextLine]
    /// Whether the row is among several an action is meant for.
    package var isMarked: Bool

    package init(cells: [TextLine], isMarked: Bool = false) {
        self.cells = cells
        self.isMarked = isMarked
    }

    /// A row of plain texts.
    package init(_ texts: [String], style: Style = .plain, isMarked: Bool = false) {
        self.init(cells: texts.map { [StyledText($0, style)] }, isMarked: isMarked)
    }
}

/// How a table shows the selected row.
package enum SelectionLook: String, Hashable, Sendable {
    /// A mark in the gutter and bold in the telling columns: few bytes for each move.
    case gutter
    /// The whole row in reverse; two rows are sent for each move.
    case bar

    /// What suits the line when the person has not chosen: the gutter across SSH, the bar at home.
    package static func choose(environment: [String: String]) -> SelectionLook {
        environment["SSH_CONNECTION", default: ""].isEmpty ? .bar : .gutter
    }
}

/// Rows in columns around a selection; it asks only for the rows in sight.
package struct Table: Hashable, Sendable {
    /// Columns before the first one: the selection's mark and the mark for several.
    package static let gutterWidth = 2

    package var columns: [TableColumn]
    package var showsHeader: Bool
    package var look: SelectionLook
    /// Whether the pane has the keyboard; the cursor stands in its selected row.
    package var isFocused: Bool

    package init(
        columns: [TableColumn], showsHeader: Bool = true, look: SelectionLook = .gutter,
        isFocused: Bool = true
    ) {
        self.columns = columns
        self.showsHeader = showsHeader
        self.look = look
        self.isFocused = isFocused
    }

    /// How many rows an area shows, for `ListState.height`.
    package func rowCapacity(in area: Rect) -> Int {
        max(0, area.height - (showsHeader ? 1 : 0))
    }

    /// The row of the list at a point of the area; nil outside of the rows.
    package func row(at point: Point, in area: Rect, state: ListState, count: Int) -> Int? {
        guard area.contains(point) else { return nil }
        let offset = point.y - area.y - (showsHeader ? 1 : 0)
        let window = state.window(count: count, height: rowCapacity(in: area))
        return offset >= 0 && offset < window.count ? window.lowerBound + offset : nil
    }

    /// Draws the rows in sight of a list of `count` rows.
    package func render(
        into buffer: inout ScreenBuffer, in area: Rect, state: ListState, count: Int,
        row: (Int) -> TableRow
    ) {
        let fields = Rect(
            x: Self.gutterWidth, y: 0, width: area.width - Self.gutterWidth, height: 1
        ).columns(columns.map(\.width), spacing: 1)
        buffer.subarea(area) { buffer in
            let first = showsHeader ? 1 : 0
            if showsHeader { drawHeader(into: &buffer, fields) }
            for (line, index) in state.window(count: count, height: rowCapacity(in: area))
                .enumerated()
            {
                let isSelected = index == min(state.selection, count - 1)
                draw(row(index), into: &buffer, at: first + line, fields, isSelected)
            }
        }
    }

    private func drawHeader(into buffer: inout ScreenBuffer, _ fields: [Rect]) {
        for (column, field) in zip(columns, fields) {
            buffer.write(
                column.title, at: field.origin, width: field.width, style: Style(.muted),
                alignment: column.alignment)
        }
    }

    private func draw(
        _ row: TableRow, into buffer: inout ScreenBuffer, at line: Int, _ fields: [Rect],
        _ isSelected: Bool
    ) {
        for (index, field) in fields.enumerated() where index < row.cells.count {
            let column = columns[index]
            let width = row.cells[index].displayWidth(buffer.rules)
            let shift =
                switch column.alignment {
                case .leading: 0
                case .center: max(0, (field.width - width) / 2)
                case .trailing: max(0, field.width - width)
                }
            buffer.write(
                row.cells[index], at: Point(x: field.x + shift, y: line),
                width: field.width - shift)
            if isSelected, column.isTelling {
                buffer.restyle(Rect(x: field.x, y: line, width: field.width, height: 1)) {
                    $0.attributes.insert(.bold)
                }
            }
        }
        if row.isMarked { buffer.write("*", at: Point(x: 1, y: line), style: Style(.marked)) }
        if isSelected { drawSelection(into: &buffer, at: line) }
    }

    private func drawSelection(into buffer: inout ScreenBuffer, at line: Int) {
        buffer.write(">", at: Point(x: 0, y: line), style: Style(.gutter))
        if look == .bar {
            buffer.restyle(Rect(x: 0, y: line, width: buffer.bounds.width, height: 1)) {
                $0.attributes.insert(.reverse)
            }
        }
        if isFocused { buffer.placeCursor(Point(x: 0, y: line)) }
    }
}

extension TextLine {
    /// The number of cells of all pieces together.
    package func displayWidth(_ rules: TextRules = .standard) -> Int {
        reduce(0) { $0 + $1.text.displayWidth(rules) }
    }
}
