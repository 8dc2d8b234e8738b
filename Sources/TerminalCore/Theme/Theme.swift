/// How a role looks: colours for the tiers that have them, attributes for all.
package struct RoleLook: Hashable, Sendable {
    package var foreground: TerminalColor?
    package var background: TerminalColor?
    package var attributes: TextAttributes
    /// Attributes only where there is no colour to tell the role.
    package var monoAttributes: TextAttributes

    package init(
        foreground: TerminalColor? = nil, background: TerminalColor? = nil,
        attributes: TextAttributes = [], monoAttributes: TextAttributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.monoAttributes = monoAttributes
    }
}

/// What every role looks like.
package struct Theme: Hashable, Sendable {
    package var name: String
    private var looks: [ThemeRole: RoleLook]

    /// Makes a theme from the words of its file, a spec per role name; roles that are not named look
    /// as in `base`. Throws what a person has to put right.
    package init(name: String, specs: [String: String], base: Theme? = nil) throws(ThemeError) {
        self.name = name
        looks = base?.looks ?? [:]
        for (roleName, spec) in specs.sorted(by: { $0.key < $1.key }) {
            guard let role = ThemeRole(rawValue: roleName) else {
                throw .unknownRole(roleName)
            }
            looks[role] = try RoleLook(role: roleName, spec: spec)
        }
    }

    init(name: String, looks: [ThemeRole: RoleLook]) {
        self.name = name
        self.looks = looks
    }

    package subscript(role: ThemeRole) -> RoleLook {
        looks[role] ?? RoleLook()
    }

    /// What a style comes to in a tier: two indices of the terminal's palette and attributes.
    package func resolve(_ style: Style, in tier: ColorTier) -> ResolvedStyle {
        var resolved = ResolvedStyle(attributes: style.attributes)
        switch style.foreground {
        case .standard: break
        case .palette(let index):
            resolved.foreground = TerminalColor(index: index)
        case .role(let role):
            let look = self[role]
            resolved.foreground = look.foreground
            resolved.background = look.background
            resolved.attributes.formUnion(attributes(of: look, in: tier))
        }
        switch style.background {
        case .standard: break
        case .palette(let index):
            resolved.background = TerminalColor(index: index)
        case .role(let role):
            let look = self[role]
            resolved.background = look.background
            resolved.attributes.formUnion(attributes(of: look, in: tier))
        }
        if tier == .mono { (resolved.foreground, resolved.background) = (nil, nil) }
        return resolved
    }

    private func attributes(of look: RoleLook, in tier: ColorTier) -> TextAttributes {
        tier == .mono ? look.attributes.union(look.monoAttributes) : look.attributes
    }
}

/// A style in the terminal's terms; nil colours are the terminal's own.
package struct ResolvedStyle: Hashable, Sendable {
    package var foreground: TerminalColor?
    package var background: TerminalColor?
    package var attributes: TextAttributes

    package init(attributes: TextAttributes = []) {
        self.attributes = attributes
    }
}

/// What is wrong with a theme's words.
package enum ThemeError: Error, Hashable, Sendable {
    case unknownRole(String)
    case unknownWord(role: String, word: String)
}
