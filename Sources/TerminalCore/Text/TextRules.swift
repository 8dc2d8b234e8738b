/// How text becomes cells on this terminal.
package struct TextRules: Hashable, Sendable {
    /// East Asian ambiguous characters take two cells (`ambiguous_width = 2`).
    package var isAmbiguousWide: Bool
    /// Private-use characters are shown, because the terminal has a font for them.
    package var allowsPrivateUse: Bool
    /// Nothing but ASCII reaches the terminal; other characters become `?`.
    package var isAsciiOnly: Bool
    /// Borders are `|`, `-` and `+` (`--ascii`); text is left alone.
    package var prefersAsciiBorders: Bool

    package init(
        isAmbiguousWide: Bool = false, allowsPrivateUse: Bool = false, isAsciiOnly: Bool = false,
        prefersAsciiBorders: Bool = false
    ) {
        self.isAmbiguousWide = isAmbiguousWide
        self.allowsPrivateUse = allowsPrivateUse
        self.isAsciiOnly = isAsciiOnly
        self.prefersAsciiBorders = prefersAsciiBorders
    }

    package static let standard = TextRules()

    /// Line drawing characters are ambiguous, so a wide setting takes ASCII too.
    package var drawsAsciiBorders: Bool { prefersAsciiBorders || isAsciiOnly || isAmbiguousWide }

    /// What ends a text that was cut; always one cell.
    package var ellipsis: Character { isAmbiguousWide || isAsciiOnly ? "~" : "…" }

    /// What stands for a character that must not or cannot be shown.
    var replacement: UInt32 { isAmbiguousWide || isAsciiOnly ? 0x3F : 0xFFFD }
}
