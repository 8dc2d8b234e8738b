import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Ten years; nobody asks for more on purpose.
    private static let longestReport: Duration = .days(3_660)

    /// How far somebody's reports reach: everybody's figures of the stores, or only the caller's
    /// own (helpdesk section 14.11). Throws `notAllowed` when others' are asked for without leave,
    /// `storeOutOfScope` for a store that the caller does not see, `badRequest` for no window.
    func reach(
        _ request: ReportRequest, of caller: Principal
    ) async throws -> ReportRequest {
        guard request.from < request.to, request.to - request.from <= Self.longestReport,
            request.by.count <= 2,
            Set(request.by).count == request.by.count
        else { throw DeskError(.badRequest, ["field": "window"]) }
        try await requireStore(request.store, for: caller)
        var request = request
        if request.kind == .agents, !request.by.contains(.person) {
            request.by = [.person] + request.by.prefix(1)
        }
        guard !caller.may(.report, .stores) else { return request }
        if let person = request.person, person != caller.person {
            throw DeskError(.notAllowed, ["needs": "report:stores"])
        }
        // What is counted by nobody's person compares nobody.
        switch request.kind {
        case .reconcile: throw DeskError(.notAllowed, ["needs": "report:stores"])
        default: request.person = caller.person
        }
        return request
    }

    /// Works the facts of reports out up to the newest event, in portions that let others write.
    func foldReports() async throws {
        while try await act(service: .reports, { try $0.foldReports() }) {
            try Task.checkCancellation()
        }
    }

    /// Whose days and weeks a report means.
    func reportZone(of caller: Principal) -> String {
        people[caller.person]?.timeZone ?? settings.timeZone
    }
}
