package import HelpDesk
import SwiftExtensions

extension SellingPartnerClient {
    /// Has a report made and returns the platform's number of it. Asking twice after an outage
    /// makes a second report, which does no harm.
    package func createReport(
        _ order: ReportOrder, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> String {
        let request = try ReportRequests.create(order)
        let answer = try await read(request, for: account)
        guard let id = answer.document["reportId"]?.text, !id.isEmpty else {
            throw drift("reportId", request, answer)
        }
        return PlatformText.cleaned(id, limit: 100)
    }

    /// Where one report stands.
    package func report(
        _ id: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> PlatformReport {
        let request = ReportRequests.get(id)
        let answer = try await read(request, for: account)
        do {
            return try Self.report(answer.document)
        } catch {
            throw drift("\(error)", request, answer)
        }
    }

    /// One page of the reports that exist.
    package func reports(
        _ search: ReportSearch, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> PlatformReportPage {
        let request = try ReportRequests.list(search)
        let answer = try await read(request, for: account)
        guard let entries = answer.document["reports"]?.elements else {
            throw drift("reports", request, answer)
        }
        var page = PlatformReportPage(
            reports: [], unreadable: [], nextToken: answer.document["nextToken"]?.text)
        for entry in entries {
            do {
                page.reports.append(try Self.report(entry))
            } catch {
                page.unreadable.append("\(error)")
            }
        }
        return page
    }

    /// Tells the platform that a report is not needed any more.
    package func cancelReport(
        _ id: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) {
        _ = try await read(ReportRequests.cancel(id), for: account)
    }

    private static func report(_ value: JSONValue) throws(FieldProblem) -> PlatformReport {
        let entry = try FieldReader(value, path: "report")
        var notes = DriftNotes()
        return PlatformReport(
            id: try entry.requiredText("reportId", limit: 100),
            type: try entry.requiredText("reportType", limit: 100),
            status: ReportStatus(try entry.requiredText("processingStatus", limit: 40)),
            createdAt: try entry.requiredTime("createdTime"),
            dataStart: entry.time("dataStartTime", &notes),
            dataEnd: entry.time("dataEndTime", &notes),
            documentID: entry.text("reportDocumentId", &notes, limit: 200))
    }

    func drift(
        _ field: String, _ request: SellingPartnerRequest, _ answer: PlatformAnswer
    ) -> SyncFailure {
        SyncFailure(
            errorClass: .schemaDrift, operation: request.operation,
            message: field.contains(": ") ? field : "\(field): missing or retyped",
            requestID: answer.requestID)
    }
}
