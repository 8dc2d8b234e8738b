package import ChannelAmazon
import HelpDesk
package import SwiftExtensions

/// Turns what an owner brings back from Seller Central into a refresh token that is proven to be
/// the store's own. Nothing is kept before every question has its answer.
package struct ConsentTrial: Sendable {
    /// The store that asks.
    package struct Store: Sendable {
        package var id: String
        package var sellerID: String
        package var region: String
        package var marketplaces: [String]

        package init(id: String, sellerID: String, region: String, marketplaces: [String]) {
            self.id = id
            self.sellerID = sellerID
            self.region = region
            self.marketplaces = marketplaces
        }
    }

    /// What the trial brought.
    package struct Outcome: Sendable {
        package var refreshToken: ChannelAmazon.Secret
        /// Configured marketplaces that the account does not sell in.
        package var missing: [String]
        /// Marketplaces of the account, as people write them.
        package var found: [String]
        /// What the account calls itself in these marketplaces; nothing else tells it from another
        /// one when the answer names no seller.
        package var storeNames: [String]
    }

    private let store: Store
    private let platform: SetupPlatform
    private let now: Timestamp

    package init(_ store: Store, on platform: SetupPlatform, at now: Timestamp) {
        self.store = store
        self.platform = platform
        self.now = now
    }

    /// Takes the answer apart. `others` are the accounts of the other stores by name, so that a
    /// consent of the wrong account has its name too.
    package func run(
        _ back: ConsentReturn, asked: ConsentRequest?, others: [String: String],
        isUsed: (String) -> Bool
    ) async throws(SetupTrouble) -> Outcome {
        switch back {
        case .refreshToken(let token):
            return try await proven(token)
        case .code(let code):
            return try await redeemed(code, isUsed)
        case .redirect(let code, let sellerID, let state):
            try check(state: state, asked)
            try check(sellerID, others)
            return try await redeemed(code, isUsed)
        }
    }

    private func check(state: String, _ asked: ConsentRequest?) throws(SetupTrouble) {
        guard let asked else { throw SetupTrouble(.stateForeign) }
        do { try asked.check(state: state, at: now) } catch {
            throw SetupTrouble(error == .expired ? .stateExpired : .stateForeign)
        }
    }

    /// A wrong account is refused, never merged into the store.
    private func check(
        _ sellerID: String, _ others: [String: String]
    ) throws(SetupTrouble) {
        guard sellerID != store.sellerID else { return }
        let owner = others.filter { $0.value == sellerID }.keys.min()
        throw SetupTrouble(
            .sellerMismatch,
            [
                "wanted": store.sellerID, "found": String(sellerID.prefix(40)),
                "store": owner ?? "-",
            ])
    }

    private func redeemed(
        _ code: ChannelAmazon.Secret, _ isUsed: (String) -> Bool
    ) async throws(SetupTrouble) -> Outcome {
        if let text = try? code.reveal(), isUsed(text) { throw SetupTrouble(.codeUsed) }
        return try await proven(try await platform.redeem(code: code))
    }

    private func proven(_ token: ChannelAmazon.Secret) async throws(SetupTrouble) -> Outcome {
        let shops = try await platform.marketplaces(
            of: StoreID(store.id), region: store.region, token: token)
        let found = shops.filter(\.isParticipating).compactMap {
            MarketplaceTable.standard.marketplace(id: $0.marketplaceID)?.code.rawValue
        }
        let missing = store.marketplaces.filter { !found.contains($0) }
        guard missing.count < store.marketplaces.count else {
            throw SetupTrouble(
                .noMarketplace, ["found": found.isEmpty ? "-" : found.joined(separator: ", ")])
        }
        let names = Set(shops.filter(\.isParticipating).compactMap(\.storeName)).sorted()
        return Outcome(
            refreshToken: token, missing: missing, found: found, storeNames: names)
    }
}

extension SetupTrouble {
    /// What is wrong with a pasted text.
    package init(_ problem: ConsentReturn.Problem) {
        switch problem {
        case .empty: self.init(.consentEmpty)
        case .notUnderstood: self.init(.consentNotUnderstood)
        case .noCode: self.init(.consentWithoutCode)
        case .incomplete: self.init(.consentIncomplete)
        case .denied: self.init(.consentDenied)
        }
    }
}
