package import HelpDesk

/// A marketplace that the account sells in, or did (Sellers v1).
package struct MarketplaceParticipation: Hashable, Sendable, Codable {
    package var marketplaceID: String
    package var name: String
    package var countryCode: String
    package var storeName: String?
    package var isParticipating: Bool
    package var hasSuspendedListings: Bool
}

extension SellingPartnerClient {
    /// Where the account sells; also the test of a connection, since it needs no special role.
    package func marketplaceParticipations(
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> [MarketplaceParticipation] {
        let operation = "getMarketplaceParticipations"
        let answer = try await read(
            SellingPartnerRequest(
                operation: operation, path: "/sellers/v1/marketplaceParticipations"),
            for: account)
        guard let entries = answer.document["payload"]?.elements else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation,
                message: "payload: missing or retyped", requestID: answer.requestID)
        }
        do {
            return try entries.map(Self.participation)
        } catch {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation, message: "\(error)",
                requestID: answer.requestID)
        }
    }

    static func participation(
        _ value: JSONValue
    ) throws(FieldProblem) -> MarketplaceParticipation {
        let entry = try FieldReader(value, path: "payload")
        let marketplace = try entry.requiredObject("marketplace")
        let state = try entry.requiredObject("participation")
        var drift = DriftNotes()
        return MarketplaceParticipation(
            marketplaceID: try marketplace.requiredText("id", limit: 40),
            name: try marketplace.requiredText("name", limit: 100),
            countryCode: try marketplace.requiredText("countryCode", limit: 8),
            storeName: entry.text("storeName", &drift, limit: 200),
            isParticipating: try state.requiredFlag("isParticipating"),
            hasSuspendedListings: try state.requiredFlag("hasSuspendedListings"))
    }
}
