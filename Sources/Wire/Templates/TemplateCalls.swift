package import HelpDesk

package struct TemplateSummary: Codable, Sendable, Hashable {
    package var template: TemplateRecord
    /// How well it fits the ticket, higher is better.
    package var rank: Double
    package init(template: TemplateRecord, rank: Double) {
        self.template = template
        self.rank = rank
    }
}

/// Templates, best for the ticket first: its language, then its category.
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
    package init(template: TemplateKey, ticket: TicketID) {
        self.template = template
        self.ticket = ticket
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var text: String
        package var missing: [String]
        package init(text: String, missing: [String]) {
            self.text = text
            self.missing = missing
        }
    }
}
