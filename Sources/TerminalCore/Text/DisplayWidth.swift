extension Character {
    /// The number of cells this cluster takes once it is safe; 0 when nothing of it is shown.
    package func displayWidth(_ rules: TextRules = .standard) -> Int {
        if let ascii = asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
        var width = 0
        GlyphComposer.forEachGlyph(in: self, rules: rules) { width += Int($0.width) }
        return width
    }
}

extension StringProtocol {
    /// The number of cells of the text as one line.
    package func displayWidth(_ rules: TextRules = .standard) -> Int {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth(rules) }
    }

    /// The text cut to at most `width` cells, never within a cluster; a cut text ends with an
    /// ellipsis unless that is switched off.
    package func truncated(
        to width: Int, rules: TextRules = .standard, ellipsis: Bool = true
    ) -> String {
        if width <= 0 { return "" }
        if utf8.count <= width, displayWidth(rules) <= width { return String(self) }
        let room = ellipsis ? width - 1 : width
        var taken = 0
        var endBeforeEllipsis = startIndex
        var position = startIndex
        while position < endIndex {
            let cells = self[position].displayWidth(rules)
            if taken + cells > width {
                let end = ellipsis ? endBeforeEllipsis : position
                return String(self[..<end]) + (ellipsis ? String(rules.ellipsis) : "")
            }
            taken += cells
            position = index(after: position)
            if taken <= room { endBeforeEllipsis = position }
        }
        return String(self)
    }

    /// The text with blanks after it, or before it, up to `width` cells, or cut to it.
    package func padded(
        to width: Int, rules: TextRules = .standard, alignment: Alignment = .leading
    ) -> String {
        let text = truncated(to: width, rules: rules)
        let missing = Swift.max(0, width - text.displayWidth(rules))
        let before =
            switch alignment {
            case .leading: 0
            case .center: missing / 2
            case .trailing: missing
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: missing - before)
    }
}
