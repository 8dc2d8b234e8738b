/// Where a text stands in its field.
package enum Alignment: Hashable, Sendable {
    case leading
    case center
    case trailing
}

extension ScreenBuffer {
    /// Writes one line of text; unsafe characters never become cells, whoever wrote them.
    ///
    /// Without a `width` the text ends at the area's edge. With one, the whole field takes the style,
    /// and text that does not fit ends with an ellipsis unless that is switched off.
    /// Returns the number of columns the text itself took.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, at point: Point, width: Int? = nil, style: Style = .plain,
        alignment: Alignment = .leading, ellipsis: Bool = true
    ) -> Int {
        guard let width else {
            return draw(String(text), point, limit: bounds.width - point.x, style)
        }
        guard width > 0 else { return 0 }
        let line = String(text).truncated(to: width, rules: rules, ellipsis: ellipsis)
        let taken = line.displayWidth(rules)
        let shift =
            switch alignment {
            case .leading: 0
            case .center: (width - taken) / 2
            case .trailing: width - taken
            }
        if taken < width {
            fill(Rect(x: point.x, y: point.y, width: width, height: 1), style: style)
        }
        return draw(line, Point(x: point.x + shift, y: point.y), limit: width - shift, style)
    }

    /// Writes pieces of text in their styles one after another within `width` columns; the last
    /// piece that does not fit ends with an ellipsis. Returns the number of columns taken.
    @discardableResult
    package mutating func write(
        _ pieces: [StyledText], at point: Point, width: Int? = nil
    ) -> Int {
        let limit = width ?? bounds.width - point.x
        var taken = 0
        for piece in pieces where taken < limit {
            let rest = limit - taken
            let line = piece.text.truncated(to: rest, rules: rules)
            taken += draw(line, Point(x: point.x + taken, y: point.y), limit: rest, piece.style)
        }
        return taken
    }

    private mutating func draw(_ text: String, _ point: Point, limit: Int, _ style: Style) -> Int {
        var column = 0
        for character in text {
            let width = character.displayWidth(rules)
            guard column + width <= limit else { break }
            GlyphComposer.forEachGlyph(in: character, rules: rules) { glyph in
                put(glyph, x: point.x + column, y: point.y, style: style)
                column += Int(glyph.width)
            }
        }
        return column
    }
}

/// A piece of text in one style.
package struct StyledText: Hashable, Sendable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    package init(_ text: String, _ role: ThemeRole, _ attributes: TextAttributes = []) {
        self.init(text, Style(role, attributes))
    }
}
