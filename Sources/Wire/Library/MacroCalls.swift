package import HelpDesk

/// A macro's version as people see it.
package struct MacroView: Codable, Sendable, Hashable {
    package var version: MacroVersion
    package var state: TemplateState
    package var authorName: String?
    package var settledBy: String?
    package var reason: String?
    /// Whether the caller may approve it or send it back.
    package var maySettle: Bool

    package init(
        version: MacroVersion, state: TemplateState, authorName: String?, settledBy: String?,
        reason: String?, maySettle: Bool
    ) {
        self.version = version
        self.state = state
        self.authorName = authorName
        self.settledBy = settledBy
        self.reason = reason
        self.maySettle = maySettle
    }
}

/// The macros in use, those made for the ticket's kind of question first.
package struct ListMacros: RemoteCall {
    package static let method = "macro.list"
    package var ticket: TicketID?
    /// Every version of every macro, for whoever keeps them.
    package var isWhole: Bool
    package init(ticket: TicketID? = nil, isWhole: Bool = false) {
        self.ticket = ticket
        self.isWhole = isWhole
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var macros: [MacroView]
        package init(macros: [MacroView]) { self.macros = macros }
    }
}

/// Writes the next version of a macro, which then waits for a second person. Errors: `badRequest`,
/// `templateNotFound`, `personNotFound`, `libraryUnchanged`.
package struct SaveMacro: RemoteCall {
    package static let method = "macro.save"
    package typealias Reply = MacroView
    package var name: MacroName
    package var title: String
    package var categories: [InquiryCategory]
    package var acts: [MacroAct]
    package init(
        name: MacroName, title: String, categories: [InquiryCategory] = [], acts: [MacroAct]
    ) {
        self.name = name
        self.title = title
        self.categories = categories
        self.acts = acts
    }
}

/// A second person's word on a version that waits. Errors: `macroNotFound`, `librarySettled`,
/// `libraryOwnText`.
package struct SettleMacro: RemoteCall {
    package static let method = "macro.settle"
    package typealias Reply = Done
    package var name: MacroName
    package var number: Int
    package var isApproved: Bool
    package var reason: String
    package init(name: MacroName, number: Int, isApproved: Bool, reason: String = "") {
        self.name = name
        self.number = number
        self.isApproved = isApproved
        self.reason = reason
    }
}

/// Takes a macro out of use. Error `macroNotFound`.
package struct RetireMacro: RemoteCall {
    package static let method = "macro.retire"
    package typealias Reply = Done
    package var name: MacroName
    package init(name: MacroName) { self.name = name }
}

/// Makes the acts of a macro on a ticket, all of them or none, with the caller's own rights. What
/// was refused, and why, stands in the steps; so does what a dry run would do. Errors:
/// `macroNotFound`, `macroChanged` when another version than `number` is in use by now.
package struct RunMacro: RemoteCall {
    package static let method = "macro.run"
    package var name: MacroName
    package var ticket: TicketID
    /// The version whose acts the caller has seen; nil for whichever is in use.
    package var number: Int?
    package var isDryRun: Bool
    package init(
        name: MacroName, ticket: TicketID, number: Int? = nil, isDryRun: Bool = false
    ) {
        self.name = name
        self.ticket = ticket
        self.number = number
        self.isDryRun = isDryRun
    }

    package struct Step: Codable, Sendable, Hashable {
        package var act: MacroAct
        /// Why it cannot be done; nil for an act that can.
        package var error: DeskError?
        package init(act: MacroAct, error: DeskError? = nil) {
            self.act = act
            self.error = error
        }
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var title: String
        /// The version whose acts these are.
        package var number: Int
        package var steps: [Step]
        package var isDone = false
        /// The letter for the composer, of this template.
        package var template: TemplateKey?
        package var rendered: RenderTemplate.Reply?
        /// What shall become of the ticket once the reply has left.
        package var stateAfter: TicketState?
        package init(title: String, number: Int, steps: [Step]) {
            self.title = title
            self.number = number
            self.steps = steps
        }
    }
}
