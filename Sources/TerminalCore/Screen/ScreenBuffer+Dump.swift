extension ScreenBuffer {
    /// The frame as a golden screen: text rows closed by a bar, a row of style letters for each row
    /// that has any, the legend of the letters, and the cursor.
    package var dump: String {
        var letters: [Style: Character] = [:]
        var legend: [String] = []
        var styleRows: [String] = []
        for row in 0..<size.height {
            var line = ""
            for cell in rowCells(row) {
                line.append(letter(for: cell.style, &letters, &legend))
            }
            while line.hasSuffix(".") { line.removeLast() }
            if !line.isEmpty { styleRows.append("\(row): \(line)") }
        }
        var text = textRows.map { $0 + "|\n" }.joined()
        if !styleRows.isEmpty {
            text += "styles\n" + (styleRows + legend).map { $0 + "\n" }.joined()
        }
        let place = cursor.map { "column \($0.x) row \($0.y)" } ?? "hidden"
        return text + "cursor \(place)\n"
    }

    /// The rows as text, each as wide as the grid.
    package var textRows: [String] {
        (0..<size.height).map { row in rowCells(row).map(\.glyph.text).joined() }
    }

    func rowCells(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.width..<(row + 1) * size.width]
    }

    private func letter(
        for style: Style, _ letters: inout [Style: Character], _ legend: inout [String]
    ) -> Character {
        if style == .plain { return "." }
        if let known = letters[style] { return known }
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let letter = letters.count < alphabet.count ? alphabet[letters.count] : "?"
        letters[style] = letter
        legend.append("\(letter) = \(style)")
        return letter
    }
}

extension Style: CustomStringConvertible {
    /// Such as `late bold on selection`.
    package var description: String {
        var words = [foreground.description]
        if attributes.contains(.bold) { words.append("bold") }
        if attributes.contains(.dim) { words.append("dim") }
        if attributes.contains(.reverse) { words.append("reverse") }
        if attributes.contains(.underline) { words.append("underline") }
        if background != .standard { words += ["on", background.description] }
        return words.joined(separator: " ")
    }
}

extension Paint: CustomStringConvertible {
    package var description: String {
        switch self {
        case .standard: "standard"
        case .role(let role): role.rawValue
        case .palette(let index): "color\(index)"
        }
    }
}
