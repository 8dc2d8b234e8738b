import HelpDesk
import Testing

@Suite struct CategoryScoresTests {
    @Test func rulesGoFirstAndTheModelWhereTheySayLittle() {
        var judgement = CategoryJudgement(
            rule: .wrongItem, weight: 40, model: .returnRefund, confidence: 0.99)
        #expect(judgement.source == .rule && judgement.category == .wrongItem)
        judgement.weight = 10
        #expect(judgement.source == .model && judgement.category == .returnRefund)
        judgement.confidence = 0.49
        #expect(judgement.category == .wrongItem)
        judgement.rule = .other
        judgement.weight = 0
        judgement.confidence = 0.45
        #expect(judgement.category == .returnRefund)
        judgement.confidence = 0.44
        #expect(judgement.category == .other)
        judgement.model = nil
        judgement.confidence = 1
        #expect(judgement.source == .rule)
    }

    @Test func figuresAreThoseOfTheBook() {
        var scores = CategoryScores()
        for _ in 0..<6 { scores.add(.wrongItem, for: .wrongItem, in: "de") }
        for _ in 0..<2 { scores.add(.other, for: .wrongItem, in: "de") }
        for _ in 0..<2 { scores.add(.wrongItem, for: .returnRefund, in: "en") }
        #expect(scores.count == 10 && scores.right == 6 && scores.accuracy == 0.6)
        let wrong = scores.lines.first { $0.category == .wrongItem }
        #expect(wrong?.precision == 0.75 && wrong?.recall == 0.75 && wrong?.f1 == 0.75)
        #expect(scores.lines.first { $0.category == .returnRefund }?.f1 == 0)
        #expect(scores.macroF1 == 0.375)
        #expect(scores.only("de").accuracy == 0.75)
        #expect(scores.mistakes.map { $0.count } == [2, 2])
        #expect(CategoryScores().accuracy == nil && CategoryScores().macroF1 == nil)
    }
}
