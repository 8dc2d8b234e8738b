package import TerminalCore

/// One line of text being typed, with a prompt before it and earlier entries behind the arrows.
package struct InputField: Hashable, Sendable {
    package var prompt: String
    private var buffer: TextBuffer
    private var history: [String] = []
    /// The entry of the history that is shown; nil while the person's own text is.
    private var shownEntry: Int?
    private var ownText = ""

    package init(prompt: String = "", text: String = "") {
        self.prompt = prompt
        buffer = TextBuffer(clean: Self.oneLine(text))
    }

    package var text: String { buffer.text }
    /// Where the next character goes, in UTF-8 bytes.
    package var caret: Int { buffer.caret }

    /// Replaces the text and puts the caret at its end.
    package mutating func set(_ text: String) {
        buffer = TextBuffer(clean: Self.oneLine(text))
        shownEntry = nil
    }

    /// Keeps an entry for the arrows, newest last and each only once; at most 100.
    package mutating func remember(_ entry: String) {
        guard !entry.isEmpty else { return }
        history.removeAll { $0 == entry }
        history.append(entry)
        if history.count > 100 { history.removeFirst() }
        shownEntry = nil
    }

    /// Applies a key; false when the field has no use for it, such as enter and escape.
    package mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .paste(let text):
            insert(text)
            return true
        case .press(let press):
            if let character = press.typed {
                insert(String(character))
                return true
            }
            return handleNamed(press)
        default:
            return false
        }
    }

    private mutating func handleNamed(_ press: KeyPress) -> Bool {
        let caret = buffer.caret
        switch (press.code, press.modifiers) {
        case (.left, []), (.character("b"), .ctrl):
            buffer.moveCaret(to: buffer.offset(before: caret))
        case (.right, []), (.character("f"), .ctrl):
            buffer.moveCaret(to: buffer.offset(after: caret))
        case (.left, .ctrl), (.character("b"), .alt):
            buffer.moveCaret(to: buffer.wordStart(before: caret))
        case (.right, .ctrl), (.character("f"), .alt):
            buffer.moveCaret(to: buffer.wordStart(after: caret))
        case (.home, []), (.character("a"), .ctrl): buffer.moveCaret(to: 0)
        case (.end, []), (.character("e"), .ctrl): buffer.moveCaret(to: buffer.length)
        case (.backspace, []): buffer.replace(buffer.offset(before: caret)..<caret, with: "")
        case (.delete, []):
            buffer.replace(caret..<buffer.offset(after: caret), with: "")
        case (.character("w"), .ctrl), (.backspace, .alt):
            buffer.replace(buffer.wordStart(before: caret)..<caret, with: "")
        case (.character("u"), .ctrl): buffer.replace(0..<caret, with: "")
        case (.character("k"), .ctrl): buffer.replace(caret..<buffer.length, with: "")
        case (.up, []): return recall(by: -1)
        case (.down, []): return recall(by: 1)
        default: return false
        }
        return true
    }

    private mutating func insert(_ text: String) {
        buffer.replace(caret..<caret, with: Self.oneLine(text))
        shownEntry = nil
    }

    private mutating func recall(by step: Int) -> Bool {
        guard !history.isEmpty else { return false }
        if shownEntry == nil { ownText = text }
        let wanted = (shownEntry ?? history.count) + step
        guard wanted >= 0, wanted <= history.count else { return true }
        shownEntry = wanted < history.count ? wanted : nil
        buffer = TextBuffer(clean: wanted < history.count ? history[wanted] : ownText)
        return true
    }

    /// Line feeds in a paste become blanks, so that it never acts as a press of enter.
    private static func oneLine(_ text: String) -> String {
        String(SafeText.input(text).map { $0 == "\n" ? " " : $0 })
    }

    /// Draws the prompt and as much of the text as fits around the caret; places the cursor.
    @discardableResult
    package func render(
        into screen: inout ScreenBuffer, in area: Rect, style: Style = Style(.input),
        isFocused: Bool = true
    ) -> Point {
        let rules = screen.rules
        let promptWidth = min(prompt.displayWidth(rules), area.width)
        let room = max(1, area.width - promptWidth)
        screen.fill(area.row(0), style: style)
        screen.write(prompt, at: area.origin, width: promptWidth, style: Style(.key))
        var shown = text.slice(0..<caret)
        var before = shown.displayWidth(rules)
        while before >= room, let first = shown.first {
            before -= first.displayWidth(rules)
            shown.removeFirst()
        }
        let rest = text[shown.startIndex...]
        screen.write(
            rest, at: Point(x: area.x + promptWidth, y: area.y), width: room, style: style,
            ellipsis: false)
        let point = Point(x: area.x + min(promptWidth + before, max(0, area.width - 1)), y: area.y)
        if isFocused { screen.placeCursor(point) }
        return point
    }
}
