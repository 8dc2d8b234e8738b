extension KeyPress {
    /// Reads `j`, `G`, `ctrl-s`, `alt-enter`, `space`, `f5`; nil when it names no key.
    package init?(_ text: some StringProtocol) {
        var modifiers: KeyModifiers = []
        var rest = String(text)
        while rest.count > 1, let dash = rest.dropFirst().firstIndex(of: "-") {
            guard let modifier = Self.modifier(rest[..<dash]) else { break }
            modifiers.insert(modifier)
            rest = String(rest[rest.index(after: dash)...])
        }
        guard let code = KeyCode(rest) else { return nil }
        self.init(code, modifiers)
    }

    private static func modifier(_ name: Substring) -> KeyModifiers? {
        switch name.lowercased() {
        case "ctrl", "c": .ctrl
        case "alt", "m": .alt
        case "shift", "s": .shift
        default: nil
        }
    }
}

extension KeyPress: CustomStringConvertible {
    /// The form `init(_:)` reads.
    package var description: String {
        (modifiers.contains(.ctrl) ? "ctrl-" : "") + (modifiers.contains(.alt) ? "alt-" : "")
            + (modifiers.contains(.shift) ? "shift-" : "") + code.name
    }

    /// The short form for a hint: `^S`, `M-x`, `↵`.
    package var hint: String {
        let shift = modifiers.contains(.shift) ? "S-" : ""
        let alt = modifiers.contains(.alt) ? "M-" : ""
        guard modifiers.contains(.ctrl) else { return alt + shift + code.hint }
        return alt + shift + "^" + code.hint.uppercased()
    }
}

extension KeyCode {
    private static let names: [(name: String, code: KeyCode, hint: String)] = [
        ("up", .up, "up"), ("down", .down, "down"), ("left", .left, "left"),
        ("right", .right, "right"), ("pageup", .pageUp, "pgup"),
        ("pagedown", .pageDown, "pgdn"), ("home", .home, "home"), ("end", .end, "end"),
        ("insert", .insert, "ins"), ("delete", .delete, "del"),
        ("backspace", .backspace, "bksp"), ("enter", .enter, "enter"),
        ("escape", .escape, "esc"), ("tab", .tab, "tab"), ("backtab", .backtab, "S-tab"),
        ("space", .character(" "), "space"),
    ]

    /// Reads a key's name or its one character; nil for anything else.
    package init?(_ text: String) {
        if text.count == 1, let character = text.first {
            self = .character(character)
            return
        }
        let lower = text.lowercased()
        if let known = Self.names.first(where: { $0.name == lower || $0.hint == lower }) {
            self = known.code
            return
        }
        guard lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number)
        else { return nil }
        self = .function(number)
    }

    var name: String { text(\.name) }
    var hint: String { text(\.hint) }

    private func text(_ part: KeyPath<(name: String, code: KeyCode, hint: String), String>)
        -> String
    {
        if let known = Self.names.first(where: { $0.code == self }) { return known[keyPath: part] }
        switch self {
        case .character(let character): return String(character)
        case .function(let number): return "f\(number)"
        default: return ""
        }
    }
}
