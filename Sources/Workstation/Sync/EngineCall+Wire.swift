import CoreClient
import HelpDesk
import Wire

extension EngineCall {
    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .overview: try connection.send(ShowSyncOverview())
        case .log(let filter, let before): try connection.send(filter.call(before: before))
        case .jobs(let done): try connection.send(Self.listJobs(done))
        case .job(let job): try connection.send(ShowJob(job: job))
        case .retry(let job): try connection.send(RetryJob(job: job))
        case .drop(let job, let reason): try connection.send(DropJob(job: job, reason: reason))
        case .drift(let settled): try connection.send(Self.listDrift(settled))
        case .driftRecord(let drift): try connection.send(ShowDrift(drift: drift))
        case .rerun(let drift): try connection.send(RerunDrift(drift: drift))
        case .quarantine(let released): try connection.send(Self.listMails(released))
        case .mail(let mail): try connection.send(ShowQuarantine(mail: mail))
        case .release(let mail, let store, let reason):
            try connection.send(ReleaseQuarantine(mail: mail, store: store, reason: reason))
        case .checks: try connection.send(ListSpotChecks())
        case .record(let check, let result, let count, let note):
            try connection.send(
                RecordSpotCheck(
                    check: check, result: result, platformCount: count, note: note))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> EngineAnswer {
        switch self {
        case .overview: .overview(try Incoming.decode(line, for: ShowSyncOverview.self))
        case .log: .log(try Incoming.decode(line, for: ListSyncLog.self))
        case .jobs: .jobs(try Incoming.decode(line, for: ListJobs.self))
        case .job: .job(try Incoming.decode(line, for: ShowJob.self))
        case .retry: .jobMoved(try Incoming.decode(line, for: RetryJob.self))
        case .drop: .jobMoved(try Incoming.decode(line, for: DropJob.self))
        case .drift: .drift(try Incoming.decode(line, for: ListDrift.self))
        case .driftRecord: .driftRecord(try Incoming.decode(line, for: ShowDrift.self))
        case .rerun: .rerun(try Incoming.decode(line, for: RerunDrift.self))
        case .quarantine: .quarantine(try Incoming.decode(line, for: ListQuarantine.self))
        case .mail: .mail(try Incoming.decode(line, for: ShowQuarantine.self))
        case .release: .released(try Incoming.decode(line, for: ReleaseQuarantine.self))
        case .checks: .checks(try Incoming.decode(line, for: ListSpotChecks.self))
        case .record: .recorded(try Incoming.decode(line, for: RecordSpotCheck.self))
        }
    }

    /// Whether it does more than look.
    var changesSomething: Bool {
        switch self {
        case .retry, .drop, .rerun, .release, .record: true
        case .overview, .log, .jobs, .job, .drift, .driftRecord, .quarantine, .mail, .checks: false
        }
    }

    /// Asks and waits, for snapshots; calls that change something are refused.
    func answered(by session: CoreSession) throws(DeskError) -> EngineAnswer {
        switch self {
        case .overview: .overview(try session.call(ShowSyncOverview()))
        case .log(let filter, let before): .log(try session.call(filter.call(before: before)))
        case .jobs(let done): .jobs(try session.call(Self.listJobs(done)))
        case .job(let job): .job(try session.call(ShowJob(job: job)))
        case .drift(let settled): .drift(try session.call(Self.listDrift(settled)))
        case .driftRecord(let drift): .driftRecord(try session.call(ShowDrift(drift: drift)))
        case .quarantine(let released):
            .quarantine(try session.call(Self.listMails(released)))
        case .mail(let mail): .mail(try session.call(ShowQuarantine(mail: mail)))
        case .checks: .checks(try session.call(ListSpotChecks()))
        case .retry, .drop, .rerun, .release, .record: throw DeskError(.unknownMethod)
        }
    }

    private static func listJobs(_ includesDone: Bool) -> ListJobs {
        ListJobs(states: includesDone ? [.dead, .running, .ready, .done] : [], limit: 500)
    }

    private static func listDrift(_ includesSettled: Bool) -> ListDrift {
        ListDrift(includesSettled: includesSettled, limit: 500)
    }

    private static func listMails(_ includesReleased: Bool) -> ListQuarantine {
        ListQuarantine(includesReleased: includesReleased, limit: 500)
    }
}
