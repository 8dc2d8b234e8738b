import TerminalCore

/// Columns for people: padded by cells, so that Chinese lines up too. Lines below a row belong to it.
struct TextTable {
    private struct Row {
        var cells: [String]
        var notes: [String]
    }

    private let header: [String]
    private var rows: [Row] = []

    init(_ header: [String]) {
        self.header = header
    }

    mutating func add(_ cells: [String], notes: [String] = []) {
        rows.append(
            Row(cells: cells.map { SafeText.line($0) }, notes: notes.map { SafeText.line($0) }))
    }

    /// All lines; the heading alone says nothing, so an empty table has none.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let widths = header.indices.map { column in
            ([header] + rows.map(\.cells)).map { cells in
                column < cells.count ? cells[column].displayWidth() : 0
            }.max() ?? 0
        }
        return [line(header, widths)]
            + rows.flatMap { row in [line(row.cells, widths)] + row.notes.map { "    " + $0 } }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { cell, width in cell.padded(to: width) }
        var text = padded.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text
    }
}
