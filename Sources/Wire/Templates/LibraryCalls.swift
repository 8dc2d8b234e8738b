package import HelpDesk
package import SwiftExtensions

/// Every template with how it stands, by key; what waits for the caller is marked. Who keeps no
/// templates gets those that may be inserted, in the versions in use.
package struct ListLibrary: RemoteCall {
    package static let method = "template.library"
    /// Only those of this language.
    package var language: LanguageCode?
    /// Also those that were taken out of use.
    package var isWhole: Bool
    package init(language: LanguageCode? = nil, isWhole: Bool = false) {
        self.language = language
        self.isWhole = isWhole
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var templates: [TemplateEntryView]
        package init(templates: [TemplateEntryView]) { self.templates = templates }
    }
}

/// One template whole, or, for who keeps none, its version in use. Error `templateNotFound`.
package struct ShowTemplate: RemoteCall {
    package static let method = "template.show"
    package typealias Reply = TemplateDetail
    package var template: TemplateKey
    package init(template: TemplateKey) { self.template = template }
}

/// What somebody writes of a template.
package struct TemplateDraft: Codable, Sendable, Hashable {
    package var key: TemplateKey
    package var title: String
    package var language: LanguageCode
    package var category: InquiryCategory
    package var body: String
    package var stores: [StoreID]
    package var marketplaces: [MarketplaceCode]
    package var orderStates: [OrderStanding]
    package var group: GroupID?
    /// The template that it is made from.
    package var origin: TemplateKey?

    package init(
        key: TemplateKey, title: String, language: LanguageCode, category: InquiryCategory,
        body: String, stores: [StoreID] = [], marketplaces: [MarketplaceCode] = [],
        orderStates: [OrderStanding] = [], group: GroupID? = nil, origin: TemplateKey? = nil
    ) {
        self.key = key
        self.title = title
        self.language = language
        self.category = category
        self.body = body
        self.stores = stores
        self.marketplaces = marketplaces
        self.orderStates = orderStates
        self.group = group
        self.origin = origin
    }
}

/// Writes the next version, which then waits for a second person. What the linter blocks is not
/// kept: `version` is nil, and the findings say why. Errors: `templateInvalid`,
/// `libraryUnchanged`.
package struct SaveTemplate: RemoteCall {
    package static let method = "template.save"
    package var draft: TemplateDraft
    /// Says what would come of it, and keeps nothing.
    package var isDryRun: Bool
    package init(draft: TemplateDraft, isDryRun: Bool = false) {
        self.draft = draft
        self.isDryRun = isDryRun
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var version: TemplateVersion?
        package var findings: [Finding]
        package init(version: TemplateVersion?, findings: [Finding]) {
            self.version = version
            self.findings = findings
        }
    }
}

/// A second person's word on a version that waits. Errors: `templateNotFound`, `librarySettled`,
/// `libraryOwnText`, `libraryBreaksRules`.
package struct SettleTemplate: RemoteCall {
    package static let method = "template.settle"
    package typealias Reply = TemplateEntryView
    package var template: TemplateKey
    package var number: Int
    package var isApproved: Bool
    package var reason: String
    package init(template: TemplateKey, number: Int, isApproved: Bool, reason: String = "") {
        self.template = template
        self.number = number
        self.isApproved = isApproved
        self.reason = reason
    }
}

/// Takes a template out of use, or back into it. Error `templateNotFound`.
package struct RetireTemplate: RemoteCall {
    package static let method = "template.retire"
    package typealias Reply = TemplateEntryView
    package var template: TemplateKey
    package var isRetired: Bool
    package var reason: String
    package init(template: TemplateKey, isRetired: Bool = true, reason: String = "") {
        self.template = template
        self.isRetired = isRetired
        self.reason = reason
    }
}

/// Says who answers for a template and how often somebody looks at it, and, with `isReviewed`,
/// that somebody has looked now and it is still right. Errors: `templateNotFound`,
/// `personNotFound`.
package struct CareForTemplate: RemoteCall {
    package static let method = "template.care"
    package typealias Reply = TemplateEntryView
    package var template: TemplateKey
    /// Nil leaves it as it is.
    package var owner: PersonID?
    package var reviewDays: Int?
    package var isReviewed: Bool
    package init(
        template: TemplateKey, owner: PersonID? = nil, reviewDays: Int? = nil,
        isReviewed: Bool = false
    ) {
        self.template = template
        self.owner = owner
        self.reviewDays = reviewDays
        self.isReviewed = isReviewed
    }
}

/// A version filled with a ticket's values; nothing is kept or counted.
package struct PreviewTemplate: RemoteCall {
    package static let method = "template.preview"
    package typealias Reply = RenderTemplate.Reply
    package var template: TemplateKey
    /// Nil for the version in use.
    package var number: Int?
    package var ticket: TicketID
    package init(template: TemplateKey, number: Int? = nil, ticket: TicketID) {
        self.template = template
        self.number = number
        self.ticket = ticket
    }
}

/// How each version fared: with all letters for whoever keeps templates, else with those that the
/// caller's reports reach.
package struct ShowTemplateFigures: RemoteCall {
    package static let method = "template.figures"
    /// How many days back.
    package var days: Int
    /// How long a resolved ticket may come back and count.
    package var reopenDays: Int
    package init(days: Int = 180, reopenDays: Int = 7) {
        self.days = days
        self.reopenDays = reopenDays
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var from: Timestamp
        package var to: Timestamp
        /// Only letters of the caller's own are counted.
        package var isOwn: Bool
        package var figures: [TemplateFigures]
        package init(from: Timestamp, to: Timestamp, isOwn: Bool, figures: [TemplateFigures]) {
            self.from = from
            self.to = to
            self.isOwn = isOwn
            self.figures = figures
        }
    }
}

/// Reads all templates in use by the rules of now, and says which break one that blocks.
package struct CheckTemplates: RemoteCall {
    package static let method = "template.check"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var checked: Int
        package var faults: [TemplateFault]
        package init(checked: Int, faults: [TemplateFault]) {
            self.checked = checked
            self.faults = faults
        }
    }
}
