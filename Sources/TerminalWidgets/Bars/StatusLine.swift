package import TerminalCore

/// A row of facts: some at its start, some at its end.
package struct StatusLine: Hashable, Sendable {
    package var leading: [TextLine]
    package var trailing: [TextLine]

    package init(leading: [TextLine], trailing: [TextLine] = []) {
        self.leading = leading
        self.trailing = trailing
    }

    /// Draws the row; where it is narrow, segments nearest to its middle are left out, and the very
    /// first one stays.
    package func render(
        into buffer: inout ScreenBuffer, in area: Rect, style: Style = Style(.status)
    ) {
        buffer.fill(area.row(0), style: style)
        let rules = buffer.rules
        var left = leading
        var right = trailing
        while width(left, rules) + width(right, rules) + 2 > area.width {
            if right.count >= left.count, !right.isEmpty {
                right.removeFirst()
            } else if left.count > 1 {
                left.removeLast()
            } else {
                break
            }
        }
        buffer.write(joined(left), at: area.origin, width: area.width)
        let taken = width(right, rules)
        guard taken > 0 else { return }
        buffer.write(
            joined(right), at: Point(x: area.maxX - taken, y: area.y), width: taken)
    }

    private func joined(_ segments: [TextLine]) -> TextLine {
        TextLine(segments.joined(separator: [StyledText("  ")]))
    }

    private func width(_ segments: [TextLine], _ rules: TextRules) -> Int {
        joined(segments).displayWidth(rules)
    }
}
