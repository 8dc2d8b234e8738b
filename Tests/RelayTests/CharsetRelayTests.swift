import ChannelAmazon
import Channels
import Foundation
import HelpDesk
import Testing

/// Relay mails in each charset of the eight marketplaces, read field by field.
struct CharsetRelayTests {
    struct Sample: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var marketplace: String
        var order: String
        var buyer: String
        var body: String
        var message: String
        var thread: String
        var asin: String
        var testDescription: String { file }

        private enum CodingKeys: String, CodingKey {
            case file, marketplace, body, asin
            case order = "order_id"
            case buyer = "buyer_name"
            case message = "message_key"
            case thread = "thread_key"
        }
    }

    static let samples: [Sample] = {
        guard let bytes = try? Fixture.bytes("charsets/expected.jsonl") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Sample.self, from: Data($0.utf8))
        }
    }()

    @Test func allMarketplacesAndCharsetsAreThere() {
        #expect(Self.samples.count == 18)
        #expect(Set(Self.samples.map(\.marketplace)).count == 8)
    }

    @Test(arguments: samples) func readsEveryField(_ sample: Sample) throws {
        let message = try Fixture.read("charsets/\(sample.file)")
        #expect(message.outcome == .message)
        #expect(message.marketplace?.rawValue == sample.marketplace)
        #expect(message.order?.rawValue == sample.order)
        #expect(message.buyerName == sample.buyer)
        #expect(message.body == sample.body)
        #expect(message.tokens.message == sample.message)
        #expect(message.tokens.thread == sample.thread)
        #expect(message.items.first?.asin == sample.asin)
    }
}
