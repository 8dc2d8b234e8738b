package import HelpDesk

/// A marketplace as the pretend platform knows it.
package struct PretendMarketplace: Hashable, Sendable {
    package var code: MarketplaceCode
    package var id: String
    package var name: String
    package var countryCode: String
    package var currency: String
    package var language: String
    package var domain: String

    /// The eight marketplaces of the demonstration.
    package static let all: [PretendMarketplace] = [
        row("US", "ATVPDKIKX0DER", "US", "USD", "en_US", "com"),
        row("CA", "A2EUQ1WTGCTBG2", "CA", "CAD", "en_CA", "ca"),
        row("UK", "A1F83G8C2ARO7P", "GB", "GBP", "en_GB", "co.uk"),
        row("DE", "A1PA6795UKMFR9", "DE", "EUR", "de_DE", "de"),
        row("FR", "A13V1IB3VIYZZH", "FR", "EUR", "fr_FR", "fr"),
        row("IT", "APJ6JRA9NG5V4", "IT", "EUR", "it_IT", "it"),
        row("ES", "A1RKKUPIHCS9HS", "ES", "EUR", "es_ES", "es"),
        row("JP", "A1VC38T7YXB528", "JP", "JPY", "ja_JP", "co.jp"),
    ]

    /// The one that people write as `code`.
    package static func named(_ code: MarketplaceCode) -> PretendMarketplace? {
        all.first { $0.code == code }
    }

    private static func row(
        _ code: MarketplaceCode, _ id: String, _ country: String, _ currency: String,
        _ language: String, _ domain: String
    ) -> PretendMarketplace {
        PretendMarketplace(
            code: code, id: id, name: "Amazon.\(domain)", countryCode: country, currency: currency,
            language: language, domain: "www.amazon.\(domain)")
    }
}
