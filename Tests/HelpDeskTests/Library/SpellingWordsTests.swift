import HelpDesk
import Testing

@Suite struct SpellingWordsTests {
    @Test(arguments: [
        ("Hallo Welt", ["Hallo", "Welt"]),
        ("l'eau qu'on boit", ["l'eau", "qu'on", "boit"]),
        ("„Ersatz“ (oder) 'Geld'!", ["Ersatz", "oder", "Geld"]),
        ("E-Mail-Adresse", ["Mail", "Adresse"]),
        ("305-7714402-1187543 JD0123 DHL UPS", []),
        ("see https://a.example/x and me@example.com now", ["see", "and", "now"]),
        ("{{buyer.greeting}} ok {{#if order.id}} yes", ["ok", "yes"]),
        ("您好，订单已发货。お荷物 Paket", ["Paket"]),
        ("a I x", []), ("z.B. www.nova.example", []),
        (String(repeating: "x", count: 200), []),
    ])
    func onlyWhatADictionaryMayKnow(_ text: String, _ words: [String]) {
        #expect(SpellingWords.of(text).map(\.text) == words)
    }

    @Test func placesAreBytesOfTheLetter() {
        let text = "Größe: „Rechnugn“ für 李伟 ok"
        let bytes = Array(text.utf8)
        for word in SpellingWords.of(text) {
            #expect(String(decoding: bytes[word.range], as: UTF8.self) == word.text)
        }
        #expect(SpellingWords.of(text).count == 4)
    }

    /// A pasted book costs a bounded time and says nothing of its end.
    @Test func aBookIsNotProofread() {
        let book = String(repeating: "wort ", count: 100_000)
        #expect(SpellingWords.of(book).count == 4000)
    }

    @Test(
        arguments: [
            ("en", "UK", "en_GB"), ("en", "US", "en_US"), ("de", "DE", "de_DE"),
            ("fr", "CA", "fr_FR"),
            ("es", nil, "es_ES"), ("pt", "ES", "pt_BR"), ("ja", "JP", nil), ("und", nil, nil),
        ] as [(LanguageCode, MarketplaceCode?, String?)])
    func theDictionaryFitsTheMarketplace(
        _ language: LanguageCode, _ marketplace: MarketplaceCode?, _ name: String?
    ) {
        let names: Set = ["en_GB", "en_US", "de_DE", "de_AT", "fr_FR", "es_ES", "pt_BR"]
        #expect(SpellingDictionaries.choice(language, on: marketplace, of: names) == name)
    }
}
