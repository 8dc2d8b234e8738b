import CNcurses

/// Colour pairs of ncurses, made when first needed and never changed: changing one would repaint
/// every cell that has it.
struct ColorPairs {
    private struct Colors: Hashable {
        let foreground: Int
        let background: Int
    }

    private var pairs: [Colors: Int32] = [:]

    /// The pair for two palette indices, -1 for the terminal's own colour; 0 where none is left.
    mutating func pair(foreground: Int, background: Int) -> Int32 {
        if foreground == -1, background == -1 { return 0 }
        let colors = Colors(foreground: foreground, background: background)
        if let known = pairs[colors] { return known }
        let number = Int32(pairs.count + 1)
        guard number < desk_color_pairs(),
            init_extended_pair(number, Int32(foreground), Int32(background)) != ERR
        else { return 0 }
        pairs[colors] = number
        return number
    }
}
