/// Where a ticket's order stands, as far as a letter's truth depends on it.
package enum OrderStanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// The ticket is about no order that the desk knows.
    case none
    case pending, unshipped, shipped, delivered, cancelled, unknown

    package init(_ order: Order?) {
        guard let order else {
            self = .none
            return
        }
        switch order.status {
        case .pending: self = .pending
        case .unshipped: self = .unshipped
        case .partiallyShipped, .shipped: self = order.isDelivered ? .delivered : .shipped
        case .cancelled: self = .cancelled
        case .unfulfillable, .unknown: self = .unknown
        }
    }
}

extension Order {
    /// Whether the carrier says so of its newest package.
    package var isDelivered: Bool {
        guard let package = toldPackage else { return false }
        return (package.detailedStatus ?? package.status ?? "").uppercased() == "DELIVERED"
    }

    /// The package that letters speak of: the newest with a number, else the newest.
    package var toldPackage: OrderPackage? {
        packages.last { $0.trackingNumber != nil } ?? packages.last
    }
}
