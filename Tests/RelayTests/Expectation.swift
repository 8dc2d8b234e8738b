import ChannelAmazon
import Channels
import Foundation
import HelpDesk
import MailKit
import SwiftExtensions
import Testing

/// What a fixture must be read as; absent keys are not asked about, `nil` for `order_id` included.
struct Expectation: Decodable, Sendable, CustomTestStringConvertible {
    var file: String
    var kind: String
    var marketplace: String?
    var orderID: String?
    var otherOrders: [String]?
    var asin: String?
    var buyerName: String?
    var relayAddress: String?
    var lang: String?
    var body: String?
    var attachments: [String]?
    var category: String?
    var topic: String?
    var threadKey: String?
    var messageKey: String?
    var warnings: [String]?
    var flags: [String]?
    var courtesy: Bool?
    var notice: String?
    var bounce: String?
    var original: String?
    var recipient: String?
    var status: String?
    var reason: String?

    var testDescription: String { file }

    private enum CodingKeys: String, CodingKey {
        case file, kind, marketplace, asin, lang, body, attachments, category, topic, warnings
        case flags, courtesy, notice, bounce, original, recipient, status, reason
        case orderID = "order_id"
        case otherOrders = "other_orders"
        case buyerName = "buyer_name"
        case relayAddress = "relay_address"
        case threadKey = "thread_key"
        case messageKey = "message_key"
    }

    static let all: [Expectation] = {
        guard let text = try? String(decoding: Fixture.bytes("expected.jsonl"), as: UTF8.self)
        else {
            return []
        }
        return text.split(separator: "\n").compactMap { line in
            try? JSONDecoder().decode(Expectation.self, from: Data(line.utf8))
        }
    }()

    static let buyers = all.filter { $0.kind == "buyer-message" }
}

enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static let fetchedAt = Timestamp(iso8601: "2026-07-15T12:00:00Z") ?? Timestamp(seconds: 0)

    static let context = RelayContext(
        fetchedAt: fetchedAt, storeAddresses: ["desk+nova@desk.example"])

    static let reader: RelayMailReader? = try? RelayMailReader.standard()

    static func read(_ name: String, context: RelayContext = context) throws -> InboundMessage {
        try #require(reader).read(bytes(name), context: context)
    }

    /// A short mail of one plain part.
    static func mail(
        from: String, subject: String = "Frage", headers: [String] = [], body: String
    ) -> [UInt8] {
        let head = [
            "From: \(from)", "To: desk+nova@desk.example", "Subject: \(subject)",
            "Date: Tue, 09 Jun 2026 08:00:00 +0000", "Message-ID: <1@desk.example>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
        ]
        return Array(((head + headers).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }
}
