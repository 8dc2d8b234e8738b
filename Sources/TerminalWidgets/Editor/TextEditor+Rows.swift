package import TerminalCore

/// One row of an editor on the screen; UTF-8 offsets in its text.
struct EditorRow: Hashable {
    var range: Range<Int>
    /// Whether a line feed or the end of the text follows.
    var endsParagraph: Bool
}

extension TextEditor {
    /// The rows for a field of `width` cells; one cell stays free for the caret behind a full row.
    func rows(width: Int, rules: TextRules) -> [EditorRow] {
        var rows: [EditorRow] = []
        var start = 0
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let wrapped = paragraph.wrappedRows(width: max(1, width - 1), rules: rules)
            for (index, row) in wrapped.enumerated() {
                rows.append(
                    EditorRow(
                        range: start + row.range.lowerBound..<start + row.range.upperBound,
                        endsParagraph: index == wrapped.count - 1))
            }
            start += paragraph.utf8.count + 1
        }
        return rows
    }

    /// The row the caret is in: at a soft break it belongs to the row that follows.
    func caretRow(_ rows: [EditorRow]) -> Int {
        rows.firstIndex { row in
            caret < row.range.upperBound || row.endsParagraph && caret == row.range.upperBound
        } ?? max(0, rows.count - 1)
    }

    func column(of offset: Int, in row: EditorRow, rules: TextRules) -> Int {
        text.slice(row.range.lowerBound..<max(row.range.lowerBound, offset)).displayWidth(rules)
    }

    /// Moves the caret up or down by rows and keeps its column where it can.
    package mutating func moveVertically(by distance: Int, width: Int, rules: TextRules) {
        let rows = rows(width: width, rules: rules)
        let current = caretRow(rows)
        let goal = goalColumn ?? column(of: caret, in: rows[current], rules: rules)
        let target = current + distance
        guard rows.indices.contains(target) else {
            move(to: target < 0 ? 0 : text.utf8.count)
            return
        }
        moveVertically(to: offset(atColumn: goal, in: rows[target], rules: rules))
        goalColumn = goal
    }

    package mutating func moveToRowStart(width: Int, rules: TextRules) {
        let rows = rows(width: width, rules: rules)
        move(to: rows[caretRow(rows)].range.lowerBound)
    }

    package mutating func moveToRowEnd(width: Int, rules: TextRules) {
        let rows = rows(width: width, rules: rules)
        move(to: lastOffset(of: rows[caretRow(rows)]))
    }

    /// Deletes from the caret to the end of its row, or the line feed when it stands there.
    package mutating func deleteToRowEnd(width: Int, rules: TextRules) {
        let rows = rows(width: width, rules: rules)
        let end = rows[caretRow(rows)].range.upperBound
        if end > caret { replace(caret..<end, with: "") } else { deleteForward() }
    }

    /// Deletes from the start of the row to the caret.
    package mutating func deleteToRowStart(width: Int, rules: TextRules) {
        let rows = rows(width: width, rules: rules)
        replace(rows[caretRow(rows)].range.lowerBound..<caret, with: "")
    }

    /// Behind the last character of a row a soft break would show the caret in the next one.
    private func lastOffset(of row: EditorRow) -> Int {
        row.endsParagraph || row.range.isEmpty
            ? row.range.upperBound : buffer.offset(before: row.range.upperBound)
    }

    private func offset(atColumn column: Int, in row: EditorRow, rules: TextRules) -> Int {
        var offset = row.range.lowerBound
        var taken = 0
        for character in text.slice(row.range) {
            let width = character.displayWidth(rules)
            if taken + width > column { break }
            taken += width
            offset += character.utf8.count
        }
        return min(offset, lastOffset(of: row))
    }
}
