package import TerminalCore

/// One answer to a dialog and the key that gives it.
package struct DialogChoice: Hashable, Sendable {
    package var key: Character
    package var label: String
    /// Whether enter and escape give this answer; of several, the first counts.
    package var isSafe: Bool

    package init(key: Character, label: String, isSafe: Bool = false) {
        self.key = key
        self.label = label
        self.isSafe = isSafe
    }
}

/// A question above the panes that shows the keys it takes.
package struct Dialog: Hashable, Sendable {
    package var title: String
    package var lines: [TextLine]
    package var choices: [DialogChoice]

    package init(title: String, lines: [TextLine], choices: [DialogChoice]) {
        self.title = title
        self.lines = lines
        self.choices = choices
    }

    /// The answer a key gives: its letter in either case, or the safe one by enter and escape.
    package func choice(for key: Key) -> DialogChoice? {
        guard case .press(let press) = key else { return nil }
        if press.code == .enter || press.code == .escape || press == KeyPress("ctrl-c") {
            return choices.first(where: \.isSafe)
        }
        guard let typed = press.typed else { return nil }
        return choices.first { $0.key == typed }
            ?? choices.first { $0.key.lowercased() == typed.lowercased() }
    }

    /// Draws the question in the middle of an area.
    package func render(into buffer: inout ScreenBuffer, in area: Rect) {
        let rules = buffer.rules
        let answers = answerLine
        let widest = (lines + [answers]).map { $0.displayWidth(rules) }.max() ?? 0
        let width = max(widest, title.displayWidth(rules) + 2) + 4
        let popup = Popup(title: title, size: Size(width: width, height: lines.count + 4))
        let inner = popup.render(into: &buffer, in: area).inset(horizontal: 1)
        let text = Rect(x: inner.x, y: inner.y, width: inner.width, height: inner.height - 2)
        TextViewport(lines: lines).render(into: &buffer, in: text)
        let answerRow = Point(x: inner.x, y: inner.maxY - 1)
        buffer.write(answers, at: answerRow, width: inner.width)
        buffer.placeCursor(answerRow)
    }

    private var answerLine: TextLine {
        choices.enumerated().flatMap { index, choice -> TextLine in
            let gap: TextLine = index == 0 ? [] : [StyledText("   ")]
            return gap + [
                StyledText(String(choice.key), .key),
                StyledText(" " + choice.label, Style(.text, choice.isSafe ? .underline : [])),
            ]
        }
    }
}
