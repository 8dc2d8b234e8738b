package import HelpDesk
package import SwiftExtensions

extension WithheldPart {
    /// A part that only the role for buyers' persons gives, in the platform's words (amazon.md 3.2).
    init(_ part: Part) {
        self.init(part: part, role: "Direct-to-Consumer Delivery (Restricted)")
    }
}

/// An order as it was read.
package struct FetchedOrder: Hashable, Sendable {
    package var order: Order
    /// Nil when the platform gave nothing of the buyer's person.
    package var contact: OrderContact?
}

/// A record that is not in the documented shape, kept as it came.
package struct QuarantinedRecord: Hashable, Sendable {
    /// The platform's id when that much could be read.
    package var recordID: String?
    /// Which field is missing or of another type, such as `orderItems[0].quantityOrdered: retyped`.
    package var problem: String
    /// The record's own bytes.
    package var raw: [UInt8]
    /// The field that is missing or of another type, such as `order.orderItems[0].quantityOrdered`.
    package var path: String
    /// Its type and need; what is found there instead, as a type without the value.
    package var expected: String
    package var found: String
}

/// One page of searchOrders.
package struct OrderPage: Hashable, Sendable {
    package var orders: [FetchedOrder]
    package var quarantined: [QuarantinedRecord]
    /// Nil on the last page.
    package var nextToken: String?
    /// The platform vouches for everything before this instant.
    package var coveredUpTo: Timestamp?
    /// How often each field was seen that the models do not know, such as `order.giftCard`, or that
    /// has another type than they say, such as `order.programs (retyped)`.
    package var unknownFields: [String: Int]
    package var requestID: String?
}

/// What getOrder found.
package enum OrderAnswer: Hashable, Sendable {
    case found(FetchedOrder, unknownFields: [String: Int])
    case quarantined(QuarantinedRecord)
}
