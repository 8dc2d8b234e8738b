package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RetryJob: DeskCall {
    package static let need: Need = .verb(.syncRun)

    package func run(in desk: Desk, as caller: Principal) async throws -> JobSummary {
        let summary = try await desk.act(as: caller) { transaction in
            let stored = try caller.visible(job, in: transaction)
            let summary = JobSummary(stored)
            guard summary.canRetry else { throw Self.refused(summary) }
            if stored.job.kind == JobKind.orderQuarantine.rawValue {
                _ = try transaction.reread(stored.job, in: desk)
            } else {
                try transaction.rerun(stored.job)
            }
            return JobSummary(try caller.visible(job, in: transaction))
        }
        if let store = summary.store { desk.bells.orders(store)?.ring() }
        desk.bells.timers.ring()
        return summary
    }

    static func refused(_ job: JobSummary) -> DeskError {
        DeskError(
            .jobStateRefused, ["job": String(job.id.rawValue), "state": job.state.rawValue])
    }
}

extension WriteTransaction {
    /// Queues a job again, for now and with all its attempts. Where the same work has been queued
    /// anew meanwhile, that one runs instead and this one is over.
    fileprivate func rerun(_ job: JobRecord) throws {
        let twin = try unfinishedJob(kind: job.kind, key: job.key)
        let isDoubled = twin != nil && twin?.id != job.id
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: isDoubled ? .done : .ready, runAt: now, attempts: 0,
                    act: isDoubled ? .superseded : .retried)))
        if isDoubled, let twin, twin.state == .ready, twin.runAt > now {
            try record(
                .jobMoved(
                    JobMove(
                        job: twin.id, to: .ready, runAt: now, attempts: 0, act: .retried)))
        }
    }
}
