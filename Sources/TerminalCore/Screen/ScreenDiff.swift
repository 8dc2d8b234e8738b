/// Which cells differ between two frames of one size, as runs per row.
package struct ScreenDiff: Hashable, Sendable {
    /// Neighbouring cells of one row that differ.
    package struct Run: Hashable, Sendable {
        package var row: Int
        package var columns: Range<Int>
    }

    package private(set) var runs: [Run] = []

    /// Compares two frames; frames of different sizes differ in every cell of the new one.
    package init(from old: ScreenBuffer?, to new: ScreenBuffer) {
        let width = new.size.width
        for row in 0..<new.size.height {
            guard let old, old.size == new.size else {
                runs.append(Run(row: row, columns: 0..<width))
                continue
            }
            append(row, old.rowCells(row), new.rowCells(row))
        }
    }

    /// The number of cells that differ.
    package var cellCount: Int { runs.reduce(0) { $0 + $1.columns.count } }

    /// A run covers a wide glyph whole: cutting one would tear it.
    private mutating func append(_ row: Int, _ old: ArraySlice<Cell>, _ new: ArraySlice<Cell>) {
        guard old != new else { return }
        let base = new.startIndex
        var start: Int?
        for column in 0..<new.count {
            let isSame = old[base + column] == new[base + column]
            if !isSame, start == nil {
                start = column
                if column > 0, new[base + column].glyph.width == 0 { start = column - 1 }
            } else if isSame, let first = start, new[base + column].glyph.width != 0 {
                runs.append(Run(row: row, columns: first..<column))
                start = nil
            }
        }
        if let start { runs.append(Run(row: row, columns: start..<new.count)) }
    }
}
