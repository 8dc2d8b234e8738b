import CNcurses
import TerminalCore

/// A window of ncurses.
typealias CursesWindow = UnsafeMutablePointer<WINDOW>

/// Turns cells into ncurses's wide cells.
struct CellPainter {
    /// What a style comes to on this terminal.
    private struct Look {
        let attributes: attr_t
        let pair: Int32
    }

    private let theme: Theme
    private let tier: ColorTier
    private let fallback: UInt32
    private var pairs = ColorPairs()
    private var looks: [Style: Look] = [:]
    private var row: [cchar_t] = []

    init(theme: Theme, tier: ColorTier, isAscii: Bool) {
        self.theme = theme
        self.tier = tier
        self.fallback = isAscii ? 0x3F : 0xFFFD
    }

    /// The same painter for another look; pairs are kept, since ncurses keeps them too.
    func with(theme: Theme, tier: ColorTier, isAscii: Bool) -> CellPainter {
        var painter = CellPainter(theme: theme, tier: tier, isAscii: isAscii)
        painter.pairs = pairs
        return painter
    }

    /// Puts neighbouring cells of a row into a window without moving its cursor.
    mutating func paint(
        _ cells: some Sequence<Cell>, into window: CursesWindow?, row line: Int, column: Int
    ) {
        row.removeAll(keepingCapacity: true)
        for cell in cells { append(cell) }
        mvwadd_wchnstr(window, Int32(line), Int32(column), row, Int32(row.count))
    }

    private mutating func append(_ cell: Cell) {
        let glyph = cell.glyph
        guard glyph.width > 0 else { return }
        let look = look(of: cell.style)
        if glyph.isFlag {
            append([glyph.base], look)
            append([glyph.firstMark], look)
        } else if desk_wcwidth(glyph.base) != Int32(glyph.width) {
            // The C library counts other columns than ours; ncurses would lose its place.
            for _ in 0..<glyph.width { append([fallback], look) }
        } else {
            append([glyph.base, glyph.firstMark, glyph.secondMark], look)
        }
    }

    private mutating func append(_ scalars: [UInt32], _ look: Look) {
        var text = scalars.prefix { $0 != 0 }.map { wchar_t(bitPattern: $0) }
        text.append(0)
        var cell = cchar_t()
        var pair = look.pair
        setcchar(&cell, text, look.attributes, Int16(truncatingIfNeeded: min(pair, 255)), &pair)
        row.append(cell)
    }

    private mutating func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        let resolved = theme.resolve(style, in: tier)
        var attributes = resolved.attributes
        let foreground = resolved.foreground?.index(in: tier) ?? -1
        let background = resolved.background?.index(in: tier) ?? -1
        // Eight-colour terminals show the bright ones by bold.
        if foreground >= 8, desk_colors() < 16 { attributes.insert(.bold) }
        let look = Look(
            attributes: desk_attributes(attributes.rawValue),
            pair: tier == .mono
                ? 0 : pairs.pair(foreground: fitted(foreground), background: fitted(background)))
        looks[style] = look
        return look
    }

    private func fitted(_ index: Int) -> Int {
        index >= 8 && desk_colors() < 16 ? index % 8 : index
    }
}
