import Foundation
package import HelpDesk
import Store
package import Wire

extension ShowJob: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> JobDetail {
        try await desk.database.read { transaction in
            let stored = try caller.visible(job, in: transaction)
            var history = try transaction.events(of: job).compactMap { record in
                try transaction.step(record, of: stored.job)
            }
            if let lease = stored.lease {
                history.append(
                    JobStep(at: lease.startedAt, act: .started, attempt: stored.job.attempts + 1))
            }
            return JobDetail(
                job: JobSummary(stored), payload: Self.indented(stored.job.payload),
                history: history)
        }
    }

    private static func indented(_ payload: String) -> String {
        guard let document = try? JSONSerialization.jsonObject(with: Data(payload.utf8)),
            let data = try? JSONSerialization.data(
                withJSONObject: document,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        else { return payload }
        return String(decoding: data, as: UTF8.self)
    }
}

extension ReadTransaction {
    fileprivate func step(_ record: EventRecord, of job: JobRecord) throws -> JobStep? {
        switch record.event {
        case .jobAdded(let added):
            return JobStep(
                at: record.at, act: added.state == .dead ? .buried : .queued,
                trouble: EngineTrouble(added, at: record.at))
        case .jobMoved(let move):
            return JobStep(
                at: record.at, act: JobStep.Act(move), by: try name(of: record.actor),
                attempt: move.attempts > 0 ? move.attempts : nil,
                trouble: EngineTrouble(move, kind: job.kind, at: record.at),
                note: move.reason ?? "")
        default:
            return nil
        }
    }

    private func name(of actor: Actor) throws -> String? {
        guard case .person(let id) = actor else { return nil }
        return try person(id)?.displayName
    }
}

extension JobStep.Act {
    fileprivate init(_ move: JobMove) {
        switch move.act {
        case .retried: self = .retried
        case .dropped: self = .dropped
        case .superseded: self = .finished
        case .interrupted: self = move.to == .dead ? .buried : .failed
        case nil:
            self =
                switch move.to {
                case .done: .finished
                case .dead: .buried
                case .running: .started
                case .ready: move.lastError == nil ? .queued : .failed
                }
        }
    }
}
