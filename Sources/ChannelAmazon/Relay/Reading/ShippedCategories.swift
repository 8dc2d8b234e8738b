package import HelpDesk
package import LanguageKit

/// The model that every desk begins with: learnt from the texts that ship with it and from the
/// rules' own phrases, so that a word in another form is not lost.
package enum ShippedCategories {
    /// Made when somebody first asks; empty only if the embedded table were broken.
    package static let model: CategoryModel = {
        var model = CategoryModel()
        for text in InquiryTexts.all { model.learn(text.text, text.category) }
        guard let table = try? RelayTables.embedded().categories else { return model }
        for row in table.rows {
            for source in row.sources {
                model.learn(
                    source.replacing("*", with: "").replacing(" ~ ", with: " "), row.value)
            }
        }
        return model
    }()

    private static let denied = (try? RelayTables.embedded().categories.denied) ?? PhraseSet([])

    /// What a text says that it is not about.
    static func denials(in text: String) -> [InquiryCategory] {
        let words = WordText(text)
        return rows.filter { $0.denied.hasHit(in: words) }.map(\.value)
    }

    private static let rows = (try? RelayTables.embedded().categories.rows) ?? []

    /// The text without what it says that it is not about: a model knows words and no negation.
    static func affirmed(_ text: String) -> String {
        guard let rest = WordText(text).without(denied) else { return text }
        if rest.hasEastAsian { return rest.packed }
        return rest.words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The rules' word, and the model's where theirs is not enough.
    static func judgement(
        by rules: CategoryJudge, topic: String, text: String, hasOrder: Bool,
        language: LanguageCode
    ) -> CategoryJudgement {
        let judgement = rules.judgement(
            topic: topic, text: text, hasOrder: hasOrder, language: language)
        return judgement.asksModel ? judgement.asking(model, version: 0, about: text) : judgement
    }
}

extension CategoryJudgement {
    /// The same with what a model says.
    package func asking(_ model: CategoryModel, version: Int, about text: String)
        -> CategoryJudgement
    {
        var judgement = self
        let guess = model.guess(ShippedCategories.affirmed(text))
        // What is left of a denial may still sound like what was denied.
        if let guess, ShippedCategories.denials(in: text).contains(guess.category) {
            return judgement
        }
        judgement.model = guess?.category
        judgement.confidence = guess?.confidence ?? 0
        judgement.modelVersion = version
        return judgement
    }
}

extension RelayMailReader {
    /// What the rules alone say of a text.
    package func categoryRules(
        topic: String, text: String, hasOrder: Bool, language: LanguageCode
    ) -> CategoryJudgement {
        CategoryJudge(table: tables.categories).judgement(
            topic: topic, text: text, hasOrder: hasOrder, language: language)
    }
}
