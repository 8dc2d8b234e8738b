import TerminalCore

extension TextEditor {
    /// What stands between the last blank before the caret and the caret: a snippet's name.
    package var wordBeforeCaret: String {
        let before = text.slice(0..<caret)
        guard let blank = before.lastIndex(where: \.isWhitespace) else { return String(before) }
        return String(before[before.index(after: blank)...])
    }

    /// The lines around the caret up to the next empty ones, without blanks at either end.
    package var paragraphAtCaret: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var offset = 0
        var current = 0
        for (index, line) in lines.enumerated() {
            if caret >= offset { current = index }
            offset += line.utf8.count + 1
        }
        func isEmpty(_ index: Int) -> Bool { lines[index].allSatisfy(\.isWhitespace) }
        guard lines.indices.contains(current), !isEmpty(current) else { return "" }
        var (first, last) = (current, current)
        while first > 0, !isEmpty(first - 1) { first -= 1 }
        while last + 1 < lines.count, !isEmpty(last + 1) { last += 1 }
        return lines[first...last].joined(separator: "\n")
    }
}
