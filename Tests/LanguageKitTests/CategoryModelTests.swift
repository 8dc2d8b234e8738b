import HelpDesk
import LanguageKit
import Testing

@Suite struct CategoryModelTests {
    private static let texts: [(String, InquiryCategory)] = [
        ("The lamp flickers", .damagedDefective), ("Der Henkel ist ab", .damagedDefective),
        ("Where is my parcel", .whereIsMyOrder), ("包裹在哪里", .whereIsMyOrder),
        ("Send me the bill", .invoiceRequest), ("领收书をください", .invoiceRequest),
    ]

    private func model(_ texts: [(String, InquiryCategory)]) -> CategoryModel {
        var model = CategoryModel()
        for (text, category) in texts { model.learn(text, category) }
        return model
    }

    @Test func whatWasLearntIsFoundAgainInAnotherForm() {
        let model = model(Self.texts)
        #expect(model.guess("my LÁMP is flickering")?.category == .damagedDefective)
        #expect(model.guess("where are the parcels?")?.category == .whereIsMyOrder)
        #expect(model.guess("我的包裹呢")?.category == .whereIsMyOrder)
        let known = model.guess("The lamp flickers")?.confidence ?? 0
        let vague = model.guess("lamp and parcel")?.confidence ?? 1
        #expect(known > vague && known <= 1)
    }

    @Test func theOrderOfTheTextsDoesNotMatter() {
        #expect(model(Self.texts) == model(Self.texts.reversed()))
        let (first, second) = (
            model(Array(Self.texts.prefix(3))), model(Array(Self.texts.suffix(3)))
        )
        #expect(first.adding(second) == model(Self.texts))
    }

    @Test func strangeTextsAreNobodys() {
        #expect(CategoryModel().guess("anything") == nil)
        let model = model(Self.texts)
        #expect(model.guess("") == nil)
        #expect(model.guess("🙂🙂") == nil)
    }

    @Test func numbersComeBackFromBytes() throws {
        let model = model(Self.texts)
        let bytes = model.bytes
        #expect(CategoryModel(bytes: bytes) == model)
        #expect(CategoryModel(bytes: Array(bytes.dropLast())) == nil)
        #expect(CategoryModel(bytes: []) == nil)
        var foreign = bytes
        foreign[20] ^= 0xFF
        #expect(CategoryModel(bytes: foreign) == nil)
        let outside = bytes + [0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0]
        #expect(CategoryModel(bytes: outside) == nil)
    }

    @Test func theShippedTextsAreWholeInEveryLanguage() {
        let texts = InquiryTexts.all
        let languages: [LanguageCode] = ["en", "de", "fr", "it", "es", "ja", "zh-Hans"]
        for language in languages {
            for category in InquiryCategory.allCases {
                let count = texts.count { $0.language == language && $0.category == category }
                #expect(count >= 8, "\(language) \(category)")
            }
        }
        #expect(texts.count == 746)
    }
}
