package import HelpDesk
package import SwiftExtensions

/// The page of Seller Central on which an owner agrees to the application (amazon reference 6).
package struct ConsentLink: Hashable, Sendable {
    /// Seller Central's address, such as `https://sellercentral.amazon.com`.
    package var seller: PlatformEndpoint
    package var applicationID: String
    package var state: String
    /// Where Seller Central sends the owner back to; nil for the application's first address.
    package var redirect: String?
    /// Whether the application is not published yet.
    package var isDraft: Bool

    package init(
        seller: PlatformEndpoint, applicationID: String, state: String, redirect: String? = nil,
        isDraft: Bool = false
    ) {
        self.seller = seller
        self.applicationID = applicationID
        self.state = state
        self.redirect = redirect
        self.isDraft = isDraft
    }

    /// The address to open in a browser.
    package var text: String {
        var pairs = [("application_id", applicationID), ("state", state)]
        if let redirect { pairs.append(("redirect_uri", redirect)) }
        if isDraft { pairs.append(("version", "beta")) }
        return "\(seller)/apps/authorize/consent?\(FormText.encoded(pairs))"
    }

    /// The Seller Central addresses that ask for a store's consent, one for each host, with the
    /// marketplaces that it serves, in their order. `override` stands for all of them.
    package static func sellers(
        of codes: [MarketplaceCode], override: String? = nil
    ) -> [(endpoint: PlatformEndpoint, marketplaces: [MarketplaceCode])] {
        var found: [(endpoint: PlatformEndpoint, marketplaces: [MarketplaceCode])] = []
        for code in codes {
            guard let host = MarketplaceTable.standard.marketplace(code: code)?.consentHost,
                let endpoint = PlatformEndpoint(override ?? "https://\(host)")
            else { continue }
            if let known = found.firstIndex(where: { $0.endpoint == endpoint }) {
                found[known].marketplaces.append(code)
            } else {
                found.append((endpoint, [code]))
            }
        }
        return found
    }
}

/// A consent that was asked for and has not come back: its state proves that the answer belongs to
/// this desk, this store and this hour.
package struct ConsentRequest: Hashable, Sendable, Codable {
    /// Why an answer is not taken.
    package enum Problem: String, Error, Sendable {
        case foreignState = "state-foreign"
        case expired = "state-expired"
    }

    /// How long an owner may take from the link to the answer.
    package static let lifetime = Duration.hours(1)

    package var store: StoreID
    package var state: String
    package var issuedAt: Timestamp

    package init(store: StoreID, state: String, issuedAt: Timestamp) {
        self.store = store
        self.state = state
        self.issuedAt = issuedAt
    }

    /// Whether `state` is ours and young enough at `now`.
    package func check(state given: String, at now: Timestamp) throws(Problem) {
        guard Self.isEqual(given, state) else { throw .foreignState }
        guard now - issuedAt <= Self.lifetime, issuedAt <= now + .minutes(5) else {
            throw .expired
        }
    }

    /// Takes the same time wherever the texts differ.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count, !left.isEmpty else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
