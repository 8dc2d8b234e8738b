extension Theme {
    /// The built-in theme for dark backgrounds.
    package static let dark = builtIn("dark", darkSpecs)
    /// The built-in theme for light backgrounds.
    package static let light = builtIn("light", lightSpecs)
    /// The built-in theme without colour.
    package static let mono = builtIn("mono", monoSpecs)

    /// The built-in theme of this name, if there is one.
    package static func named(_ name: String) -> Theme? {
        [dark, light, mono].first { $0.name == name }
    }

    private static func builtIn(_ name: String, _ specs: [String: String]) -> Theme {
        do {
            return try Theme(name: name, specs: specs)
        } catch {
            preconditionFailure("The built-in theme \(name) is checked by a test: \(error)")
        }
    }
}
