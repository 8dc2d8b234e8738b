import HelpDesk
import SwiftExtensions
import Wire

/// What scripts read of deadlines, notices and breaches; instants in ISO 8601.
enum ClockDocuments {
    static func explanation(_ reply: ExplainDeadlines.Reply) -> JSONValue {
        [
            "ticket": JSONValue(reply.ticket), "now": JSONValue(reply.now),
            "act_by": JSONValue(reply.actBy), "band": JSONValue(reply.band?.rawValue),
            "blind_since": JSONValue(reply.blindSince), "clocks": .list(reply.clocks.map(clock)),
        ]
    }

    private static func clock(_ clock: ClockExplanation) -> JSONValue {
        [
            "subject": .text(clock.key.subject.text), "kind": .text(clock.key.kind.rawValue),
            "state": .text(clock.state.rawValue), "due": JSONValue(clock.due),
            "left_seconds": clock.left.map(JSONValue.integer) ?? .null,
            "next_warning": JSONValue(clock.nextWarning), "steps": .list(clock.steps.map(step)),
        ]
    }

    private static func step(_ step: DeadlineStep) -> JSONValue {
        switch step {
        case .began(let at, let isEstimated):
            ["step": .text("began"), "at": JSONValue(at), "estimated": .bool(isEstimated)]
        case .policy(let version, let title, let matched):
            [
                "step": .text("policy"), "policy": JSONValue(version.id),
                "version": JSONValue(version.version), "title": .text(title),
                "matched": .list(matched.map { .text($0.rawValue) }),
            ]
        case .calendar(let version, let zone):
            [
                "step": .text("calendar"), "calendar": JSONValue(version.id),
                "version": JSONValue(version.version), "zone": .text(zone),
            ]
        case .target(let seconds, let isWorking):
            ["step": .text("target"), "seconds": .integer(seconds), "working": .bool(isWorking)]
        case .span(let from, let to, let seconds):
            [
                "step": .text("span"), "from": JSONValue(from), "to": JSONValue(to),
                "seconds": .integer(seconds),
            ]
        case .moreSpans(let count, let seconds):
            [
                "step": .text("more-spans"), "count": JSONValue(count),
                "seconds": .integer(seconds),
            ]
        case .pause(let from, let to):
            ["step": .text("pause"), "from": JSONValue(from), "to": JSONValue(to)]
        default: result(step)
        }
    }

    private static func result(_ step: DeadlineStep) -> JSONValue {
        switch step {
        case .retarget(let at, let cause, let old, let new):
            [
                "step": .text("retarget"), "at": JSONValue(at), "cause": .text(cause.rawValue),
                "old": JSONValue(old), "new": JSONValue(new),
            ]
        case .due(let at): ["step": .text("due"), "at": JSONValue(at)]
        case .sendBy(let at): ["step": .text("send-by"), "at": JSONValue(at)]
        case .breached(let at, let cause):
            ["step": .text("breached"), "at": JSONValue(at), "cause": .text(cause.rawValue)]
        case .excused(let category, let reason):
            [
                "step": .text("excused"), "category": .text(category.rawValue),
                "reason": .text(reason),
            ]
        case .ended(let at, let state):
            ["step": .text("ended"), "at": JSONValue(at), "state": .text(state.rawValue)]
        default: ["step": .text("paused")]
        }
    }

    static func notice(_ notice: NoticeView) -> JSONValue {
        [
            "ticket": JSONValue(notice.row.id), "subject": .text(notice.key.subject.text),
            "kind": .text(notice.key.kind.rawValue), "threshold": .text(notice.threshold.text),
            "due": JSONValue(notice.due), "noticed_at": JSONValue(notice.noticedAt),
            "read_at": JSONValue(notice.readAt), "live": .bool(notice.isLive),
        ]
    }

    /// `total` is how many the question has in all; null where it was about this one.
    static func breach(_ breach: BreachView, of total: Int?) -> JSONValue {
        [
            "ticket": JSONValue(breach.ticket), "store": JSONValue(breach.store),
            "subject": .text(breach.key.subject.text), "kind": .text(breach.key.kind.rawValue),
            "due_at": JSONValue(breach.dueAt), "noticed_at": JSONValue(breach.noticedAt),
            "cause": .text(breach.cause.rawValue),
            "owner": breach.owner.map { JSONValue($0) } ?? .null,
            "excuse": JSONValue(breach.excuse?.rawValue),
            "excuse_reason": JSONValue(breach.excuseReason),
            "owner_name": JSONValue(breach.ownerName),
            "shares": .list(
                breach.shares.map {
                    ["name": .text($0.name), "share": JSONValue($0.share)]
                }),
            "queue_share": JSONValue(breach.queueShare), "total": JSONValue(total),
        ]
    }

    static func window(_ window: PlatformWindow) -> JSONValue {
        [
            "marketplace": JSONValue(window.marketplace), "from": JSONValue(window.from),
            "seconds": .integer(window.seconds),
        ]
    }

    static func change(_ change: FieldChange) -> JSONValue {
        [
            "field": .text(change.field), "before": .text(change.before),
            "after": .text(change.after),
        ]
    }
}
