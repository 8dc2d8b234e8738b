import ChannelAmazon

extension ClientOperation {
    static let sellers = [
        ClientOperation(
            id: "getMarketplaceParticipations", path: "/sellers/v1",
            sample: { _ in { try await $0.participations() } },
            asked: { _ in { try await $0.participations() } },
            unused: [
                "payload[].marketplace.defaultCurrencyCode": "the desk's own table has it",
                "payload[].marketplace.defaultLanguageCode": "the desk's own table has it",
                "payload[].marketplace.domainName": "the desk's own table has it",
            ],
            optional: ["payload[].storeName": "a name to show; the store is known without it"])
    ]
}

extension ConformanceDesk {
    fileprivate func participations() async throws -> Reading {
        Reading(try await client.marketplaceParticipations(for: account))
    }
}
