package import HelpDesk
package import SwiftExtensions

/// An order as a platform gave it.
package struct PulledOrder: Sendable, Hashable {
    package var order: Order
    /// Nil when the platform gave nothing of the buyer's person.
    package var contact: OrderContact?

    package init(order: Order, contact: OrderContact? = nil) {
        self.order = order
        self.contact = contact
    }
}

/// A record that is not in the platform's documented shape, kept as it came.
package struct UnreadOrder: Sendable, Hashable {
    package var recordID: String?
    /// Which field is missing or of another type.
    package var problem: String
    package var raw: [UInt8]
    /// The field in question, its expected type, and the type of what is there.
    package var path: String
    package var expected: String
    package var found: String
    /// What it has in common with records that are unreadable for the same reason.
    package var shape: String

    package init(
        recordID: String?, problem: String, raw: [UInt8], path: String = "", expected: String = "",
        found: String = "", shape: String? = nil
    ) {
        self.recordID = recordID
        self.problem = problem
        self.raw = raw
        self.path = path
        self.expected = expected
        self.found = found
        self.shape = shape ?? problem
    }
}

/// One page of a search for orders.
package struct PulledPage: Sendable, Hashable {
    package var orders: [PulledOrder]
    package var unread: [UnreadOrder]
    /// Nil on the last page.
    package var nextToken: String?
    /// The platform vouches for everything before this instant.
    package var coveredUpTo: Timestamp?
    /// How often each field was seen that the desk does not know.
    package var unknownFields: [String: Int]

    package init(
        orders: [PulledOrder], unread: [UnreadOrder] = [], nextToken: String? = nil,
        coveredUpTo: Timestamp? = nil, unknownFields: [String: Int] = [:]
    ) {
        self.orders = orders
        self.unread = unread
        self.nextToken = nextToken
        self.coveredUpTo = coveredUpTo
        self.unknownFields = unknownFields
    }
}

/// What a platform said of one order.
package enum PulledAnswer: Sendable, Hashable {
    case found(PulledOrder)
    case unread(UnreadOrder)
}
