/// The name of a tag as it is written everywhere: `broken-hinge`, `退款`.
package struct TagName: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// The colours that tags may have; themes and monochrome terminals decide how they look.
package enum TagColour: String, Codable, Sendable, CaseIterable {
    case plain, red, yellow, green, blue, violet
}

/// An entry of the registry of tags (helpdesk section 11.2).
package struct Tag: Hashable, Sendable, Codable {
    package var name: TagName
    /// What it belongs to in lists, such as `carrier`.
    package var group: String
    package var colour: TagColour
    /// Other words that mean it.
    package var aliases: [TagName]
    /// Follow-up tickets inherit it.
    package var isSticky: Bool
    /// No longer offered; tickets keep it.
    package var isRetired: Bool

    package init(
        name: TagName, group: String = "", colour: TagColour = .plain, aliases: [TagName] = [],
        isSticky: Bool = false, isRetired: Bool = false
    ) {
        self.name = name
        self.group = group
        self.colour = colour
        self.aliases = aliases
        self.isSticky = isSticky
        self.isRetired = isRetired
    }
}
