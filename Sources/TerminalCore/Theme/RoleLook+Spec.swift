extension RoleLook {
    /// Reads words such as `#ff5f5f/bright-red on #202020 bold mono-reverse`.
    ///
    /// A colour is the foreground, one after `on` the background; attributes are `bold`, `dim`,
    /// `reverse` and `underline`, with `mono-` before them only where there is no colour; `default`
    /// is the terminal's own colour.
    init(role: String, spec: String) throws(ThemeError) {
        self.init()
        var isBackground = false
        for word in spec.split(separator: " ") {
            if word == "on" {
                isBackground = true
                continue
            }
            if let attribute = Self.attribute(word) {
                attributes.formUnion(attribute)
            } else if word.hasPrefix("mono-"), let attribute = Self.attribute(word.dropFirst(5)) {
                monoAttributes.formUnion(attribute)
            } else if let color = TerminalColor(word) {
                if isBackground { background = color } else { foreground = color }
            } else if word != "default" {
                throw .unknownWord(role: role, word: String(word))
            }
            isBackground = false
        }
    }

    private static func attribute(_ word: Substring) -> TextAttributes? {
        switch word {
        case "bold": .bold
        case "dim": .dim
        case "reverse": .reverse
        case "underline": .underline
        default: nil
        }
    }
}
