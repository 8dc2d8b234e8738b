package import SwiftExtensions

/// How a version stands.
package enum TemplateState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Written, and waits for a second person.
    case waiting
    /// In use.
    case offered
    /// Not approved, with a reason.
    case refused
    /// A newer one took its place.
    case earlier
}

/// What holds for all versions of a template.
package struct TemplateEntry: Hashable, Sendable, Codable {
    package var key: TemplateKey
    /// The version in use; nil while none was approved.
    package var current: Int?
    /// Who answers for it.
    package var owner: PersonID?
    /// Days after which somebody has to look whether it is still right.
    package var reviewDays: Int
    package var reviewedAt: Timestamp?
    package var retiredAt: Timestamp?
    package var retireReason: String?

    /// Days between two looks unless somebody says otherwise (helpdesk section 10.1).
    package static let usualReviewDays = 90
    package static let reviewDayLimits = 1...730

    package init(
        key: TemplateKey, current: Int? = nil, owner: PersonID? = nil,
        reviewDays: Int = usualReviewDays, reviewedAt: Timestamp? = nil,
        retiredAt: Timestamp? = nil, retireReason: String? = nil
    ) {
        self.key = key
        self.current = current
        self.owner = owner
        self.reviewDays = reviewDays
        self.reviewedAt = reviewedAt
        self.retiredAt = retiredAt
        self.retireReason = retireReason
    }

    /// When the next look is due; nil for what nobody may use.
    package var reviewDue: Timestamp? {
        guard retiredAt == nil else { return nil }
        return reviewedAt.map { $0 + .days(Int64(reviewDays)) }
    }

    package func isOverdue(at now: Timestamp) -> Bool { reviewDue.map { $0 <= now } ?? false }
}

/// A template in use, with what speaks for and against it.
package struct OfferedTemplate: Hashable, Sendable {
    package var version: TemplateVersion
    package var entry: TemplateEntry
    /// Blocking rules that it breaks since they were changed.
    package var faults: [String]
    /// Whether what it was made from has a newer version.
    package var isBehind: Bool

    package init(
        version: TemplateVersion, entry: TemplateEntry, faults: [String], isBehind: Bool
    ) {
        self.version = version
        self.entry = entry
        self.faults = faults
        self.isBehind = isBehind
    }
}

/// Why a template is not offered for a ticket.
package struct TemplateObstacle: Hashable, Sendable, Codable {
    package enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// The order stands elsewhere; arguments `needs` and `has`.
        case orderState = "order-state"
        /// It breaks rules that block; argument `rules`.
        case rules
    }

    package var code: Code
    package var arguments: [String: String]

    package init(_ code: Code, _ arguments: [String: String]) {
        self.code = code
        self.arguments = arguments
    }
}

extension OfferedTemplate {
    /// What keeps it from a letter about an order that stands so; nil for nothing.
    package func obstacle(_ standing: OrderStanding) -> TemplateObstacle? {
        if !faults.isEmpty {
            return TemplateObstacle(.rules, ["rules": faults.joined(separator: ", ")])
        }
        guard !version.orderStates.isEmpty, !version.orderStates.contains(standing) else {
            return nil
        }
        let needs = version.orderStates.map(\.rawValue).joined(separator: ", ")
        return TemplateObstacle(.orderState, ["needs": needs, "has": standing.rawValue])
    }
}
