package import HelpDesk
package import SwiftExtensions

/// A mail of the pretend platform for the desk.
package struct CrowdMail: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case inquiry, reminder, reaction, bounce, confirmation
    }

    package var at: Timestamp
    package var store: StoreID
    package var kind: Kind
    package var bytes: [UInt8]
}

/// A thread between a pretend buyer and a store.
struct CrowdThread: Hashable, Sendable {
    var store: StoreID
    /// Where the store receives mail.
    var storeAddress: String
    var marketplace: MarketplaceCode
    var buyerName: String
    /// Alias in front of the plus, or of the at sign.
    var alias: String
    /// Case behind the plus.
    var caseID: String
    /// The thread token of the footer.
    var token: String
    var language: String
    var order: OrderID?
    var items: [OrderItem]
    /// Rises with each reply of the desk; a reminder is due only while it stands still.
    var replies = 0
    var topic: String

    /// The full address that answers go to.
    func address(domain: String) -> String { "\(alias)+\(caseID)@\(domain)" }
}
