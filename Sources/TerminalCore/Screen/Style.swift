/// A colour as a cell names it; the theme and the colour tier decide what the terminal shows.
package enum Paint: Hashable, Sendable {
    /// The terminal's own colour, or what the foreground's role brings with it.
    case standard
    /// What the theme says for a role.
    case role(ThemeRole)
    /// An index into the terminal's 256 colours; quantised in smaller tiers.
    case palette(UInt8)
}

/// Attributes every terminal shows in some way, also without colour.
package struct TextAttributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let bold = TextAttributes(rawValue: 1)
    package static let dim = TextAttributes(rawValue: 2)
    package static let reverse = TextAttributes(rawValue: 4)
    package static let underline = TextAttributes(rawValue: 8)
}

/// How a cell looks: two paints and attributes.
package struct Style: Hashable, Sendable {
    package var foreground: Paint
    package var background: Paint
    package var attributes: TextAttributes

    package init(
        foreground: Paint = .standard, background: Paint = .standard,
        attributes: TextAttributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The look of a role, its background included, with further attributes.
    package init(_ role: ThemeRole, _ attributes: TextAttributes = []) {
        self.init(foreground: .role(role), attributes: attributes)
    }

    /// The terminal's own look.
    package static let plain = Style()

    /// This style with further attributes.
    package func adding(_ attributes: TextAttributes) -> Style {
        var style = self
        style.attributes.formUnion(attributes)
        return style
    }

    /// This style on the background of a role.
    package func on(_ role: ThemeRole) -> Style {
        var style = self
        style.background = .role(role)
        return style
    }
}
