package enum TagRules {
    package static let longestName = 40

    /// A name in its one form: lower case, spaces as hyphens, letters, digits, `-`, `_` and `.` only.
    /// Throws `tagInvalid`.
    package static func name(_ typed: String) throws(DeskError) -> TagName {
        let words = typed.lowercased().split(whereSeparator: \.isWhitespace)
        let name = words.joined(separator: "-").drop { $0 == "#" }
        let isPlain = name.allSatisfy { character in
            character.isLetter || character.isNumber || "-_.".contains(character)
        }
        guard !name.isEmpty, name.count <= longestName, isPlain,
            name.unicodeScalars.count <= longestName * 2
        else { throw DeskError(.tagInvalid, ["longest": String(longestName)]) }
        return TagName(String(name))
    }

    /// The tag that somebody means by what was typed, through the registry's aliases. Throws
    /// `tagUnknown` for one that is not registered, unless the caller may make tags up.
    package static func resolve(
        _ typed: String, registry: [Tag], mayMakeUp: Bool
    ) throws(DeskError) -> TagName {
        let name = try name(typed)
        if let known = registry.first(where: { $0.name == name || $0.aliases.contains(name) }) {
            guard !known.isRetired else { throw DeskError(.tagUnknown, ["tag": name.rawValue]) }
            return known.name
        }
        guard mayMakeUp else { throw DeskError(.tagUnknown, ["tag": name.rawValue]) }
        return name
    }

    /// Tags that a follow-up inherits.
    package static func inherited(_ tags: [TagName], registry: [Tag]) -> [TagName] {
        let sticky = Set(registry.filter(\.isSticky).map(\.name))
        return tags.filter(sticky.contains).sorted()
    }
}
