extension ScreenBuffer {
    /// The frame as text with escape sequences for colour and attributes (ECMA-48 SGR), one line per
    /// row and blanks at the end of a row left out.
    package func ansiText(theme: Theme, tier: ColorTier) -> String {
        var text = ""
        for row in 0..<size.height {
            var current = ResolvedStyle()
            for cell in trimmed(rowCells(row)) {
                let wanted = theme.resolve(cell.style, in: tier)
                if wanted != current {
                    text += "\u{1B}[\(wanted.sgr(tier))m"
                    current = wanted
                }
                text += cell.glyph.text
            }
            if current != ResolvedStyle() { text += "\u{1B}[0m" }
            text += "\n"
        }
        return text
    }

    private func trimmed(_ row: ArraySlice<Cell>) -> ArraySlice<Cell> {
        var row = row
        while let last = row.last, last == .blank { row.removeLast() }
        return row
    }
}

extension ResolvedStyle {
    fileprivate func sgr(_ tier: ColorTier) -> String {
        var codes = ["0"]
        if attributes.contains(.bold) { codes.append("1") }
        if attributes.contains(.dim) { codes.append("2") }
        if attributes.contains(.underline) { codes.append("4") }
        if attributes.contains(.reverse) { codes.append("7") }
        if let foreground { codes.append(code(foreground, tier, base: 30)) }
        if let background { codes.append(code(background, tier, base: 40)) }
        return codes.filter { !$0.isEmpty }.joined(separator: ";")
    }

    private func code(_ color: TerminalColor, _ tier: ColorTier, base: Int) -> String {
        if tier == .trueColor, let rgb = color.rgb {
            return "\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
        }
        guard let index = color.index(in: tier) else { return "" }
        if index < 8 { return "\(base + index)" }
        if index < 16 { return "\(base + 52 + index)" }
        return "\(base + 8);5;\(index)"
    }
}
