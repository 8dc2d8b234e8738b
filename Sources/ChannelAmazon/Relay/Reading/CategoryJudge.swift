import HelpDesk

/// Says what an inquiry is about: the subject's topic weighs most, then the words of the text.
struct CategoryJudge: Sendable {
    let table: CategoryTable

    private enum Weight {
        static let topic = 6.5
        static let weakTopic = 2.5
        static let furtherStrong = 1.5
        static let likely = 1.8
        static let furtherLikely = 0.9
        static let likelyBesideStrong = 0.5
        static let word = 1.0
        static let wordBesideLikely = 0.4
        static let noOrder = 1.2
    }

    /// What the phrases say, and how much they weigh; nobody has asked a model yet.
    func judgement(topic: String, text: String, hasOrder: Bool, language: LanguageCode)
        -> CategoryJudgement
    {
        let topicWords = WordText(topic)
        let texts = texts(text, language: language)
        var best = (value: InquiryCategory.other, score: 0.0)
        for row in table.rows {
            var score = topicScore(row, topicWords) + textScore(row, texts)
            if row.value == .preSaleQuestion, !hasOrder { score += Weight.noOrder }
            if score > best.score { best = (row.value, score) }
        }
        if best.value == .preSaleQuestion, best.score <= Weight.noOrder, !isQuestion(text) {
            return CategoryJudgement(rule: .other, weight: 0)
        }
        return CategoryJudgement(rule: best.value, weight: Int((best.score * 10).rounded()))
    }

    private func topicScore(_ row: CategoryTable.Row, _ topic: WordText) -> Double {
        if row.topics.hasHit(in: topic) { return Weight.topic }
        return row.weakTopics.hasHit(in: topic) ? Weight.weakTopic : 0
    }

    private func textScore(_ row: CategoryTable.Row, _ texts: [WordText]) -> Double {
        let texts = texts.map { $0.without(row.denied) ?? $0 }
        func hits(_ phrases: PhraseSet) -> Int {
            texts.reduce(into: Set<Phrase>()) { $0.formUnion(phrases.hits(in: $1)) }.count
        }
        let strong = hits(row.strong)
        let likely = hits(row.likely)
        if strong > 0 {
            return row.weight + Double(strong - 1) * Weight.furtherStrong
                + Double(min(likely, 3)) * Weight.likelyBesideStrong
        }
        let words = min(2, Double(hits(row.words)) * Weight.word)
        guard likely > 0 else { return words }
        return Weight.likely + Double(likely - 1) * Weight.furtherLikely
            + words * Weight.wordBesideLikely
    }

    /// Germans without umlauts on their keys write `ae`, `oe`, `ue`: both spellings are tried.
    private func texts(_ text: String, language: LanguageCode) -> [WordText] {
        let plain = WordText(text)
        guard language == "de" else { return [plain] }
        var respelled = text.lowercased()
        for (pair, letter) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
            respelled = respelled.replacing(pair, with: letter)
        }
        return respelled == text.lowercased() ? [plain] : [plain, WordText(respelled)]
    }

    private func isQuestion(_ text: String) -> Bool { text.contains { "?？".contains($0) } }
}
