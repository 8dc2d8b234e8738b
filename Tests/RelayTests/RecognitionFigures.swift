import ChannelAmazon
import Channels
import HelpDesk
import Testing

/// How much of each field the fixtures' expectations are met, as a table for docs/performance.md:
/// `scripts/run-tests --filter RecognitionFigures` prints it.
struct RecognitionFigures {
    private struct Score {
        var hits = 0
        var asked = 0

        mutating func note(_ isHit: Bool) {
            asked += 1
            if isHit { hits += 1 }
        }
    }

    @Test func everyFieldIsRecognised() throws {
        var scores: [String: Score] = [:]
        func ask<Value: Equatable>(_ field: String, _ expected: Value?, _ found: Value?) {
            guard let expected else { return }
            scores[field, default: Score()].note(expected == found)
        }
        for expected in Expectation.all {
            let message = try Fixture.read(expected.file)
            let kind = MailParseReport(file: expected.file, message).kind.rawValue
            ask("kind", expected.kind, kind)
            ask("order id", expected.orderID, message.order?.rawValue)
            ask("asin", expected.asin, message.items.first?.asin)
            ask("buyer's name", expected.buyerName, message.buyerName)
            ask("alias", expected.relayAddress, message.alias?.address)
            ask("body, exact", expected.body, message.body)
            ask("thread token", expected.threadKey, message.threadKeys.first?.value)
            ask("message token", expected.messageKey, message.tokens.message)
            ask("language", expected.lang, message.language.rawValue)
            ask("category", expected.category, message.category.rawValue)
            guard expected.kind == "buyer-message" else { continue }
            ask("marketplace", expected.marketplace, message.marketplace?.rawValue)
        }
        for sample in CharsetRelayTests.samples {
            let message = try Fixture.read("charsets/\(sample.file)")
            ask("order id", sample.order, message.order?.rawValue)
            ask("asin", sample.asin, message.items.first?.asin)
            ask("buyer's name", sample.buyer, message.buyerName)
            ask("body, exact", sample.body, message.body)
            ask("thread token", sample.thread, message.tokens.thread)
            ask("message token", sample.message, message.tokens.message)
            ask("marketplace", sample.marketplace, message.marketplace?.rawValue)
        }
        for (field, score) in scores.sorted(by: { $0.key < $1.key }) {
            print("recognition\t\(field)\t\(score.hits) of \(score.asked)")
            #expect(score.hits == score.asked, "\(field)")
            #expect(score.asked >= 15, "\(field) is asked too seldom to mean anything")
        }
    }
}
