package import SwiftExtensions

/// A buyer's public rating of the seller for one order.
package struct SellerFeedback: Hashable, Sendable, Codable {
    package var order: OrderID
    package var date: Timestamp?
    /// One to five stars.
    package var rating: Int
    package var comment: String
    /// The seller's public answer; nil when there is none.
    package var response: String?

    package init(
        order: OrderID, date: Timestamp? = nil, rating: Int, comment: String,
        response: String? = nil
    ) {
        self.order = order
        self.date = date
        self.rating = rating
        self.comment = comment
        self.response = response
    }
}
