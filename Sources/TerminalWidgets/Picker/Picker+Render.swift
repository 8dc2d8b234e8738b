package import TerminalCore

extension Picker {
    /// Draws the field, the matches, and at 60 columns or more a preview of the selected one.
    package func render(
        into buffer: inout ScreenBuffer, in area: Rect,
        preview: (PickerItem) -> [TextLine] = { _ in [] }
    ) {
        let lines = area.rows([.fixed(1), .rest])
        let previewLines = area.width >= 60 ? selectedItem.map(preview) ?? [] : []
        let parts = lines[1].columns(
            previewLines.isEmpty ? [.rest] : [.rest, .fixed(1), .rest])
        renderMatches(into: &buffer, in: parts[0])
        if parts.count == 3 {
            buffer.verticalLine(at: parts[1].origin, height: parts[1].height)
            TextViewport(lines: previewLines).render(
                into: &buffer, in: parts[2].inset(horizontal: 1))
        }
        let counts = "\(matches.count)/\(items.count)"
        let top = lines[0].columns([.rest, .fixed(counts.count)], spacing: 1)
        buffer.write(counts, at: top[1].origin, width: top[1].width, style: Style(.muted))
        field.render(into: &buffer, in: top[0])
    }

    private func renderMatches(into buffer: inout ScreenBuffer, in area: Rect) {
        let words = FoldedText.words(of: query)
        let table = Table(
            columns: [TableColumn("", width: .rest, isTelling: true)], showsHeader: false,
            isFocused: false)
        table.render(into: &buffer, in: area, state: list, count: matches.count) { row in
            let item = items[matches[row]]
            let matched = FuzzyMatch(words, in: item.folded)?.positions ?? []
            var line = Self.highlighted(item.title, matched)
            if !item.detail.isEmpty { line.append(StyledText("  " + item.detail, .muted)) }
            return TableRow(cells: [line])
        }
    }

    /// The title with its matched characters in the look of matches.
    private static func highlighted(_ title: String, _ positions: [Int]) -> TextLine {
        let matched = Set(positions)
        var line: TextLine = []
        for (index, character) in title.enumerated() {
            let style = matched.contains(index) ? Style(.accent, .underline) : .plain
            if line.last?.style == style {
                line[line.count - 1].text.append(character)
            } else {
                line.append(StyledText(String(character), style))
            }
        }
        return line
    }
}
