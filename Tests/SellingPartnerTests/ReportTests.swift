@testable import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// Reports from the pretend platform, from being asked for to their rows.
@Suite struct ReportTests {
    private static let health = "GET_V2_SELLER_PERFORMANCE_REPORT"
    private static let feedback = "GET_SELLER_FEEDBACK_DATA"
    private static let marketplaces = ["A1PA6795UKMFR9"]

    private func made(
        _ type: String, by desk: PretendDesk
    ) async throws -> (document: ReportDocument, states: [ReportStatus]) {
        let id = try await desk.client.createReport(
            ReportOrder(type: type, marketplaceIDs: Self.marketplaces), for: desk.account)
        var states: [ReportStatus] = []
        for _ in 0..<10 {
            let report = try await desk.client.report(id, for: desk.account)
            if states.last != report.status { states.append(report.status) }
            if report.status == .done {
                let document = try #require(report.documentID)
                return (
                    try await desk.client.reportDocument(document, for: desk.account), states
                )
            }
            desk.clock.advance(by: .seconds(15))
        }
        throw SyncFailure(errorClass: .bug, operation: "test", message: "never done")
    }

    @Test func reportGoesThroughItsStatesAndArrivesUnpacked() async throws {
        try await PretendDesk.run { desk in
            let (document, states) = try await made(Self.health, by: desk)
            #expect(states == [.inQueue, .inProgress, .done])
            #expect(document.bytes.first == UInt8(ascii: "{"))
            #expect(document.charset == "utf-8")
            let read = try ReportReader.read(.health, document, countryCode: "DE")
            guard case .health(let entries) = read.rows else { throw LineProblem.missing("rows") }
            #expect(read.badLines.isEmpty)
            #expect(entries.filter { $0.kind == .account }.count == 3)
            #expect(
                entries.contains { $0.name == "orderDefectRate.afn" && $0.target == "0.01" })
        }
    }

    @Test func tokenNeverGoesToTheDocumentsAddress() async throws {
        try await PretendDesk.run { desk in
            _ = try await made(Self.feedback, by: desk)
            let downloads = desk.platform.log.filter { $0.operation == "reportDocument" }
            // The storage refuses a call that bears a token.
            #expect(downloads.map(\.status) == [200])
            #expect(desk.records.all.contains { $0.operation == "reportDocument" })
        }
    }

    @Test func addressThatHasHadItsTimeIsAskedForAnew() async throws {
        try await PretendDesk.run { desk in
            desk.platform.schedule(ScheduledFault(.status(403), on: "reportDocument"))
            let (document, _) = try await made(Self.feedback, by: desk)
            #expect(document.bytes.starts(with: Array("Date\tRating".utf8)))
            let calls = desk.platform.log.map(\.operation)
            #expect(calls.filter { $0 == "getReportDocument" }.count == 2)
        }
    }

    @Test(arguments: [
        (PretendReportOutcome.fatal, ReportStatus.fatal), (.cancelled, .cancelled),
    ])
    func reportThatIsNotMadeSaysSo(
        outcome: PretendReportOutcome, status: ReportStatus
    ) async throws {
        try await PretendDesk.run { desk in
            desk.platform.setOutcome(outcome, of: Self.health, for: PretendDesk.sellerID)
            let id = try await desk.client.createReport(
                ReportOrder(type: Self.health, marketplaceIDs: Self.marketplaces),
                for: desk.account)
            desk.clock.advance(by: .minutes(2))
            let report = try await desk.client.report(id, for: desk.account)
            #expect(report.status == status)
            #expect(report.documentID == nil)
        }
    }

    @Test func reportInTheQueueCanBeCancelled() async throws {
        try await PretendDesk.run { desk in
            let id = try await desk.client.createReport(
                ReportOrder(type: Self.health, marketplaceIDs: Self.marketplaces),
                for: desk.account)
            try await desk.client.cancelReport(id, for: desk.account)
            #expect(try await desk.client.report(id, for: desk.account).status == .cancelled)
        }
    }

    @Test func missingRoleIsNoEmptyReport() async throws {
        try await PretendDesk.run(roles: [.buyerCommunication]) { desk in
            await #expect {
                _ = try await desk.client.createReport(
                    ReportOrder(type: Self.health, marketplaceIDs: Self.marketplaces),
                    for: desk.account)
            } throws: { ($0 as? SyncFailure)?.errorClass == .permissionMissing }
        }
    }

    @Test func settlementsAreFoundOnPages() async throws {
        try await PretendDesk.run { desk in
            for number in 0..<20 {
                desk.place(.example(number, updatedAt: desk.clock.now - .days(6)))
            }
            var search = ReportSearch(
                types: ["GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"], pageSize: 1)
            let first = try await desk.client.reports(search, for: desk.account)
            #expect(first.nextToken != nil)
            search.pageToken = first.nextToken
            let second = try await desk.client.reports(search, for: desk.account)
            #expect(second.nextToken == nil)
            #expect(Set((first.reports + second.reports).map(\.id)).count == 2)
            let document = try await desk.client.reportDocument(
                try #require(first.reports.first?.documentID), for: desk.account)
            let read = try ReportReader.read(.settlement, document, countryCode: "DE")
            guard case .settlement(let settlement) = read.rows else {
                throw LineProblem.missing("rows")
            }
            #expect(settlement.lines.count == 40)
            #expect(settlement.isBalanced)
        }
    }

    @Test func japaneseTextComesThroughItsCharset() async throws {
        try await PretendDesk.run { desk in
            // 日付, 評価 and so on in Shift_JIS.
            let head: [UInt8] = [0x93, 0xFA, 0x95, 0x74, 0x09, 0x95, 0x5D, 0x89, 0xBF, 0x09]
            let words: [UInt8] = [0x83, 0x52, 0x83, 0x81, 0x83, 0x93, 0x83, 0x67]
            let order: [UInt8] = [0x92, 0x8D, 0x95, 0xB6, 0x94, 0xD4, 0x8D, 0x86]
            let late: [UInt8] = [0x92, 0x78, 0x82, 0xA2]
            let bytes =
                head + words + [0x09] + order + Array("\n26/03/01\t2\t".utf8) + late
                + Array("\t249-0000001-0000001\n".utf8)
            desk.platform.setReport(
                Self.feedback, of: PretendDesk.sellerID,
                to: PretendDocument(bytes: bytes, charset: "Shift_JIS"))
            let (document, _) = try await made(Self.feedback, by: desk)
            let read = try ReportReader.read(.feedback, document, countryCode: "JP")
            guard case .feedback(let rows) = read.rows else { throw LineProblem.missing("rows") }
            #expect(rows.map(\.comment) == ["遅い"])
            #expect(rows.first?.date == Timestamp(iso8601: "2026-03-01T00:00:00Z"))
        }
    }

    @Test func documentThatIsNoGzipIsAnOutageNotAnEmptyReport() async throws {
        #expect(throws: Gunzip.Problem.damaged) {
            _ = try Gunzip.bytes(Array("<?xml version=".utf8), limit: 1000)
        }
        #expect(throws: Gunzip.Problem.damaged) { _ = try Gunzip.bytes([], limit: 1000) }
    }

    @Test(arguments: [
        "http://platform.example.com/x?a=b", "ftp://127.0.0.1/x", "https://user@example.com/x",
        "https://example.com/x y", "",
    ])
    func addressesElsewhereAreRefused(url: String) {
        #expect(!SellingPartnerClient.isDocumentAddress(url))
    }

    @Test func ordinaryAddressesAreTaken() {
        #expect(SellingPartnerClient.isDocumentAddress("https://bucket.example.com/a?X=1%2F2"))
        #expect(SellingPartnerClient.isDocumentAddress("http://127.0.0.1:8080/a?X=1"))
    }
}
