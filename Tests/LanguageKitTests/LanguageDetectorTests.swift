import HelpDesk
import LanguageKit
import Testing

struct LanguageDetectorTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var text: String
        var code: LanguageCode
        var marketplace: MarketplaceCode?
        init(_ text: String, _ code: LanguageCode, _ marketplace: MarketplaceCode? = nil) {
            self.text = text
            self.code = code
            self.marketplace = marketplace
        }
        var testDescription: String { "\(code): \(text)" }
    }

    static let clear = [
        Sample("Where is my package? It should have come on Monday.", "en"),
        Sample("Hi, I got the wrong colour.", "en", "DE"),
        Sample("Wo bleibt mein Paket?", "de", "DE"),
        Sample("Hallo, wann kommt die Ware an? MfG", "de"),
        Sample("Guten Tag, ich habe die Rechnung noch nicht erhalten.", "de", "FR"),
        Sample("Bonjour, où est mon colis svp ?", "fr", "FR"),
        Sample("Je n'ai toujours pas reçu ma commande.", "fr"),
        Sample("Buongiorno, dove si trova il mio pacco?", "it", "IT"),
        Sample("Il prodotto è arrivato rotto, vorrei il rimborso.", "it"),
        Sample("Hola, ¿dónde está mi pedido?", "es", "ES"),
        Sample("El artículo que he recibido no funciona", "es"),
        Sample("荷物がまだ届きません。いつ届きますか？", "ja", "JP"),
        Sample("ありがとう", "ja"),
        Sample("カバー", "ja"),
        Sample("iPhone 15 Pro Max USB-C ケーブルの長さを教えて", "ja", "JP"),
        Sample("请问什么时候发货？", "zh-Hans", "US"),
        Sample("請問什麼時候會出貨？", "zh-Hant", "US"),
        Sample("我的包裹还没有到", "zh-Hans", "JP"),
        Sample("領収書希望", "ja", "JP"),
        Sample("返品希望。不良品。", "ja"),
        Sample("안녕하세요 배송은 언제 오나요", "ko"),
        Sample("Waar is mijn pakket? Ik heb het nog niet ontvangen.", "nl", "DE"),
        Sample("Dzień dobry, kiedy otrzymam przesyłkę?", "pl", "DE"),
        Sample("Olá, onde está o meu pedido? Obrigado", "pt", "ES"),
        Sample("Здравствуйте, где моя посылка?", "ru", "DE"),
        Sample("Merci beaucoup !", "fr", "FR"),
        Sample("Danke schön", "de", "DE"),
        Sample("thanks", "en", "US"),
        Sample("Order 111-1234567-1234567 https://example.com/a where is it?", "en"),
    ]

    @Test(arguments: clear) func `is sure of clear texts`(_ sample: Sample) {
        let guess = LanguageDetector().guess(sample.text, hint: sample.marketplace)
        #expect(guess.code == sample.code)
        #expect(guess.isSure, "\(guess.confidence)")
    }

    @Test(arguments: [
        Sample("ok", "de", "DE"), Sample("305-1234567-1234567", "it", "IT"),
        Sample("?", "ja", "JP"),
        Sample("XL", "fr", "FR"), Sample("", "es", "ES"), Sample("Model 3", "en", "US"),
    ]) func `is unsure and takes the marketplace's language where nothing speaks`(_ sample: Sample)
    {
        let guess = LanguageDetector().guess(sample.text, hint: sample.marketplace)
        #expect(guess.code == sample.code)
        #expect(!guess.isSure, "\(guess.confidence)")
    }

    @Test func `says undetermined when there is no evidence at all`() {
        #expect(LanguageDetector().guess("12345 !!") == .none)
        #expect(LanguageDetector().guess("") == LanguageGuess(.undetermined, confidence: 0))
    }

    @Test(arguments: ["发货", "退款谢谢", "订单"]) func `reads Han without kana as Chinese elsewhere`(
        _ text: String
    ) {
        #expect(LanguageDetector().guess(text, hint: "US").code == "zh-Hans")
    }

    @Test(arguments: ["商品未着", "住所変更希望", "返金"]) func `reads Han without kana as Japanese in Japan`(
        _ text: String
    ) {
        let guess = LanguageDetector().guess(text, hint: "JP")
        #expect(guess.code == "ja")
        #expect(guess.isSure)
    }

    @Test func `never fails on odd input`() {
        let odd = [
            String(repeating: "a", count: 100_000), String(repeating: "あ", count: 40_000),
            "\u{0}\u{1}\u{202E}", "\u{1F600}\u{200D}\u{1F525}",
            String(repeating: "é ", count: 20_000),
        ]
        for text in odd {
            let guess = LanguageDetector().guess(text, hint: "JP")
            #expect((0...1).contains(guess.confidence))
        }
    }

    @Test func `keeps confidence between nought and one`() {
        #expect(LanguageGuess("en", confidence: 7).confidence == 1)
        #expect(LanguageGuess("en", confidence: -1).confidence == 0)
        #expect(LanguageGuess("en", confidence: 0.7).isSure)
        #expect(!LanguageGuess("en", confidence: 0.69).isSure)
    }
}
