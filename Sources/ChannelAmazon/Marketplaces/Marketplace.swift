package import HelpDesk

/// Where a seller account's calls go; one authorisation covers one region.
package enum AmazonRegion: String, Codable, Sendable, CaseIterable {
    case northAmerica = "na"
    case europe = "eu"
    case farEast = "fe"

    /// The public endpoint of the region; configuration may name another.
    package var standardEndpoint: String { "https://sellingpartnerapi-\(rawValue).amazon.com" }
}

/// One of Amazon's shops, as the table describes it.
package struct Marketplace: Hashable, Sendable, Decodable {
    /// As people write it, such as `UK`.
    package var code: MarketplaceCode
    /// As the platform writes it, such as `A1F83G8C2ARO7P`.
    package var id: String
    package var region: AmazonRegion
    /// ISO 3166 code of addresses, such as `GB`.
    package var country: String
    /// Host of the buyers' relay addresses; nil where none is known.
    package var aliasDomain: String?
    /// Seller Central host that asks the owner for consent.
    package var consentHost: String
    /// BCP 47 codes, the main language first.
    package var languages: [LanguageCode]
    /// IANA zone in which the shop's day runs.
    package var zone: String
    /// ISO 4217 code.
    package var currency: String
    /// Digits after the decimal point in amounts of the currency.
    package var currencyDecimals: Int

    private enum CodingKeys: String, CodingKey {
        case code, id, region, country, languages, zone, currency
        case aliasDomain = "alias-domain"
        case consentHost = "consent-host"
        case currencyDecimals = "currency-decimals"
    }
}
