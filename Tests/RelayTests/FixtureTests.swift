import ChannelAmazon
import Channels
import HelpDesk
import MailKit
import SwiftExtensions
import Testing

/// Every fixture, field by field.
struct FixtureTests {
    @Test func `fixtures are there`() {
        #expect(Expectation.all.count >= 80)
        #expect(Set(Expectation.buyers.compactMap(\.marketplace)).count == 8)
    }

    @Test(arguments: Expectation.all) func kind(_ expected: Expectation) throws {
        let message = try Fixture.read(expected.file)
        #expect(MailParseReport(file: expected.file, message).kind.rawValue == expected.kind)
    }

    @Test(arguments: Expectation.buyers) func `marketplace, order and product`(
        _ expected: Expectation
    ) throws {
        let message = try Fixture.read(expected.file)
        #expect(message.marketplace?.rawValue == expected.marketplace)
        if !expected.file.hasPrefix("broken") {
            #expect(message.order?.rawValue == expected.orderID)
        }
        if let others = expected.otherOrders {
            #expect(message.otherOrders.map(\.rawValue) == others)
        }
        if let asin = expected.asin { #expect(message.items.first?.asin == asin) }
    }

    @Test(arguments: Expectation.all.filter { $0.body != nil }) func body(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).body == expected.body)
    }

    @Test(arguments: Expectation.all.filter { $0.buyerName != nil || $0.relayAddress != nil })
    func `name and alias`(_ expected: Expectation) throws {
        let message = try Fixture.read(expected.file)
        if let name = expected.buyerName { #expect(message.buyerName == name) }
        if let address = expected.relayAddress { #expect(message.alias?.address == address) }
    }

    @Test(arguments: Expectation.all.filter { $0.lang != nil }) func language(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).language.rawValue == expected.lang)
    }

    @Test(arguments: Expectation.all.filter { $0.category != nil }) func category(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).category.rawValue == expected.category)
    }

    @Test(arguments: Expectation.all.filter { $0.topic != nil }) func topic(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).topic == expected.topic)
    }

    @Test(arguments: Expectation.all.filter { $0.threadKey != nil || $0.messageKey != nil })
    func `thread and message keys`(_ expected: Expectation) throws {
        let message = try Fixture.read(expected.file)
        if let key = expected.threadKey { #expect(message.threadKeys.first?.value == key) }
        if let key = expected.messageKey {
            #expect(message.dedupe == DedupeKey(.token, key))
        }
    }

    @Test(arguments: Expectation.all.filter { $0.attachments != nil }) func attachments(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).attachments.map(\.name) == expected.attachments)
    }

    @Test(arguments: Expectation.all.filter { $0.warnings != nil || $0.flags != nil })
    func `warnings and flags`(_ expected: Expectation) throws {
        let message = try Fixture.read(expected.file)
        let said = message.warnings.map(\.rawValue) + message.flags.map(\.rawValue)
        for code in (expected.warnings ?? []) + (expected.flags ?? []) {
            #expect(said.contains(code))
        }
    }

    @Test(arguments: Expectation.all.filter { $0.notice != nil }) func notice(
        _ expected: Expectation
    ) throws {
        #expect(try Fixture.read(expected.file).notice?.kind.rawValue == expected.notice)
    }

    @Test(arguments: Expectation.all.filter { $0.bounce != nil }) func bounce(
        _ expected: Expectation
    ) throws {
        let message = try Fixture.read(expected.file)
        #expect(message.outcome == .bounce)
        #expect(message.bounce?.effect.rawValue == expected.bounce)
        if let id = expected.original { #expect(message.bounce?.originalMessageID == id) }
        if let address = expected.recipient { #expect(message.bounce?.recipient == address) }
        if let status = expected.status { #expect(message.bounce?.status == status) }
    }

    @Test(arguments: Expectation.all.filter { $0.reason != nil }) func `reason of a forgery`(
        _ expected: Expectation
    ) throws {
        let message = try Fixture.read(expected.file)
        #expect(message.outcome == .quarantined)
        #expect(message.spoofReasons.map(\.rawValue).contains(expected.reason ?? ""))
    }

    @Test(arguments: Expectation.all.filter { $0.courtesy != nil }) func courtesy(
        _ expected: Expectation
    ) throws {
        #expect(try (Fixture.read(expected.file).kind == .courtesy) == expected.courtesy)
    }

    @Test(arguments: Expectation.all) func `any prefix is read as something`(
        _ expected: Expectation
    ) throws {
        let bytes = try Fixture.bytes(expected.file)
        let reader = try #require(Fixture.reader)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) {
            let message = reader.read(Array(bytes.prefix(length)), context: Fixture.context)
            #expect(message.outcome != .stored)
            #expect(!message.rule.isEmpty)
            if expected.reason == "look-alike-sender" { #expect(message.outcome != .message) }
        }
    }

    @Test(arguments: [
        ("fr-copy-1.eml", "fr-copy-2.eml"), ("fr-tokenless-1.eml", "fr-tokenless-2.eml"),
    ])
    func `copies have one dedupe key`(_ pair: (String, String)) throws {
        let first = try Fixture.read(pair.0)
        let second = try Fixture.read(pair.1)
        #expect(first.internetMessageID != second.internetMessageID)
        #expect(first.dedupe == second.dedupe)
        #expect(first.contentKey == second.contentKey)
        #expect(first.threadKeys == second.threadKeys)
    }
}
