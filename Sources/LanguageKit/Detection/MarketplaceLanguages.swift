import HelpDesk

/// The language in which most buyers of a marketplace write: the last evidence of all.
enum MarketplaceLanguages {
    private static let mainLanguage: [MarketplaceCode: LanguageCode] = [
        "US": "en", "CA": "en", "UK": "en", "IE": "en", "AU": "en", "SG": "en", "IN": "en",
        "ZA": "en", "DE": "de", "FR": "fr", "IT": "it", "ES": "es", "MX": "es", "JP": "ja",
        "BR": "pt", "NL": "nl", "BE": "fr", "SE": "sv", "PL": "pl", "TR": "tr", "AE": "en",
        "SA": "ar", "EG": "ar",
    ]

    static func language(of marketplace: MarketplaceCode?) -> LanguageCode? {
        marketplace.flatMap { mainLanguage[$0] }
    }
}
