import ChannelAmazon
import Channels
import Foundation
import Testing

struct ReportTests {
    @Test func `one line with the contract's keys in their order`() throws {
        let report = MailParseReport(
            file: "a/\"b\".eml", try Fixture.read("de-question.eml"))
        let line = report.jsonLine()
        #expect(!line.contains("\n"))
        let keys = [
            "file", "kind", "marketplace", "order_id", "asin", "buyer_name", "relay_address",
            "lang", "body", "attachments", "category", "thread_key", "message_key", "warnings",
        ]
        var from = line.startIndex
        for key in keys {
            let found = try #require(line.range(of: "\"\(key)\":", range: from..<line.endIndex))
            from = found.upperBound
        }
        let back = try JSONDecoder().decode(MailParseReport.self, from: Data(line.utf8))
        #expect(back == report)
    }

    @Test func `absent values are null and lists are lists`() throws {
        let report = MailParseReport(
            file: "x", try Fixture.read("other-newsletter.eml"))
        let line = report.jsonLine()
        #expect(line.contains("\"order_id\":null"))
        #expect(line.contains("\"attachments\":[]"))
        #expect(report.kind == .other)
    }

    @Test(arguments: Expectation.all) func `every line is JSON without controls`(
        _ expected: Expectation
    ) throws {
        let line = MailParseReport(file: expected.file, try Fixture.read(expected.file)).jsonLine()
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let isClean = line.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
                && !(0x202A...0x202E).contains(scalar.value)
                && !(0x2066...0x2069).contains(scalar.value)
        }
        #expect(isClean)
    }
}
