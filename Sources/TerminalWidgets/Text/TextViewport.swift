package import TerminalCore

/// The first line in sight of a text.
package struct ViewportState: Hashable, Sendable {
    package private(set) var top: Int

    package init(top: Int = 0) {
        self.top = max(0, top)
    }

    /// Scrolls a text of `lineCount` lines in `height` rows; stops when its last line is in sight.
    package mutating func scroll(by distance: Int, lineCount: Int, height: Int) {
        top = min(max(0, top + distance), max(0, lineCount - max(1, height)))
    }

    /// Scrolls as little as needed to bring a line into sight.
    package mutating func reveal(_ line: Int, lineCount: Int, height: Int) {
        if line < top { scroll(by: line - top, lineCount: lineCount, height: height) }
        if line >= top + height {
            scroll(by: line - height + 1 - top, lineCount: lineCount, height: height)
        }
    }
}

/// Lines of text of which an area shows some.
package struct TextViewport: Hashable, Sendable {
    package var lines: [TextLine]

    package init(lines: [TextLine]) {
        self.lines = lines
    }

    /// Draws the lines in sight.
    package func render(
        into buffer: inout ScreenBuffer, in area: Rect, state: ViewportState = ViewportState()
    ) {
        let first = min(state.top, max(0, lines.count - max(1, area.height)))
        buffer.subarea(area) { buffer in
            for row in 0..<min(area.height, lines.count - first) {
                buffer.write(lines[first + row], at: Point(x: 0, y: row))
            }
        }
    }

    /// A message from outside as safe lines of at most `width` cells. Quoted lines (`>`) take the
    /// look of quotes, and a line a terminal might reorder is announced by `[RTL]`.
    package static func lines(
        of message: String, width: Int, style: Style = .plain, rules: TextRules = .standard
    ) -> [TextLine] {
        SafeText.message(message, rules: rules).flatMap { line -> [TextLine] in
            let look = line.hasPrefix(">") ? Style(.quote) : style
            let mark = SafeText.isRightToLeft(line) ? "[RTL] " : ""
            return (mark + line).wrapped(width: width, rules: rules).map { [StyledText($0, look)] }
        }
    }
}
