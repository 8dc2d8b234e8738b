/// One row of wrapped text: a range of UTF-8 offsets in the text that was wrapped.
package struct WrappedRow: Hashable, Sendable {
    package var range: Range<Int>
    /// Cells the row takes, without blanks at its end.
    package var width: Int
}

extension StringProtocol {
    /// Breaks one paragraph into rows of at most `width` cells; an empty one gives one empty row.
    ///
    /// Lines break after blanks and hyphens, and between characters of scripts written without
    /// blanks, but not before closing and not after opening marks. A word longer than a row is cut
    /// between clusters. Blanks at a break belong to the row before it and may stick out.
    package func wrappedRows(width: Int, rules: TextRules = .standard) -> [WrappedRow] {
        var wrapper = Wrapper(limit: Swift.max(1, width))
        for character in self {
            wrapper.add(
                character, width: character.displayWidth(rules), bytes: character.utf8.count)
        }
        return wrapper.finish()
    }

    /// The rows of `wrappedRows` as text, without blanks at their ends.
    package func wrapped(width: Int, rules: TextRules = .standard) -> [String] {
        let text = String(self)
        return wrappedRows(width: width, rules: rules).map { row in
            var line = String(text.slice(row.range))
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

extension String {
    /// The text between two UTF-8 offsets; the caller got them from this text.
    package func slice(_ range: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(start, offsetBy: range.count)
        return self[start..<end]
    }
}

private struct Wrapper {
    let limit: Int
    private var rows: [WrappedRow] = []
    private var rowStart = 0
    private var rowWidth = 0
    /// Cells of the row up to its last character that is not a blank.
    private var inkWidth = 0
    private var position = 0
    /// Where the row may end, and its widths there.
    private var breakPoint: (position: Int, width: Int, ink: Int)?
    private var previous: BreakClass?

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ character: Character, width: Int, bytes: Int) {
        let kind = BreakClass(character)
        if let previous, position > rowStart, previous.allowsBreak(before: kind) {
            breakPoint = (position, rowWidth, inkWidth)
        }
        if kind != .blank, rowWidth + width > limit, position > rowStart { breakRow() }
        if kind != .blank, rowWidth + width > limit, position > rowStart { breakRow() }
        position += bytes
        rowWidth += width
        if kind != .blank { inkWidth = rowWidth }
        previous = kind
    }

    private mutating func breakRow() {
        let point = breakPoint ?? (position, rowWidth, inkWidth)
        rows.append(WrappedRow(range: rowStart..<point.position, width: point.ink))
        rowStart = point.position
        inkWidth = max(0, inkWidth - point.width)
        rowWidth -= point.width
        breakPoint = nil
    }

    mutating func finish() -> [WrappedRow] {
        rows.append(WrappedRow(range: rowStart..<position, width: inkWidth))
        return rows
    }
}

/// What a character means for line breaking: a small part of Unicode standard annex 14.
private enum BreakClass {
    case blank
    case hyphen
    /// Scripts without blanks between words.
    case ideograph
    case opening
    case closing
    case letter
    case other

    init(_ character: Character) {
        guard let scalar = character.unicodeScalars.first else {
            self = .other
            return
        }
        switch scalar.value {
        case 0x20, 0x09: self = .blank
        case 0x2D, 0x2010: self = .hyphen
        default: self = Self.wide(scalar)
        }
    }

    /// Opening and closing marks and small kana that Japanese rules keep off a row's end or start
    /// (JIS X 4051, without its optional sets).
    private static let openingMarks = Set("（［｛〔〈《「『【｟“‘([{".unicodeScalars)
    private static let closingMarks = Set(
        "）］｝〕〉》」』】｠”’、。，．・：；！？ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥)]},.:;!?%"
            .unicodeScalars)

    private static func wide(_ scalar: Unicode.Scalar) -> BreakClass {
        if openingMarks.contains(scalar) { return .opening }
        if closingMarks.contains(scalar) { return .closing }
        return switch scalar.value {
        case 0x2E80...0x312F, 0x3190...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x1F000...0x1FAFF, 0x20000...0x3FFFD, 0x0E00...0x0EFF:
            .ideograph
        // Digits stay with their hyphens: order numbers are copied whole.
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: .letter
        default: .other
        }
    }

    func allowsBreak(before next: BreakClass) -> Bool {
        switch (self, next) {
        case (_, .blank), (_, .closing), (.opening, _): false
        case (.blank, _): true
        case (.hyphen, .letter): true
        case (.ideograph, _), (_, .ideograph): true
        case (.closing, .opening): true
        default: false
        }
    }
}
