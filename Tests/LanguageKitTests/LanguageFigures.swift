import HelpDesk
import LanguageKit
import Testing

/// How well short questions tell their language: 746 of 2 to 120 signs, with the marketplace's
/// hint, with none, and with another marketplace's. `scripts/run-tests --filter LanguageFigures`.
@Suite struct LanguageFigures {
    private static let home: [LanguageCode: MarketplaceCode] = [
        "en": "US", "de": "DE", "fr": "FR", "it": "IT", "es": "ES", "ja": "JP",
    ]
    /// A German who shops in France, and so on round.
    private static let away: [LanguageCode: MarketplaceCode] = [
        "en": "DE", "de": "FR", "fr": "IT", "it": "ES", "es": "US", "ja": "US", "zh-Hans": "JP",
    ]

    private static func short(_ code: LanguageCode) -> Substring {
        code.rawValue.prefix { $0 != "-" }
    }

    /// Shares in thousandths: right among all, right among the sure ones, sure ones.
    private func figures(
        _ hint: (LanguageCode) -> MarketplaceCode?
    ) -> (right: Int, rightWhenSure: Int, sure: Int) {
        let detector = LanguageDetector()
        var (right, sure, sureAndRight) = (0, 0, 0)
        let texts = InquiryTexts.all
        for text in texts {
            let guess = detector.guess(text.text, hint: hint(text.language))
            let isRight = Self.short(guess.code) == Self.short(text.language)
            if isRight { right += 1 }
            if guess.isSure { sure += 1 }
            if guess.isSure, isRight { sureAndRight += 1 }
        }
        return (
            right * 1000 / texts.count, sureAndRight * 1000 / max(1, sure),
            sure * 1000 / texts.count
        )
    }

    @Test func shortQuestionsTellTheirLanguage() {
        let home = figures { Self.home[$0] }
        let none = figures { _ in nil }
        let away = figures { Self.away[$0] }
        print("language of 746 short questions, thousandths right, right when sure, sure")
        print("home \(home) none \(none) away \(away)")
        #expect(home.right >= 960 && home.rightWhenSure >= 985)
        #expect(none.right >= 920 && none.rightWhenSure >= 960)
        #expect(away.right >= 880 && away.rightWhenSure >= 960)
    }

    /// Mixed, quoted and foreign pieces: the buyer's own words count.
    @Test(arguments: [
        ("Hallo, mein \"Ultra Smart LED Desk Lamp Pro\" kommt nicht an.", "de"),
        ("请问 Bluetooth Speaker Mini 什么时候发货", "zh"), ("Kindle Paperwhite が届きません", "ja"),
        ("商品未着。至急確認願います。", "ja"), ("还没收到货，麻烦催一下", "zh"), ("ok gracias", "es"),
        ("¿Qué significan tres pitidos?", "es"), ("merci", "fr"),
        ("Grazie 305-1234567-1234567", "it"),
    ])
    func mixedTextsToo(text: String, language: String) {
        #expect(Self.short(LanguageDetector().guess(text).code) == language[...])
    }
}
