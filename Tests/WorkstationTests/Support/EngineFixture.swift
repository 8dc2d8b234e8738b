import HelpDesk
import SwiftExtensions
import Wire

@testable import Workstation

/// The sync engine of the fixed evening: one store fine, one blind and stopped, one slowed.
enum EngineFixture {
    static let now = Fixture.now

    static let quota = EngineTrouble(
        errorClass: .throttled, code: "QuotaExceeded", operation: "searchOrders",
        message: "You exceeded your quota.", requestID: "6f0b2c1e-0000-4000-8000-000000000001")
    static let revoked = EngineTrouble(
        errorClass: .authorisationExpired, code: "invalid_grant", operation: "token",
        message: "The request has an invalid grant parameter.")

    static let outage = EngineTrouble(
        errorClass: .platformOutage, operation: "getReport", message: "InternalFailure",
        requestID: "6f0b2c1e-0000-4000-8000-000000000002")
    static let noRole = EngineTrouble(
        errorClass: .permissionMissing, code: "Unauthorized",
        arguments: ["role": "Amazon Fulfillment"], operation: "getInventorySummaries",
        message: "Access to requested resource is denied.")

    private static let reports = [
        SyncLanePart(
            topic: .health, lastSuccess: now - .hours(20), nextRun: now + .hours(4)),
        SyncLanePart(
            topic: .returns, phase: .requested, lastSuccess: now - .hours(12),
            nextRun: now + .minutes(2)),
        SyncLanePart(
            topic: .feedback, phase: .failed, lastSuccess: now - .hours(2),
            nextRun: now + .hours(6), trouble: outage),
    ]

    static let lanes: [SyncLane] = [
        SyncLane(
            store: "kumo-jp", kind: .messages, state: .parked, lastSuccess: now - .minutes(47),
            seenThrough: now - .minutes(47), queued: 0,
            trouble: EngineTrouble(
                errorClass: .mailbox, code: "535", operation: "imap",
                message: "authentication failed"), failures: 12,
            blind: BlindSpan(since: now - .minutes(47), expected: 3.1, upper: 7, isAlarm: false)),
        SyncLane(
            store: "kumo-jp", kind: .orders, state: .parked, lastSuccess: now - .hours(3),
            seenThrough: now - .hours(3), trouble: revoked, failures: 4),
        SyncLane(
            store: "nova-eu", kind: .messages, state: .healthy, lastSuccess: now - .seconds(12),
            seenThrough: now - .seconds(12), nextRun: now + .seconds(48)),
        SyncLane(
            store: "nova-eu", kind: .orders, state: .slowed, lastSuccess: now - .minutes(7),
            seenThrough: now - .minutes(9), queued: 3, nextRun: now + .seconds(60),
            trouble: quota, failures: 1,
            backfill: BackfillProgress(
                from: now - .days(90), through: now, reached: now - .days(34), records: 11_240)),
        SyncLane(store: "nova-us", kind: .messages, state: .healthy, nextRun: now),
        SyncLane(store: "nova-us", kind: .orders, state: .paused),
        SyncLane(
            store: "nova-eu", kind: .reports, state: .slowed, lastSuccess: now - .hours(2),
            seenThrough: now - .hours(20), queued: 1, nextRun: now + .minutes(2),
            trouble: outage, parts: reports),
        SyncLane(
            store: "nova-us", kind: .inventory, state: .paused, trouble: noRole,
            parts: [
                SyncLanePart(
                    topic: .inventory, phase: .notPermitted, nextRun: now + .minutes(40),
                    trouble: noRole)
            ]),
        SyncLane(
            store: "nova-eu", kind: .finances, state: .healthy, lastSuccess: now - .minutes(25),
            seenThrough: now - .minutes(25)),
        SyncLane(store: nil, kind: .notifications, state: .paused),
    ]

    static let budgets = [
        budget("nova-eu", "eu", "getOrder", 0.5, 30, 27, share: 0.12, refusals: 0),
        budget("nova-eu", "eu", "searchOrders", 0.0056, 20, 0.4, share: 0.97, refusals: 2),
        budget("nova-us", "na", "getMessagingActionsForOrder", 1, 5, 5, share: 0, refusals: 0),
    ]

    private static func budget(
        _ store: StoreID, _ region: String, _ operation: String, _ rate: Double, _ burst: Double,
        _ tokens: Double, share: Double, refusals: Int
    ) -> RequestBudget {
        RequestBudget(
            store: store, region: region, operation: operation, ratePerSecond: rate, burst: burst,
            tokens: tokens, usedInHour: 20, usedShare: share, refusals: refusals,
            lastRefusal: refusals > 0 ? now - .minutes(31) : nil)
    }

    static let overview = ShowSyncOverview.Reply(
        lanes: lanes, budgets: budgets,
        counts: EngineCounts(
            ready: 4, running: 1, dead: 2, drift: 1, quarantined: 2, checksDue: 3))

    static let log: [SyncLogEntry] = (0..<40).map { index in
        let isBad = index % 7 == 1
        return SyncLogEntry(
            id: SyncLogID(Int64(1000 - index)), at: now - .seconds(Int64(index) * 37 + 3),
            store: index % 3 == 0 ? "nova-us" : "nova-eu",
            operation: index % 2 == 0 ? "searchOrders" : "getOrder", status: isBad ? 429 : 200,
            errorClass: isBad ? .throttled : nil, durationMilliseconds: 120 + index,
            requestID: "6f0b2c1e-0000-4000-8000-0000000000\(10 + index)",
            byteCount: isBad ? 184 : 48_212, attempt: isBad ? 2 : 1,
            message: isBad ? "QuotaExceeded" : "\(index + 1) orders")
    }

    static let jobs = [
        JobSummary(
            id: JobID(812), kind: "order-refresh", key: "nova-eu/305-7714402-1187543",
            store: "nova-eu", state: .dead, attempts: 8, attemptLimit: 8,
            createdAt: now - .hours(5), trouble: quota, canRetry: true, canDrop: true),
        JobSummary(
            id: JobID(790), kind: "outbox-send", key: "7", store: "kumo-jp", state: .dead,
            attempts: 1, attemptLimit: 5, createdAt: now - .hours(9),
            trouble: EngineTrouble(errorClass: .mailbox, code: "interrupted"), canRetry: false,
            canDrop: true),
        JobSummary(
            id: JobID(815), kind: "orders-page", key: "nova-eu/today", store: "nova-eu",
            state: .running, attempts: 1, canRetry: false, canDrop: false),
        JobSummary(
            id: JobID(816), kind: "orders-backfill", key: "nova-eu/2026-10-14", store: "nova-eu",
            state: .ready, priority: -10, attempts: 0, nextRun: now + .seconds(90),
            canRetry: true, canDrop: true),
    ]

    static let job = JobDetail(
        job: jobs[0], payload: "{\n  \"order\" : \"305-7714402-1187543\"\n}",
        history: [
            JobStep(at: now - .hours(5), act: .queued),
            JobStep(at: now - .hours(5), act: .failed, attempt: 1, trouble: quota),
            JobStep(at: now - .hours(4), act: .retried, by: "Tom", note: ""),
            JobStep(at: now - .hours(1), act: .buried, attempt: 8, trouble: quota),
        ])

    static let record = DriftRecord(
        id: DriftID(5), store: "nova-eu", operation: "searchOrders",
        recordID: "305-7714402-1187543", foundAt: now - .hours(2),
        path: "proceeds.grandTotal.amount", expected: "string, required", found: "number 12")

    static let driftDetail = DriftDetail(
        record: record,
        raw: """
            {
              "orderId" : "305-7714402-1187543",
              "createdTime" : "2026-11-17T08:12:44Z",
              "proceeds" : {
                "grandTotal" : {
                  "amount" : 12,
                  "currencyCode" : "EUR"
                }
              },
              "giftWrap" : true
            }
            """,
        isTruncated: false,
        fields: [
            DriftField(
                path: "orderId", expected: "string, required",
                found: "string 305-7714402-1187543", verdict: .fits),
            DriftField(
                path: "createdTime", expected: "time, required",
                found: "string 2026-11-17T08:12:44Z", verdict: .fits),
            DriftField(
                path: "proceeds.grandTotal.amount", expected: "string, required",
                found: "number 12", verdict: .retyped),
            DriftField(path: "giftWrap", expected: "", found: "boolean true", verdict: .unknown),
            DriftField(
                path: "lastUpdatedTime", expected: "time, required", found: "", verdict: .missing),
        ])

    static let mails = [
        QuarantinedMail(
            id: RawMailID(91), mailbox: "desk-eu", store: "nova-eu", fetchedAt: now - .minutes(20),
            reasons: ["look-alike-sender", "dmarc-failed"],
            sender: "Amazon <noreply@amaz0n-pay.example>",
            subject: "Ihr Konto wird gesperrt", byteCount: 4096, attachmentCount: 1),
        QuarantinedMail(
            id: RawMailID(88), mailbox: "desk-eu", store: nil, fetchedAt: now - .hours(3),
            reasons: ["no-store"], sender: "Marie <marie@example.com>", subject: "Une question",
            byteCount: 900, attachmentCount: 0),
    ]

    static func mail(_ mail: QuarantinedMail) -> QuarantinedMailDetail {
        QuarantinedMailDetail(
            mail: mail,
            headers: [
                MailHeaderLine(name: "From", value: mail.sender),
                MailHeaderLine(name: "Reply-To", value: "pay@amaz0n-pay.example"),
                MailHeaderLine(
                    name: "Authentication-Results",
                    value: "mx.example.com; dmarc=fail; spf=softfail; dkim=none"),
            ],
            text: "Guten Tag,\nbitte öffnen Sie den Anhang.\u{202E}\u{1B}[2J\nIhr Team",
            isTruncated: false, attachments: mail.attachmentCount > 0 ? ["rechnung.zip"] : [])
    }

    static let checks = [
        SpotCheck(
            id: SpotCheckID(31), store: "nova-eu", start: now - .hours(7) - .minutes(4),
            deskCount: 6, tickets: [TicketID(48_801), TicketID(48_802)]),
        SpotCheck(
            id: SpotCheckID(30), store: "nova-us", start: now - .hours(30) - .minutes(4),
            deskCount: 2, result: .missing, platformCount: 3, note: "one at 09:12 is not here",
            recordedBy: "王芳", recordedAt: now - .hours(20)),
    ]

    static let checkReply = ListSpotChecks.Reply(
        checks: checks,
        summary: SpotCheckSummary(
            waiting: 1, recorded: 60, missing: 1, extra: 0, upperBound: 0.0779))

    static func answer(_ call: EngineCall) -> EngineAnswer {
        switch call {
        case .overview: .overview(overview)
        case .log(let filter, let before): .log(page(filter, before))
        case .jobs: .jobs(ListJobs.Reply(jobs: jobs, total: jobs.count))
        case .job(let id): .job(JobDetail(job: job(id), payload: job.payload, history: job.history))
        case .retry(let id), .drop(let id, _): .jobMoved(job(id))
        case .drift:
            .drift(ListDrift.Reply(records: [record], total: 1, unknownFields: []))
        case .driftRecord: .driftRecord(driftDetail)
        case .rerun: .rerun(RerunDrift.Reply(tried: 1, settled: 1, records: []))
        case .quarantine: .quarantine(ListQuarantine.Reply(mails: mails, total: mails.count))
        case .mail(let id): .mail(mail(mails.first { $0.id == id } ?? mails[0]))
        case .release:
            .released(ReleaseQuarantine.Reply(outcome: .message, ticket: TicketID(48_900)))
        case .checks: .checks(checkReply)
        case .record: .recorded(checks[0])
        }
    }

    private static func job(_ id: JobID) -> JobSummary { jobs.first { $0.id == id } ?? jobs[0] }

    /// Pages of 20, as the filter says.
    private static func page(_ filter: SyncLogFilter, _ before: SyncLogID?) -> ListSyncLog.Reply {
        let fitting = log.filter { entry in
            (filter.store == nil || filter.store == entry.store)
                && (filter.operation == nil || filter.operation == entry.operation)
                && (filter.errorClass == nil || filter.errorClass == entry.errorClass)
                && (!filter.onlyFailures || entry.errorClass != nil)
                && (before.map { entry.id < $0 } ?? true)
        }
        return ListSyncLog.Reply(entries: Array(fitting.prefix(20)), hasMore: fitting.count > 20)
    }
}
