@testable import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Testing

@Suite struct ReportReaderTests {
    private func read(
        _ topic: AccountTopic, _ text: String, country: String = "DE"
    ) throws -> ReadReport {
        try ReportReader.read(
            topic, ReportDocument(bytes: Array(text.utf8), charset: "utf-8"),
            countryCode: country)
    }

    private static let settlementHead = [
        "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
        "total-amount", "currency", "transaction-type", "order-id", "amount-type",
        "amount-description", "amount", "posted-date-time", "sku", "quantity-purchased",
    ].joined(separator: "\t")

    private func settlement(_ lines: [String]) throws -> (Settlement, [BadReportLine]) {
        let report = try read(
            .settlement,
            ([
                Self.settlementHead,
                "77\t01.03.2026 00:00:00 UTC\t14.03.2026 23:59:59 UTC\t16.03.2026 08:00:00 UTC\t"
                    + "17,41\tEUR",
            ] + lines).joined(separator: "\r\n"))
        guard case .settlement(let settlement) = report.rows else {
            throw LineProblem.missing("rows")
        }
        return (settlement, report.badLines)
    }

    private static let price =
        "77\t\t\t\t\t\tOrder\t305-1-1\tItemPrice\tPrincipal\t19,90\t02.03.2026 10:00:00 UTC\tL\t1"
    private static let fee =
        "77\t\t\t\t\t\tOrder\t305-1-1\tItemFees\tCommission\t-2,49\t02.03.2026 10:00:00 UTC\tL\t"

    @Test func settlementWithCommasBalances() throws {
        let (settlement, bad) = try settlement([Self.price, Self.fee])
        #expect(bad.isEmpty)
        #expect(settlement.isBalanced)
        #expect(settlement.total == Money(amount: "17.41", currency: "EUR"))
        #expect(settlement.lines.map(\.amount) == ["19.9", "-2.49"])
        #expect(settlement.lines.first?.postedAt == Timestamp(iso8601: "2026-03-02T10:00:00Z"))
        #expect(settlement.end == Timestamp(iso8601: "2026-03-14T23:59:59Z"))
    }

    @Test func settlementThatLacksACentIsNotBalanced() throws {
        let (settlement, _) = try settlement([
            Self.price, Self.fee.replacing("-2,49", with: "-2,50"),
        ])
        #expect(!settlement.isBalanced)
        #expect(settlement.sum?.description == "17.4")
    }

    @Test func badLinesAreToldByLineAndFieldAndTheRestCounts() throws {
        let (settlement, bad) = try settlement([
            Self.price.replacing("19,90", with: "many"), Self.fee,
            Self.fee.replacing("02.03.2026", with: "32.03.2026"), "78\t\t\t\t\t\tOrder", "\t\t",
        ])
        #expect(settlement.lines.map(\.line) == [4])
        #expect(
            bad == [
                BadReportLine(line: 3, field: "amount", reason: "unreadable"),
                BadReportLine(line: 5, field: "posted", reason: "unreadable"),
                BadReportLine(line: 6, field: "settlement", reason: "unreadable"),
            ])
    }

    @Test func reportWithoutARequiredColumnMeansNothing() {
        #expect(throws: ReportProblem(words: "no column for total")) {
            try read(.settlement, "settlement-id\tcurrency\n1\tEUR\n")
        }
        #expect(throws: ReportProblem.self) { try read(.feedback, "") }
        #expect(throws: ReportProblem(words: "no JSON")) { try read(.health, "<html>") }
    }

    @Test func feedbackInAnUnknownLanguageIsReadByPosition() throws {
        let report = try read(
            .feedback, "Dato\tStjerner\tTekst\tSvar\tOrdre\tMail\n1/3/26\t5\tFint\t\t305-2-2\tx\n")
        #expect(
            report.rows
                == .feedback([
                    SellerFeedback(
                        order: "305-2-2", date: Timestamp(iso8601: "2026-03-01T00:00:00Z"),
                        rating: 5, comment: "Fint")
                ]))
    }

    /// What a buyer pasted into a comment ends no line.
    @Test(arguments: ["\u{2028}", "\u{85}", "\u{0B}", "\u{0C}", "\u{2029}"])
    func onlyRealLineEndsEndALine(separator: String) throws {
        let report = try read(
            .feedback,
            "Date\tRating\tComments\tYour Response\tOrder ID\n"
                + "3/1/26\t2\tLate\(separator)broken\t\t305-3-3\r\n3/1/26\t5\tGood\t\t305-4-4\r",
            country: "US")
        guard case .feedback(let rows) = report.rows else { throw LineProblem.missing("rows") }
        #expect(rows.map(\.order) == ["305-3-3", "305-4-4"])
        #expect(report.badLines.isEmpty)
    }

    @Test(arguments: ["0", "6", "-1", "five"])
    func ratingOutOfItsScaleIsABadLine(rating: String) throws {
        let report = try read(
            .feedback, "Date\tRating\tComments\tYour Response\tOrder ID\n\t\(rating)\t\t\t305-1-1\n"
        )
        #expect(report.rows == .feedback([]))
        #expect(
            report.badLines == [BadReportLine(line: 2, field: "rating", reason: "unreadable")])
    }

    @Test(arguments: [
        ("US", "3/15/26", "2026-03-15"), ("DE", "15/3/26", "2026-03-15"),
        ("JP", "26/03/15", "2026-03-15"), ("DE", "15.03.2026", "2026-03-15"),
        ("US", "15-Mar-2026", "2026-03-15"), ("JP", "2026/03/15", "2026-03-15"),
    ])
    func datesAreReadAsTheMarketplaceWritesThem(country: String, text: String, day: String) {
        let read = ReportDate(countryCode: country).timestamp(text)
        #expect(read == Timestamp(iso8601: "\(day)T00:00:00Z"))
    }

    @Test func japaneseZoneCounts() {
        let read = ReportDate(countryCode: "JP").timestamp("2026/03/15 08:30:00 JST")
        #expect(read == Timestamp(iso8601: "2026-03-14T23:30:00Z"))
    }

    @Test(arguments: ["30/02/2026", "2026-13-01", "soon", "1/2", "2026-03-01 25:00:00", "::"])
    func whatIsNoDateIsNone(text: String) {
        #expect(ReportDate(countryCode: "DE").timestamp(text) == nil)
    }

    @Test func namesOfTheReportsOwnExampleAreKnown() throws {
        let text = """
            {"accountStatuses":[{"marketplaceId":"A","status":"SUSPENDED"}],
             "performanceMetrics":[{"marketplaceId":"A",
              "prefulfillmentCancelRate":{"orderCount":5,"cancellationCount":1,"status":"GOOD",
               "rate":0.005,"targetValue":0.01,"targetCondition":"LESS_THAN",
               "reportingDateRange":{"reportingDateFrom":"2026-01-01T00:00Z",
                "reportingDateTo":"2026-01-31T23:59Z"}},
              "accountHealthRating":{"ahrStatus":"WARNED","reportingDateRange":{}},
              "warningState":[{"warningType":"spammingSellerMessaging","status":"BAD"}],
              "lateShipmentRate":{"status":"GOOD","rate":"high"}}]}
            """
        let report = try read(.health, text)
        guard case .health(let entries) = report.rows else { throw LineProblem.missing("rows") }
        #expect(
            entries.map(\.name) == [
                "accountStatus", "preFulfillmentCancellationRate", "accountHealthRating",
                "spammingSellerMessaging",
            ])
        #expect(entries[1].to == Timestamp(iso8601: "2026-01-31T23:59:00Z"))
        #expect(entries[1].value == "0.005")
        #expect(
            report.badLines == [
                BadReportLine(line: 2, field: "lateShipmentRate.rate", reason: "unreadable")
            ])
        #expect(
            entries.map { HealthRules.verdict(on: $0).reason } == [
                .accountDeactivated, .inOrder, .ratingWarned, .platformWarning,
            ])
    }

    @Test func everyByteStringIsReadWithoutHarm() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let alphabet: [UInt8] = [9, 10, 13, 48, 45, 46, 44, 65, 255, 0x93]
            let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            for topic in [AccountTopic.settlement, .returns, .feedback, .health] {
                _ = try? ReportReader.read(
                    topic, ReportDocument(bytes: bytes, charset: nil), countryCode: "JP")
            }
        }
    }
}
