package import HelpDesk
package import Localization
import TerminalCore

/// Words of the seller's account.
package enum AccountStrings {
    static let name = Phrase("account.name", "Account")
    static let none = Phrase("account.none", "None of your stores has an account here.")
    static let placesUnknown = Phrase("account.places-unknown", "marketplaces not asked for yet")
    static let sellsIn = Phrase("account.sells-in", "sells in")
    static let suspended = Phrase("account.suspended", "listings suspended!")
    static let health = Phrase("account.health", "Health")
    static let settlement = Phrase("account.settlement", "Settlement")
    static let returns = Phrase("account.returns", "Returns")
    static let ratings = Phrase("account.ratings", "Ratings")
    static let stock = Phrase("account.stock", "Stock")
    static let unknown = Phrase("account.unknown", "state unknown")
    static let nothing = Phrase("account.nothing", "nothing to report")
    static let requested = Phrase("account.requested", "a report is being made")
    static let failed = Phrase("account.failed", "failed")
    static let noReport = Phrase("account.no-report", "no report yet")
    static let balanced = Phrase("account.balanced", "adds up")
    static let asked = Phrase("account.asked", "The reports are asked for; they take minutes.")

    static func reported(_ age: String) -> Phrase {
        Phrase("account.reported", "reported {age} ago", ["age": age])
    }
    static func badLines(_ count: Int) -> Phrase {
        Phrase("account.bad-lines", "unreadable lines: {count}", ["count": String(count)])
    }
    static func unreadable(_ why: String) -> Phrase {
        Phrase("account.unreadable", "report unreadable ({why})", ["why": why])
    }
    static func until(_ day: String) -> Phrase {
        Phrase("account.until", "until {day}", ["day": day])
    }
    static func lineCount(_ count: Int) -> Phrase {
        Phrase("account.line-count", "{count} lines", ["count": String(count)])
    }
    static func unbalanced(_ sum: String) -> Phrase {
        Phrase("account.unbalanced", "does not add up: lines make {sum}", ["sum": sum])
    }
    static func lately(_ count: Int, _ days: Int) -> Phrase {
        Phrase(
            "account.lately", "{count} in {days} days",
            ["count": String(count), "days": String(days)])
    }
    static func days(_ days: Int) -> Phrase {
        Phrase("account.days", "in {days} days", ["days": String(days)])
    }
    static func products(_ products: Int, _ empty: Int) -> Phrase {
        Phrase(
            "account.products", "{products} products, {empty} of them empty",
            ["products": String(products), "empty": String(empty)])
    }
    static func notPermitted(_ role: String) -> Phrase {
        Phrase("account.not-permitted", "not permitted: role {role}", ["role": role])
    }

    /// How urgent it is.
    package static func level(_ level: HealthLevel) -> Phrase {
        switch level {
        case .fine: Phrase("account.level.fine", "in order")
        case .watch: Phrase("account.level.watch", "look at it")
        case .warning: Phrase("account.level.warning", "warning")
        case .critical: Phrase("account.level.critical", "critical")
        }
    }

    /// Why it is at its level.
    package static func reason(_ reason: HealthReason) -> Phrase {
        switch reason {
        case .inOrder: Phrase("account.reason.in-order", "in order")
        case .accountAtRisk: Phrase("account.reason.at-risk", "account at risk")
        case .accountDeactivated: Phrase("account.reason.deactivated", "account deactivated")
        case .ratingWarned: Phrase("account.reason.rating", "the platform warns")
        case .targetMissed: Phrase("account.reason.missed", "target missed")
        case .targetNear: Phrase("account.reason.near", "close to target")
        case .platformWarning: Phrase("account.reason.warning", "the platform warns")
        case .statusUnknown: Phrase("account.reason.unknown", "state unknown here")
        }
    }

    /// A part of the account.
    package static func topic(_ topic: AccountTopic) -> Phrase {
        switch topic {
        case .participation: Phrase("account.topic.participation", "Marketplaces")
        case .health: Phrase("account.topic.health", "Account health")
        case .settlement: Phrase("account.topic.settlement", "Settlements")
        case .returns: Phrase("account.topic.returns", "Returns")
        case .feedback: Phrase("account.topic.feedback", "Ratings")
        case .inventory: Phrase("account.topic.inventory", "Platform's stock")
        case .listings: Phrase("account.topic.listings", "Own stock")
        }
    }

    /// The metric's name for people; one that nobody translated keeps the platform's.
    package static func metric(_ name: String) -> Phrase {
        let known: [String: Phrase] = [
            "accountStatus": Phrase("account.metric.status", "Account"),
            "accountHealthRating": Phrase("account.metric.rating", "Overall rating"),
            "lateShipmentRate": Phrase("account.metric.late", "Late shipment"),
            "orderDefectRate.mfn": Phrase("account.metric.defects-mfn", "Order defects, own"),
            "orderDefectRate.afn": Phrase("account.metric.defects-afn", "Order defects, FBA"),
            "preFulfillmentCancellationRate":
                Phrase("account.metric.cancelled", "Cancelled by seller"),
            "validTrackingRate": Phrase("account.metric.tracking", "Valid tracking"),
            "onTimeDeliveryRate": Phrase("account.metric.on-time", "Delivered on time"),
            "unitOnTimeDeliveryRate": Phrase("account.metric.units", "Units on time"),
            "invoiceDefectRate": Phrase("account.metric.invoices", "Invoice defects"),
            "listingPolicyViolations": Phrase("account.metric.listings", "Listing policy"),
            "spammingSellerMessaging": Phrase("account.metric.messaging", "Message misuse"),
        ]
        return known[name]
            ?? Phrase("account.metric.other", "{name}", ["name": SafeText.line(name)])
    }
}
