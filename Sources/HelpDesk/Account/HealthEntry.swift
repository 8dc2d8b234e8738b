package import SwiftExtensions

/// One statement of an account health report. Words and numbers are the platform's own.
package struct HealthEntry: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The account's state in a marketplace.
        case account
        /// The overall rating.
        case rating
        /// A share with a target.
        case metric
        /// A count of policy violations with a target.
        case violation
        /// A warning that the platform shows the seller.
        case warning
    }

    package var marketplaceID: String
    package var kind: Kind
    /// Such as `lateShipmentRate` or `orderDefectRate.mfn`.
    package var name: String
    /// `NORMAL`, `GOOD`, `BAD`, `NONE` and so on.
    package var status: String
    /// A share of one, as written.
    package var value: String?
    package var target: String?
    /// `LESS_THAN`, `GREATER_THAN` or `EQUALS`.
    package var condition: String?
    package var count: Int?
    package var total: Int?
    package var from: Timestamp?
    package var to: Timestamp?

    package init(
        marketplaceID: String, kind: Kind, name: String, status: String, value: String? = nil,
        target: String? = nil, condition: String? = nil, count: Int? = nil, total: Int? = nil,
        from: Timestamp? = nil, to: Timestamp? = nil
    ) {
        self.marketplaceID = marketplaceID
        self.kind = kind
        self.name = name
        self.status = status
        self.value = value
        self.target = target
        self.condition = condition
        self.count = count
        self.total = total
        self.from = from
        self.to = to
    }
}
