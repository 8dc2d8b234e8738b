package import TerminalCore

extension TextEditor {
    /// Applies a key in a field of this extent; false when the editor has no use for it.
    ///
    /// Beyond the named keys it knows the shell's: ^A ^E row ends, ^B ^F, M-b M-f words, ^W and
    /// M-backspace word back, ^U ^K to the row's ends, ^_ undo, ^Y redo.
    package mutating func handle(
        _ key: Key, width: Int, height: Int, rules: TextRules = .standard
    ) -> Bool {
        let isHandled: Bool
        switch key {
        case .paste(let text):
            insert(text)
            isHandled = true
        case .press(let press):
            isHandled =
                handleTyping(press) || handleMotion(press, width, height, rules)
                || handleControl(press, width, rules)
        default:
            isHandled = false
        }
        if isHandled { scroll(width: width, height: height, rules: rules) }
        return isHandled
    }

    private mutating func handleTyping(_ press: KeyPress) -> Bool {
        if let character = press.typed {
            insert(String(character))
            return true
        }
        switch (press.code, press.modifiers) {
        case (.enter, []): insert("\n")
        case (.backspace, []): deleteBackward()
        case (.delete, []): deleteForward()
        case (.backspace, .alt), (.backspace, .ctrl): deleteWordBackward()
        default: return false
        }
        return true
    }

    private mutating func handleMotion(
        _ press: KeyPress, _ width: Int, _ height: Int, _ rules: TextRules
    ) -> Bool {
        switch (press.code, press.modifiers) {
        case (.left, []): moveLeft()
        case (.right, []): moveRight()
        case (.left, .ctrl), (.left, .alt), (.character("b"), .alt): moveWordLeft()
        case (.right, .ctrl), (.right, .alt), (.character("f"), .alt): moveWordRight()
        case (.up, []): moveVertically(by: -1, width: width, rules: rules)
        case (.down, []): moveVertically(by: 1, width: width, rules: rules)
        case (.pageUp, []): moveVertically(by: -max(1, height - 1), width: width, rules: rules)
        case (.pageDown, []): moveVertically(by: max(1, height - 1), width: width, rules: rules)
        case (.home, []): moveToRowStart(width: width, rules: rules)
        case (.end, []): moveToRowEnd(width: width, rules: rules)
        case (.home, .ctrl): move(to: 0)
        case (.end, .ctrl): move(to: text.utf8.count)
        default: return false
        }
        return true
    }

    private mutating func handleControl(_ press: KeyPress, _ width: Int, _ rules: TextRules) -> Bool
    {
        guard press.modifiers == .ctrl, case .character(let letter) = press.code else {
            return false
        }
        switch letter {
        case "a": moveToRowStart(width: width, rules: rules)
        case "e": moveToRowEnd(width: width, rules: rules)
        case "b": moveLeft()
        case "f": moveRight()
        case "w": deleteWordBackward()
        case "u": deleteToRowStart(width: width, rules: rules)
        case "k": deleteToRowEnd(width: width, rules: rules)
        case "_": undo()
        case "y": redo()
        default: return false
        }
        return true
    }
}
