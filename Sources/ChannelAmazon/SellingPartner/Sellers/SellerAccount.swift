package import HelpDesk

/// What kind of account a seller has (Sellers v1, getAccount). Names and addresses of the business
/// are left where they are: the desk needs none of them.
package struct SellerAccount: Hashable, Sendable {
    /// Such as `PRIVATE_LIMITED`.
    package var businessType: String
    /// `PROFESSIONAL` or `INDIVIDUAL`.
    package var sellingPlan: String
    package var marketplaces: [MarketplaceParticipation]
}

extension SellingPartnerClient {
    /// The account's kind and where it sells.
    package func sellerAccount(
        for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> SellerAccount {
        let request = SellingPartnerRequest(operation: "getAccount", path: "/sellers/v1/account")
        let answer = try await read(request, for: account)
        guard let payload = answer.document["payload"] else {
            throw drift("payload", request, answer)
        }
        do {
            let fields = try FieldReader(payload, path: "payload")
            return SellerAccount(
                businessType: try fields.requiredText("businessType", limit: 60),
                sellingPlan: try fields.requiredText("sellingPlan", limit: 60),
                marketplaces: try fields.requiredList("marketplaceParticipationList")
                    .map(Self.participation))
        } catch {
            throw drift("\(error)", request, answer)
        }
    }
}
