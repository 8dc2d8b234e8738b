import HelpDesk

/// Says what an inquiry is about: the subject's topic weighs most, then the words of the text.
struct CategoryJudge: Sendable {
    let table: CategoryTable

    private enum Weight {
        static let topic = 6.5
        static let weakTopic = 2.5
        static let furtherStrong = 1.5
        static let word = 1.0
        static let noOrder = 1.2
    }

    func category(topic: String, text: String, hasOrder: Bool, language: LanguageCode)
        -> InquiryCategory
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
            return .other
        }
        return best.value
    }

    private func topicScore(_ row: CategoryTable.Row, _ topic: WordText) -> Double {
        if row.topics.hasHit(in: topic) { return Weight.topic }
        return row.weakTopics.hasHit(in: topic) ? Weight.weakTopic : 0
    }

    private func textScore(_ row: CategoryTable.Row, _ texts: [WordText]) -> Double {
        var strong: Set<Phrase> = []
        var words: Set<Phrase> = []
        for text in texts {
            strong.formUnion(row.strong.hits(in: text))
            words.formUnion(row.words.hits(in: text))
        }
        guard strong.isEmpty else {
            return row.weight + Double(strong.count - 1) * Weight.furtherStrong
        }
        return min(2, Double(words.count) * Weight.word)
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
