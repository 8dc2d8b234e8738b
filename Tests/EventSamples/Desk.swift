import HelpDesk
import Store
import SwiftExtensions

/// The stores and people that the samples are about.
enum Desk {
    static let us: StoreID = "nova-us"
    static let eu: StoreID = "nova-eu"
    static let ann = PersonID(1)
    static let bo = PersonID(2)

    static func profile(_ id: StoreID, _ marketplaces: [MarketplaceCode]) -> StoreProfile {
        StoreProfile(
            id: id, channel: "amazon", sellerID: "A1\(id)", region: "na",
            marketplaces: marketplaces, mailbox: "desk", address: "inbox@seller.example")
    }

    static func person(_ id: PersonID, _ user: String) -> Person {
        Person(
            id: id, unixUser: user, displayName: user.uppercased(), role: .agent,
            scope: .only([us, eu]), languages: ["en", "de"], timeZone: "Europe/Berlin")
    }
}

func digest(_ text: String) -> String { ContentDigest.of(text) }
