import HelpDesk
import SwiftExtensions
import Wire

extension JSONValue {
    init(_ trouble: EngineTrouble?) {
        guard let trouble else {
            self = .null
            return
        }
        self = [
            "class": .text(trouble.errorClass.rawValue), "code": .text(trouble.code),
            "args": .object(trouble.arguments.mapValues(JSONValue.text)),
            "op": .text(trouble.operation), "message": .text(trouble.message),
            "request_id": JSONValue(trouble.requestID), "at": JSONValue(trouble.at),
        ]
    }

    init(_ lane: SyncLane, now: Timestamp) {
        self = [
            "store": JSONValue(lane.store), "kind": .text(lane.kind.rawValue),
            "state": .text(lane.state.rawValue), "last_success": JSONValue(lane.lastSuccess),
            "last_attempt": JSONValue(lane.lastAttempt),
            "seen_through": JSONValue(lane.seenThrough),
            "lag_seconds": JSONValue(
                lane.seenThrough.map { Int(max(0, (now - $0).wholeMilliseconds / 1000)) }),
            "queue": .integer(Int64(lane.queued)), "next_run": JSONValue(lane.nextRun),
            "failures": .integer(Int64(lane.failures)), "error": JSONValue(lane.trouble),
            "blind": lane.blind.map(JSONValue.init(blind:)) ?? .null,
            "backfill": lane.backfill.map(JSONValue.init(backfill:)) ?? .null,
            "topics": .list(lane.parts.map(JSONValue.init(part:))),
        ]
    }

    private init(part: SyncLanePart) {
        self = [
            "topic": .text(part.topic.rawValue), "state": .text(part.phase.rawValue),
            "last_success": JSONValue(part.lastSuccess), "next_run": JSONValue(part.nextRun),
            "error": JSONValue(part.trouble),
        ]
    }

    private init(blind: BlindSpan) {
        self = [
            "since": JSONValue(blind.since), "expected": JSONValue(blind.expected),
            "upper": .integer(Int64(blind.upper)), "alarm": .bool(blind.isAlarm),
        ]
    }

    private init(backfill: BackfillProgress) {
        self = [
            "from": JSONValue(backfill.from), "through": JSONValue(backfill.through),
            "reached": JSONValue(backfill.reached), "records": .integer(Int64(backfill.records)),
            "share": JSONValue(backfill.share),
        ]
    }

    init(_ budget: RequestBudget) {
        self = [
            "store": JSONValue(budget.store), "region": .text(budget.region),
            "op": .text(budget.operation), "rate": JSONValue(budget.ratePerSecond),
            "burst": JSONValue(budget.burst), "tokens": JSONValue(budget.tokens),
            "used_in_hour": .integer(Int64(budget.usedInHour)),
            "used_share": JSONValue(budget.usedShare),
            "refusals": .integer(Int64(budget.refusals)),
            "last_429": JSONValue(budget.lastRefusal),
            "paused_until": JSONValue(budget.pausedUntil),
        ]
    }

    init(_ counts: EngineCounts) {
        self = [
            "jobs_ready": .integer(Int64(counts.ready)),
            "jobs_running": .integer(Int64(counts.running)),
            "jobs_dead": .integer(Int64(counts.dead)), "drift": .integer(Int64(counts.drift)),
            "quarantined": .integer(Int64(counts.quarantined)),
            "spot_checks_due": .integer(Int64(counts.checksDue)),
        ]
    }

    init(_ entry: SyncLogEntry) {
        self = [
            "id": JSONValue(entry.id), "at": JSONValue(entry.at), "store": JSONValue(entry.store),
            "op": .text(entry.operation), "status": JSONValue(entry.status),
            "class": JSONValue(entry.errorClass?.rawValue),
            "duration_ms": .integer(Int64(entry.durationMilliseconds)),
            "request_id": JSONValue(entry.requestID), "bytes": JSONValue(entry.byteCount),
            "attempt": .integer(Int64(entry.attempt)), "message": .text(entry.message),
        ]
    }

    init(_ job: JobSummary) {
        self = .object(Self.fields(of: job))
    }

    init(_ detail: JobDetail) {
        var fields = Self.fields(of: detail.job)
        fields["payload"] = .text(detail.payload)
        fields["history"] = .list(detail.history.map(JSONValue.init(step:)))
        self = .object(fields)
    }

    private static func fields(of job: JobSummary) -> [String: JSONValue] {
        [
            "job": JSONValue(job.id), "kind": .text(job.kind), "key": .text(job.key),
            "store": JSONValue(job.store), "state": .text(job.state.rawValue),
            "priority": .integer(Int64(job.priority)), "attempts": .integer(Int64(job.attempts)),
            "attempt_limit": JSONValue(job.attemptLimit), "created": JSONValue(job.createdAt),
            "next_run": JSONValue(job.nextRun), "error": JSONValue(job.trouble),
            "can_retry": .bool(job.canRetry), "can_drop": .bool(job.canDrop),
        ]
    }

    private init(step: JobStep) {
        self = [
            "at": JSONValue(step.at), "act": .text(step.act.rawValue), "by": JSONValue(step.by),
            "attempt": JSONValue(step.attempt), "error": JSONValue(step.trouble),
            "note": .text(step.note),
        ]
    }
}
