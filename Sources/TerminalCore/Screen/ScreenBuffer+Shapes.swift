extension ScreenBuffer {
    /// Covers a part of the area with blanks in a style.
    package mutating func fill(_ rect: Rect, style: Style = .plain) {
        fill(rect, with: " ", style: style)
    }

    /// Covers a part of the area with one narrow character.
    package mutating func fill(_ rect: Rect, with character: Character, style: Style = .plain) {
        let visible = rect.intersection(bounds)
        guard !visible.isEmpty else { return }
        let glyph = narrow(character)
        for row in visible.y..<visible.maxY {
            for column in visible.x..<visible.maxX {
                put(glyph, x: column, y: row, style: style)
            }
        }
    }

    /// Draws a line of `width` cells to the right.
    package mutating func horizontalLine(
        at point: Point, width: Int, style: Style = Style(.border)
    ) {
        fill(
            Rect(x: point.x, y: point.y, width: width, height: 1), with: borders.horizontal,
            style: style)
    }

    /// Draws a line of `height` cells downwards.
    package mutating func verticalLine(at point: Point, height: Int, style: Style = Style(.border))
    {
        fill(
            Rect(x: point.x, y: point.y, width: 1, height: height), with: borders.vertical,
            style: style)
    }

    /// Draws a frame with an optional title in its upper line and returns the area within.
    @discardableResult
    package mutating func box(
        _ rect: Rect, title: String = "", style: Style = Style(.border),
        titleStyle: Style = Style(.title)
    ) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else {
            return Rect(x: 0, y: 0, width: 0, height: 0)
        }
        let set = borders
        let right = rect.maxX - 1
        let bottom = rect.maxY - 1
        for row in [rect.y, bottom] {
            horizontalLine(at: Point(x: rect.x, y: row), width: rect.width, style: style)
        }
        for column in [rect.x, right] {
            verticalLine(at: Point(x: column, y: rect.y), height: rect.height, style: style)
        }
        put(narrow(set.topLeft), x: rect.x, y: rect.y, style: style)
        put(narrow(set.topRight), x: right, y: rect.y, style: style)
        put(narrow(set.bottomLeft), x: rect.x, y: bottom, style: style)
        put(narrow(set.bottomRight), x: right, y: bottom, style: style)
        if !title.isEmpty, rect.width > 4 {
            let name = title.truncated(to: rect.width - 4, rules: rules)
            write(" \(name) ", at: Point(x: rect.x + 1, y: rect.y), style: titleStyle)
        }
        return rect.inset(horizontal: 1, vertical: 1)
    }

    /// The characters borders are drawn with under the buffer's rules.
    package var borders: BorderSet { rules.drawsAsciiBorders ? .ascii : .light }

    private func narrow(_ character: Character) -> Glyph {
        var found = Glyph.space
        GlyphComposer.forEachGlyph(in: character, rules: rules) { glyph in
            if glyph.width == 1 { found = glyph }
        }
        return found
    }
}

/// The characters of lines and corners.
package struct BorderSet: Hashable, Sendable {
    package let horizontal: Character
    package let vertical: Character
    package let topLeft: Character
    package let topRight: Character
    package let bottomLeft: Character
    package let bottomRight: Character
    package let downTee: Character
    package let upTee: Character

    package static let light = BorderSet(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
        bottomRight: "┘", downTee: "┬", upTee: "┴")
    package static let ascii = BorderSet(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
        bottomRight: "+", downTee: "+", upTee: "+")
}
