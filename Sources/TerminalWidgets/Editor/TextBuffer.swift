import TerminalCore

/// Text with a caret; moves and deletes whole grapheme clusters.
///
/// Offsets count UTF-8 bytes. The caret is always between two clusters.
package struct TextBuffer: Hashable, Sendable {
    package private(set) var text: String
    package private(set) var caret: Int

    /// Takes text that is clean already (`SafeText.input`); the caret stands at its end.
    init(clean text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        caret = text.utf8.count
    }

    var length: Int { text.utf8.count }

    mutating func moveCaret(to offset: Int) {
        caret = boundary(atOrBefore: offset)
    }

    /// Replaces a range, moved out to whole clusters, and puts the caret behind the new text.
    /// Returns the range that was replaced.
    @discardableResult
    mutating func replace(_ range: Range<Int>, with replacement: String) -> Range<Int> {
        let start = boundary(atOrBefore: range.lowerBound)
        let end = boundary(atOrAfter: range.upperBound)
        let replaced = start..<max(start, end)
        text.replaceSubrange(
            index(replaced.lowerBound)..<index(replaced.upperBound), with: replacement)
        // A mark at the start of what follows may join the new text to one cluster.
        caret = boundary(atOrAfter: start + replacement.utf8.count)
        return replaced
    }

    func offset(before offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        return distance(text.index(before: index(offset)))
    }

    func offset(after offset: Int) -> Int {
        guard offset < length else { return length }
        return distance(text.index(after: index(offset)))
    }

    /// The start of the word at or before an offset.
    func wordStart(before offset: Int) -> Int {
        var position = index(offset)
        skipBack(&position) { WordClass($0) == .blank }
        guard position > text.startIndex else { return 0 }
        let kind = WordClass(text[text.index(before: position)])
        skipBack(&position) { WordClass($0) == kind }
        return distance(position)
    }

    /// The start of the next word after an offset, or the end of the text.
    func wordStart(after offset: Int) -> Int {
        var position = index(offset)
        guard position < text.endIndex else { return length }
        let kind = WordClass(text[position])
        skipForward(&position) { WordClass($0) == kind }
        skipForward(&position) { WordClass($0) == .blank }
        return distance(position)
    }

    /// Whether a word begins at the caret with what is typed there: a step of its own to undo. In
    /// Chinese and Japanese it is what follows a mark or a blank.
    func beginsWord(_ typed: String) -> Bool {
        guard caret > 0, let first = typed.first, typed.count == 1 else { return false }
        let before = WordClass(text[text.index(before: index(caret))])
        let kind = WordClass(first)
        return (before == .blank || before == .mark) && (kind == .word || kind == .ideograph)
    }

    func boundary(atOrBefore offset: Int) -> Int {
        var offset = min(max(0, offset), length)
        while !isBoundary(offset) { offset -= 1 }
        return offset
    }

    func boundary(atOrAfter offset: Int) -> Int {
        var offset = min(max(0, offset), length)
        while !isBoundary(offset) { offset += 1 }
        return offset
    }

    private func isBoundary(_ offset: Int) -> Bool {
        offset == 0 || offset == length || String.Index(index(offset), within: text) != nil
    }

    private func index(_ offset: Int) -> String.Index {
        text.utf8.index(text.utf8.startIndex, offsetBy: offset)
    }

    private func distance(_ index: String.Index) -> Int {
        text.utf8.distance(from: text.utf8.startIndex, to: index)
    }

    private func skipBack(_ position: inout String.Index, while test: (Character) -> Bool) {
        while position > text.startIndex {
            let previous = text.index(before: position)
            guard test(text[previous]) else { return }
            position = previous
        }
    }

    private func skipForward(_ position: inout String.Index, while test: (Character) -> Bool) {
        while position < text.endIndex, test(text[position]) {
            position = text.index(after: position)
        }
    }
}

/// What a character means for motions by word.
private enum WordClass {
    case blank
    case word
    case ideograph
    case mark

    init(_ character: Character) {
        if character.isWhitespace {
            self = .blank
        } else if character.isLetter || character.isNumber || character == "_" {
            self = character.displayWidth() == 2 ? .ideograph : .word
        } else {
            self = .mark
        }
    }
}
