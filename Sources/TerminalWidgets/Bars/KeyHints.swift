package import TerminalCore

/// A key and what it does here.
package struct KeyHint: Hashable, Sendable {
    package var key: String
    package var label: String
    /// A hint whose key does nothing just now stays in its place, dimmed.
    package var isEnabled: Bool

    package init(key: String, label: String, isEnabled: Bool = true) {
        self.key = key
        self.label = label
        self.isEnabled = isEnabled
    }
}

/// The footer: the likeliest keys of the pane in one row.
package struct KeyHints: Hashable, Sendable {
    package var hints: [KeyHint]

    package init(_ hints: [KeyHint]) {
        self.hints = hints
    }

    /// Draws as many hints as fit whole, in order.
    package func render(into buffer: inout ScreenBuffer, in area: Rect) {
        buffer.fill(area.row(0))
        var column = 0
        for hint in hints {
            let line = line(of: hint)
            let width = line.displayWidth(buffer.rules)
            guard column + width <= area.width else { return }
            buffer.write(line, at: Point(x: area.x + column, y: area.y), width: width)
            column += width + 2
        }
    }

    private func line(of hint: KeyHint) -> TextLine {
        let space = hint.label.isEmpty ? "" : " "
        if !hint.isEnabled {
            return [StyledText(hint.key + space + hint.label, Style(.disabled, .dim))]
        }
        return [StyledText(hint.key, .key), StyledText(space + hint.label, .muted)]
    }
}
