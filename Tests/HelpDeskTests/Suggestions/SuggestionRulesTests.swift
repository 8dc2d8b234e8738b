import HelpDesk
import Testing

@Suite struct SuggestionRulesTests {
    private let question = SuggestionRules.Question(
        text: "Hello, the lamp flickers after ten minutes, is the transformer broken?",
        language: "en", category: .damagedDefective, orderStatus: .shipped)

    private func template(
        _ key: TemplateKey, _ text: String, _ language: LanguageCode = "en",
        _ category: InquiryCategory = .damagedDefective, missing: [String] = [],
        outcome: TemplateOutcome? = nil
    ) -> SuggestionRules.Template {
        SuggestionRules.Template(
            record: TemplateRecord(
                key: key, title: "A title", language: language, category: category, body: text,
                version: 1), text: text, missing: missing,
            worth: SuggestionRules.Worth(outcome: outcome))
    }

    private func keys(_ templates: SuggestionRules.Template...) -> [String] {
        SuggestionRules.best(templates, for: question).map { suggestion in
            guard case .template(let key) = suggestion.source else { return "" }
            return key.rawValue
        }
    }

    @Test func theBuyersLanguageIsNeededThenTheQuestionAndTheWordsCount() {
        #expect(
            keys(
                template("fr", "La lampe", "fr"),
                template("other", "Your parcel.", "en", .whereIsMyOrder),
                template("plain", "We are sorry."),
                template("lamp", "A lamp that flickers needs another transformer.")
            ) == ["lamp", "plain"])
    }

    /// A question that could not be placed is answered by its words, not by whatever is "other" too.
    @Test func anUnplacedQuestionGoesByItsWords() {
        var unplaced = question
        unplaced.category = .other
        let found = SuggestionRules.best(
            [
                template("packaging", "You are right about the box.", "en", .other),
                template("lamp", "A lamp that flickers needs another transformer."),
            ], for: unplaced)
        #expect(found.first?.source == .template("lamp"))
    }

    /// A kind that one word suggested yields to what the buyer says, and alone is no reason.
    @Test func wordsBeatAWeakKind() {
        let weak = SuggestionRules.Question(
            text: "Only five bamboo lids came, could you send the missing lid?", language: "en",
            category: .damagedDefective, orderStatus: nil, certainty: 0.5)
        let found = SuggestionRules.best(
            [
                template("broken", "We are sorry that it broke."),
                template("lid", "A missing lid leaves today.", "en", .wrongItem),
            ], for: weak)
        #expect(found.map(\.source) == [.template("lid")])
    }

    @Test func whatWasOrderedCounts() {
        func keys(_ items: [String]) -> [Suggestion.Source] {
            let usage = SuggestionRules.Question(
                text: "How do I clean it?", language: "en", category: .productUsage,
                orderStatus: nil, items: items)
            return SuggestionRules.best(
                [
                    template("board", "Oil the board.", "en", .productUsage),
                    template("kettle", "Boil the kettle.", "en", .productUsage),
                ], for: usage
            ).map(\.source)
        }
        #expect(keys(["Gooseneck Kettle, 1.0 l"]) == [.template("kettle")])
        #expect(keys([]).isEmpty)
    }

    /// As the buyer wrote them: whole, with accents, without small words and without a name.
    @Test(arguments: [
        ("fr", "L'électroménager est cassé, après.\nMarion Delétoile", "électroménager, cassé"),
        ("ja", "充電ケーブルが入っていません。", "充電ケーブル"),
    ])
    func wordsAreShownAsTheBuyerWroteThem(
        _ language: LanguageCode, _ text: String, _ words: String
    ) {
        let asked = SuggestionRules.Question(
            text: text, language: language, category: .damagedDefective, orderStatus: nil)
        let letter = template(
            "x", "Electromenager casse apres Marion Deletoile 充電ケーブル", language)
        let reasons = SuggestionRules.best([letter], for: asked).first?.reasons ?? []
        #expect(reasons.first { $0.code == .words }?.arguments["words"] == words)
    }

    /// Of two questions each has its turn, the first first.
    @Test func twoQuestionsTakeTurns() {
        var other = question
        other.category = .whereIsMyOrder
        let found = SuggestionRules.best(
            [
                template("one", "x"), template("two", "x"), template("three", "x"),
                template("late", "x", "en", .whereIsMyOrder),
            ], for: [other, question])
        #expect(found.map(\.source) == [.template("late"), .template("one"), .template("two")])
    }

    @Test func missingValuesAndBadOutcomesCount() {
        let good = TemplateOutcome(uses: 50, quiet: 48)
        let bad = TemplateOutcome(uses: 50, quiet: 5)
        let few = TemplateOutcome(uses: 19, quiet: 0)
        #expect(
            keys(
                template("bad", "x", outcome: bad), template("good", "x", outcome: good),
                template("gaps", "x", missing: ["shipment.tracking"], outcome: good)
            ) == ["good", "bad", "gaps"])
        #expect(few.surely == nil)
    }

    @Test func whyIsSaid() throws {
        let outcome = TemplateOutcome(uses: 40, quiet: 36)
        let found = SuggestionRules.best(
            [template("lamp", "The lamp flickers", missing: ["order.id"], outcome: outcome)],
            for: question)
        let reasons = try #require(found.first).reasons
        #expect(reasons.map(\.code) == [.language, .category, .words, .outcome, .missing])
        #expect(reasons[2].arguments["words"] == "lamp, flickers")
        #expect(reasons[3].arguments == ["count": "36", "of": "40"])
    }

    private func reply(
        _ message: Int64, _ text: String, match: Double, isReopened: Bool = false,
        status: OrderStatus? = .shipped, language: LanguageCode = "en"
    ) -> SuggestionRules.Reply {
        SuggestionRules.Reply(
            message: MessageID(rawValue: message), ticket: TicketID(rawValue: message),
            title: "?", text: text, language: language, category: .damagedDefective,
            orderStatus: status, match: match, words: ["flicker"], isReopened: isReopened)
    }

    private static let transformer = """
        We are sorry about the flicker. It is the transformer; we send a new one today and it \
        arrives within three days. You need not return the old one.
        """
    private static let wrongBulb = """
        Lamps of this kind flicker with bulbs above ten watts. Could you tell us which bulb is \
        in it? The label stands on its base, next to the thread.
        """

    @Test func likeRepliesStandForEachOther() throws {
        let found = SuggestionRules.best(
            [
                reply(1, Self.transformer, match: 0.9), reply(2, Self.wrongBulb, match: 1),
                reply(3, Self.transformer + " Thank you.", match: 0.8),
                reply(4, Self.transformer, match: 0.5),
            ], for: question)
        #expect(
            found.map(\.source) == [
                .reply(MessageID(rawValue: 1), TicketID(rawValue: 1)),
                .reply(MessageID(rawValue: 2), TicketID(rawValue: 2)),
            ])
        #expect(found[0].reasons.contains(Suggestion.Reason(.often, ["count": "3"])))
    }

    @Test func aReplyAfterWhichTheBuyerCameBackYields() {
        let found = SuggestionRules.best(
            [
                reply(1, Self.transformer, match: 1, isReopened: true),
                reply(2, Self.wrongBulb, match: 0.8),
            ], for: question)
        #expect(found.first?.source == .reply(MessageID(rawValue: 2), TicketID(rawValue: 2)))
    }

    @Test func anotherLanguageIsNotOffered() {
        #expect(
            SuggestionRules.best(
                [reply(1, "Es tut uns leid.", match: 1, language: "de")], for: question
            )
            .isEmpty)
    }
}
