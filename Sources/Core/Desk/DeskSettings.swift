import Foundation
package import HelpDesk
import SwiftExtensions

/// What a desk is told at its start: values only, no secret among them.
package struct DeskSettings: Sendable, Hashable {
    package var stores: [StoreProfile]
    package var orderSync: [StoreID: OrderSyncSettings]
    /// Unix users who may do everything.
    package var admins: [String]
    /// People to know from the start; later changes by an admin win.
    package var people: [PersonSeed]
    package var templates: [TemplateRecord]
    /// Where templates may be used; one without an entry is for every store and marketplace.
    package var templateScopes: [TemplateKey: TemplateScope]
    /// Names of stores as buyers read them.
    package var storeNames: [StoreID: String]
    /// IANA name of the desk's zone.
    package var timeZone: String
    /// How long a reply can be taken back, 0 to 60.
    package var undoSeconds: Int
    /// Whether the platforms are simulated and nothing leaves the machine.
    package var isRehearsal: Bool
    package var coreVersion: String
    /// The right that lets somebody say "no response needed" is ticked on the platform. Both steps
    /// at once always ask for `confirmExcuse`: nobody looks at them a second time.
    package var excuseConfirmer: Verb
    /// Since when credentials are good as far as their files tell; what is on record wins.
    package var credentials: [CredentialRenewal] = []
    /// Folder of a team's own rules for the linter; nil for none.
    package var lintRules: String?

    package init(
        stores: [StoreProfile] = [], orderSync: [StoreID: OrderSyncSettings] = [:],
        admins: [String] = [], people: [PersonSeed] = [], templates: [TemplateRecord] = [],
        templateScopes: [TemplateKey: TemplateScope] = [:],
        storeNames: [StoreID: String] = [:], timeZone: String = "UTC", undoSeconds: Int = 15,
        isRehearsal: Bool = false,
        coreVersion: String = "1.0.0", excuseConfirmer: Verb = .confirmExcuse
    ) {
        self.stores = stores
        self.orderSync = orderSync
        self.admins = admins
        self.people = people
        self.templates = templates
        self.templateScopes = templateScopes
        self.storeNames = storeNames
        self.timeZone = timeZone
        self.undoSeconds = min(max(undoSeconds, 0), 60)
        self.isRehearsal = isRehearsal
        self.coreVersion = coreVersion
        self.excuseConfirmer = excuseConfirmer
    }

    /// How long a reply waits in the outbox for second thoughts.
    package var undoCountdown: Duration { .seconds(undoSeconds) }

    /// What buyers know a store as; its id's first part for want of better.
    package func storeName(_ id: StoreID) -> String {
        storeNames[id] ?? id.rawValue.prefix { $0 != "-" }.capitalized
    }

    /// The profile of a configured store.
    package func store(_ id: StoreID) -> StoreProfile? { stores.first { $0.id == id } }
}

/// What a template is for; empty means all.
package struct TemplateScope: Sendable, Hashable {
    package var stores: [StoreID]
    package var marketplaces: [MarketplaceCode]
    /// Where the order must stand; empty for anywhere.
    package var orderStates: [OrderStanding]
    /// The group whose people may use it; nil for everybody.
    package var group: GroupID?
    /// The template that it is made from.
    package var origin: TemplateKey?

    package init(
        stores: [StoreID] = [], marketplaces: [MarketplaceCode] = [],
        orderStates: [OrderStanding] = [], group: GroupID? = nil, origin: TemplateKey? = nil
    ) {
        self.stores = stores
        self.marketplaces = marketplaces
        self.orderStates = orderStates
        self.group = group
        self.origin = origin
    }
}

/// How one store's orders are synced.
package struct OrderSyncSettings: Sendable, Hashable {
    package var backfillDays: Int
    package var every: Duration

    package init(backfillDays: Int = 90, every: Duration = .minutes(3)) {
        self.backfillDays = backfillDays
        self.every = every
    }
}

/// Somebody whom a desk shall know from its first start on.
package struct PersonSeed: Sendable, Hashable {
    package var unixUser: String
    package var displayName: String
    package var role: Role
    package var scope: StoreScope
    package var languages: [LanguageCode]
    package var timeZone: String?

    package init(
        unixUser: String, displayName: String, role: Role, scope: StoreScope,
        languages: [LanguageCode] = [], timeZone: String? = nil
    ) {
        self.unixUser = unixUser
        self.displayName = displayName
        self.role = role
        self.scope = scope
        self.languages = languages
        self.timeZone = timeZone
    }
}
