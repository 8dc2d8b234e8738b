package import TerminalCore

/// A marked range of the text, such as a finding of the linter; UTF-8 offsets.
package struct TextMark: Hashable, Sendable {
    package var range: Range<Int>
    package var role: ThemeRole

    package init(range: Range<Int>, role: ThemeRole) {
        self.range = range
        self.role = role
    }
}

/// Several lines of text being written: caret, undo, marks, soft wrap.
package struct TextEditor: Hashable, Sendable {
    private(set) var buffer: TextBuffer
    /// Ranges drawn underlined; they move with the text until the linter gives new ones.
    package var marks: [TextMark] = []
    /// The first row in sight.
    var top = 0
    /// The column vertical moves try to keep.
    var goalColumn: Int?
    private var history = EditHistory()

    /// Starts with a text, cleaned as a paste is, and the caret at its end.
    package init(_ text: String = "") {
        buffer = TextBuffer(clean: SafeText.input(text))
    }

    package var text: String { buffer.text }
    /// Where the next character goes, in UTF-8 bytes.
    package var caret: Int { buffer.caret }
    package var isEmpty: Bool { buffer.text.isEmpty }

    /// Puts typed or pasted text at the caret, without control and direction characters.
    package mutating func insert(_ text: String) {
        let clean = SafeText.input(text)
        guard !clean.isEmpty else { return }
        if buffer.beginsWord(clean) { history.endRun() }
        edit(caret..<caret, with: clean, kind: clean.count == 1 && clean != "\n" ? .typing : .other)
    }

    /// Replaces a range of UTF-8 offsets, as a fix of a finding does; a range beyond the text or
    /// inside a cluster is moved to the nearest whole one.
    package mutating func replace(_ range: Range<Int>, with text: String) {
        edit(range, with: SafeText.input(text), kind: .other)
    }

    /// Replaces everything; one undo brings the old text back.
    package mutating func replaceAll(with text: String) {
        edit(0..<buffer.length, with: SafeText.input(text), kind: .other)
    }

    package mutating func deleteBackward() {
        guard caret > 0 else { return }
        edit(buffer.offset(before: caret)..<caret, with: "", kind: .deleting)
    }

    package mutating func deleteForward() {
        guard caret < buffer.length else { return }
        edit(caret..<buffer.offset(after: caret), with: "", kind: .deleting)
    }

    package mutating func deleteWordBackward() {
        edit(buffer.wordStart(before: caret)..<caret, with: "", kind: .other)
    }

    package mutating func moveLeft() { move(to: buffer.offset(before: caret)) }
    package mutating func moveRight() { move(to: buffer.offset(after: caret)) }
    package mutating func moveWordLeft() { move(to: buffer.wordStart(before: caret)) }
    package mutating func moveWordRight() { move(to: buffer.wordStart(after: caret)) }

    /// Puts the caret at a UTF-8 offset or the cluster boundary before it.
    package mutating func move(to offset: Int) {
        goalColumn = nil
        moveVertically(to: offset)
    }

    mutating func moveVertically(to offset: Int) {
        buffer.moveCaret(to: offset)
        history.endRun()
    }

    /// Takes the last change back; false when there is none.
    @discardableResult
    package mutating func undo() -> Bool {
        restore(history.undo(current: snapshot))
    }

    /// Brings the change back that undo took; false when there is none.
    @discardableResult
    package mutating func redo() -> Bool {
        restore(history.redo(current: snapshot))
    }

    private var snapshot: EditHistory.Snapshot { .init(buffer: buffer, marks: marks) }

    private mutating func restore(_ snapshot: EditHistory.Snapshot?) -> Bool {
        guard let snapshot else { return false }
        buffer = snapshot.buffer
        marks = snapshot.marks
        goalColumn = nil
        return true
    }

    private mutating func edit(_ range: Range<Int>, with text: String, kind: EditHistory.Kind) {
        guard !range.isEmpty || !text.isEmpty else { return }
        history.record(snapshot, kind: kind)
        let oldLength = buffer.length
        let replaced = buffer.replace(range, with: text)
        shiftMarks(replaced, by: buffer.length - oldLength)
        goalColumn = nil
    }

    /// A mark that an edit touches goes; the linter speaks again once the writer pauses.
    private mutating func shiftMarks(_ replaced: Range<Int>, by change: Int) {
        marks = marks.compactMap { mark in
            if mark.range.upperBound <= replaced.lowerBound { return mark }
            guard mark.range.lowerBound >= replaced.upperBound else { return nil }
            let range = mark.range.lowerBound + change..<mark.range.upperBound + change
            return TextMark(range: range, role: mark.role)
        }
    }
}
