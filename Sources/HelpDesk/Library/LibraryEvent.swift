/// What happens to templates, macros and people's own words for letters. Templates and macros are
/// the team's words and no person's; snippets and spelling words are content.
package enum LibraryEvent: Hashable, Sendable, Codable {
    /// Written by a person; waits for another one.
    case versionSaved(TemplateVersion)
    case versionSettled(TemplateVerdict)
    /// Came with the desk's own folder, which only its keeper can write.
    case adopted(TemplateVersion)
    case cared(TemplateCare)
    /// Somebody looked, and this version is still right.
    case reviewed(TemplateKey, number: Int)
    case retired(TemplateKey, reason: String)
    case restored(TemplateKey)
    case touched(TemplateTouch)
    case checked(TemplateCheck)
    case macroSaved(MacroVersion)
    case macroSettled(MacroVerdict)
    case macroRetired(MacroName)
    case macroRun(MacroRun)
    case wordKept(OwnWord)
    case wordDropped(OwnWordID)
}

/// A second person's word on a version.
package struct TemplateVerdict: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var number: Int
    package var isApproved: Bool
    package var by: PersonID
    package var reason: String

    package init(key: TemplateKey, number: Int, isApproved: Bool, by: PersonID, reason: String) {
        self.key = key
        self.number = number
        self.isApproved = isApproved
        self.by = by
        self.reason = reason
    }
}

/// Who answers for a template, and how often somebody looks at it.
package struct TemplateCare: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var owner: PersonID?
    package var reviewDays: Int

    package init(key: TemplateKey, owner: PersonID?, reviewDays: Int) {
        self.key = key
        self.owner = owner
        self.reviewDays = reviewDays
    }
}

/// A use of a template that its figures count besides the letters that left.
package struct TemplateTouch: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case inserted
        /// A letter begun with it was refused by the linter.
        case blocked
    }

    package var key: TemplateKey
    package var number: Int
    package var ticket: TicketID
    package var person: PersonID
    package var kind: Kind
    /// Whether it was put in because the desk had suggested it; nil where nobody said.
    package var isSuggested: Bool?

    package init(
        key: TemplateKey, number: Int, ticket: TicketID, person: PersonID, kind: Kind,
        isSuggested: Bool? = nil
    ) {
        self.isSuggested = isSuggested
        self.key = key
        self.number = number
        self.ticket = ticket
        self.person = person
        self.kind = kind
    }
}

/// What the linter said of all templates in use under the rules of a moment; the newest one holds.
package struct TemplateCheck: Hashable, Sendable, Codable {
    /// Tells rules and texts of this check from those of another one.
    package var stamp: String
    package var faults: [TemplateFault]

    package init(stamp: String, faults: [TemplateFault]) {
        self.stamp = stamp
        self.faults = faults
    }
}

/// A version that breaks rules that block.
package struct TemplateFault: Hashable, Sendable, Codable {
    package var key: TemplateKey
    package var number: Int
    package var rules: [String]

    package init(key: TemplateKey, number: Int, rules: [String]) {
        self.key = key
        self.number = number
        self.rules = rules
    }
}
