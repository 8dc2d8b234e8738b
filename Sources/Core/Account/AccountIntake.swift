import ChannelAmazon
import HelpDesk
import Store
import SwiftExtensions

/// Brings reports in: the document is stored, sealed, before anything in it is read.
struct AccountIntake: Sendable {
    let desk: Desk
    let store: StoreID
    let platform: any AccountPlatform

    /// Takes a finished report, unless it lies here already.
    func take(_ found: PlatformReport, _ topic: AccountTopic) async throws {
        guard let documentID = found.documentID,
            try await !desk.database.read({ try $0.hasReport(found.id, of: store) })
        else { return }
        let document = try await platform.document(documentID)
        let digest = ContentDigest.of(document.bytes)
        let id = try await desk.act(service: .account) { transaction -> Int64? in
            guard try !transaction.hasReport(found.id, of: store) else { return nil }
            let report = AccountReport(
                id: try transaction.nextReportID(), store: store, topic: topic,
                platformID: found.id, documentID: documentID, type: found.type,
                createdAt: found.createdAt, dataStart: found.dataStart, dataEnd: found.dataEnd,
                storedAt: transaction.now, digest: digest, charset: document.charset)
            try transaction.putRawBytes(digest: digest, bytes: document.bytes)
            try transaction.record(.account(.reportStored(report)))
            return report.id
        }
        if let id { try await read(id) }
    }

    /// Reads what an earlier run stored and did not come to read.
    func readLeftovers() async throws {
        let unread = try await desk.database.read { try $0.unreadReports(of: store) }
        for stored in unread { try await read(stored.report.id) }
    }

    /// Reads a stored report into its rows; run again, it replaces them.
    func read(_ id: Int64) async throws {
        let found = try await desk.database.read { transaction in
            try transaction.accountReport(id).map { stored in
                (stored.report, try transaction.rawBytes(digest: stored.report.digest))
            }
        }
        guard let (report, bytes) = found else { return }
        let outcome = Self.outcome(report, bytes, platform.countryCode)
        try await desk.act(service: .account) { transaction in
            switch outcome {
            case .failure(let problem):
                try transaction.record(
                    .account(
                        .reportRead(
                            AccountReportReading(
                                report: id, rowCount: 0, problem: problem.words))))
            case .success(let read):
                try transaction.put(read, of: report)
                try transaction.record(
                    .account(
                        .reportRead(
                            AccountReportReading(
                                report: id, rowCount: read.rows.count,
                                badLines: Array(
                                    read.badLines.prefix(ReportReader.mostBadLines))))))
            }
        }
    }

    private static func outcome(
        _ report: AccountReport, _ bytes: [UInt8]?, _ countryCode: String
    ) -> Result<ReadReport, ReportProblem> {
        guard let bytes else { return .failure(ReportProblem(words: "erased")) }
        do {
            return .success(
                try ReportReader.read(
                    report.topic, ReportDocument(bytes: bytes, charset: report.charset),
                    countryCode: countryCode))
        } catch {
            return .failure(error)
        }
    }
}

extension WriteTransaction {
    fileprivate func put(_ read: ReadReport, of report: AccountReport) throws {
        switch read.rows {
        case .health(let entries): try putHealth(entries, of: report.id)
        case .settlement(let settlement):
            try putSettlement(
                settlement, of: report.id, hasBadLines: !read.badLines.isEmpty)
        case .returns(let items): try putReturns(items, of: report.id, report.store)
        case .feedback(let all): try putFeedback(all, of: report.id, report.store)
        }
    }
}
