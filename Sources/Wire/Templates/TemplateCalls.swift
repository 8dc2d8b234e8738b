package import HelpDesk

package struct TemplateSummary: Codable, Sendable, Hashable {
    package var template: TemplateRecord
    /// How well it fits the ticket, higher is better.
    package var rank: Double
    /// Why it cannot be used here and now; such ones come last.
    package var obstacle: TemplateObstacle?
    /// Somebody should have looked by now whether it is still right.
    package var isOverdue: Bool
    /// What it was made from has a newer version.
    package var isBehind: Bool
    /// How its letters of the last half year ended: the buyer did not write again.
    package var quiet: TemplateShare?
    package init(
        template: TemplateRecord, rank: Double, obstacle: TemplateObstacle? = nil,
        isOverdue: Bool = false, isBehind: Bool = false, quiet: TemplateShare? = nil
    ) {
        self.template = template
        self.rank = rank
        self.obstacle = obstacle
        self.isOverdue = isOverdue
        self.isBehind = isBehind
        self.quiet = quiet
    }
}

/// Templates, best for the ticket first: by language, category, words, where the order stands and
/// how their letters ended. What cannot be used comes last, with the reason.
package struct ListTemplates: RemoteCall {
    package static let method = "template.list"
    package var ticket: TicketID?
    package var search: String?
    package init(ticket: TicketID?, search: String? = nil) {
        self.ticket = ticket
        self.search = search
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var templates: [TemplateSummary]
        package init(templates: [TemplateSummary]) { self.templates = templates }
    }
}

/// A template filled with the ticket's values. Missing ones stay visible as `{{name}}`, which the
/// linter blocks, and are listed.
package struct RenderTemplate: RemoteCall {
    package static let method = "template.render"
    package var template: TemplateKey
    package var ticket: TicketID
    /// The desk had suggested it; its figures count that.
    package var isSuggested: Bool?
    package init(template: TemplateKey, ticket: TicketID, isSuggested: Bool? = nil) {
        self.template = template
        self.ticket = ticket
        self.isSuggested = isSuggested
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var text: String
        package var missing: [String]
        /// The version that was filled in.
        package var number: Int?
        package init(text: String, missing: [String], number: Int? = nil) {
            self.text = text
            self.missing = missing
            self.number = number
        }
    }
}
