package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension DropJob: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> JobSummary {
        let reason = CleanText.clean(reason)
        guard !reason.isBlank, reason.count <= 500 else {
            throw DeskError(.badRequest, ["field": "reason"], detail: "1 to 500 characters")
        }
        return try await desk.act(as: caller) { transaction in
            let stored = try caller.visible(job, in: transaction)
            let summary = JobSummary(stored)
            guard summary.canDrop else { throw RetryJob.refused(summary) }
            try transaction.record(
                .jobMoved(
                    JobMove(
                        job: job, to: .done, runAt: stored.job.runAt,
                        attempts: stored.job.attempts, act: .dropped, reason: reason)))
            try transaction.settleDriftAlarm(after: stored.job)
            return JobSummary(try caller.visible(job, in: transaction))
        }
    }
}
