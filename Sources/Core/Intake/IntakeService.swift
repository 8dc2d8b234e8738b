import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Takes in one mailbox for as long as the desk runs, and says in the record how it goes.
struct IntakeService: Sendable {
    let desk: Desk
    let mailbox: MailboxName
    let feed: any MailFeed

    /// A mailbox that is well says so at most this often.
    private static let reportEvery: Duration = .minutes(1)

    func run() async throws {
        let log = IntakeLog(desk: desk, mailbox: mailbox)
        // A service that broke off may have left mails behind that it had stored but not settled.
        await log.note(try await MailIntake(desk: desk).settleLeftovers(of: mailbox))
        try await feed.run(from: try await start()) { event in
            switch event {
            case .connected: break
            case .mails(let mails, let cursor):
                let counts = try await MailIntake(desk: desk)
                    .take(mails, cursor: cursor, mailbox: mailbox)
                await log.note(counts)
            case .caughtUp: try await log.report(failure: nil, every: Self.reportEvery)
            case .failed(let failure): try await log.report(failure: failure, every: .zero)
            }
        }
        // A feed that ends by itself has lost its source; the service starts it anew.
        guard Task.isCancelled else { throw FeedEnded() }
    }

    private struct FeedEnded: Error {}

    /// One pass: everything that is there now, and no more.
    func runOnce() async throws -> (counts: IntakeCounts, failure: SyncFailure?) {
        let log = IntakeLog(desk: desk, mailbox: mailbox)
        do {
            try await feed.run(from: try await start()) { event in
                switch event {
                case .connected: break
                case .mails(let mails, let cursor):
                    await log.note(
                        try await MailIntake(desk: desk)
                            .take(mails, cursor: cursor, mailbox: mailbox))
                case .caughtUp: throw PassIsOver(failure: nil)
                case .failed(let failure): throw PassIsOver(failure: failure)
                }
            }
        } catch let end as PassIsOver {
            let counts = await log.counts
            try await log.report(failure: end.failure, every: .zero)
            return (counts, end.failure)
        }
        return (await log.counts, nil)
    }

    private struct PassIsOver: Error {
        var failure: SyncFailure?
    }

    private func start() async throws -> FeedStart {
        let (desk, mailbox) = (desk, mailbox)
        let days =
            desk.settings.stores.filter { $0.mailbox == mailbox }
            .compactMap { desk.settings.orderSync[$0.id]?.backfillDays }.max() ?? 90
        let readsBack = Duration.days(Int64(days))
        let live = try await goLive(readsBack)
        let cursor = try await desk.database.read { transaction in
            try transaction.cursor(MailStore.cursorName(mailbox))
        }
        return FeedStart(
            cursor: cursor,
            rescanFrom: cursor == nil ? live.readsFrom : desk.clock.now - readsBack,
            oldest: live.readsFrom,
            known: { origins in
                try await desk.database.read { transaction in
                    try transaction.knownRaw(mailbox: mailbox, origins: origins)
                }
            })
    }

    /// Since when the desk answers for the mailbox; recorded on its first run, and again when the
    /// configuration names another instant.
    private func goLive(_ readsBack: Duration) async throws -> MailboxGoLive {
        let (desk, mailbox) = (desk, mailbox)
        return try await desk.act(service: .mailIn) { transaction in
            let known = try transaction.goLive(of: mailbox)
            let first = try transaction.firstFetched(from: mailbox)
            let live = MailboxGoLive.current(
                of: mailbox, known: known, configured: desk.ports.mailboxes[mailbox]?.goLive,
                firstRun: first ?? transaction.now, isNew: first == nil, readsBack: readsBack)
            if live != known { try transaction.record(.mailboxWentLive(live)) }
            return live
        }
    }
}

/// What a mailbox's service tells the record: a report when something came, when trouble begins or
/// changes, and now and then that all is well.
actor IntakeLog {
    private let desk: Desk
    private let mailbox: MailboxName
    private var startedAt: Timestamp
    private var lastReport: Timestamp?
    private var lastFailure: SyncFailure?
    private(set) var counts = IntakeCounts()
    private var reported = IntakeCounts()

    init(desk: Desk, mailbox: MailboxName) {
        self.desk = desk
        self.mailbox = mailbox
        startedAt = desk.clock.now
    }

    func note(_ counts: IntakeCounts) { self.counts = self.counts + counts }

    /// Records how it went for every store of the mailbox.
    func report(failure: SyncFailure?, every interval: Duration) async throws {
        let now = desk.clock.now
        let isNews = failure != lastFailure || counts.fetched != reported.fetched
        let isDue = lastReport.map { now - $0 >= interval } ?? true
        guard isNews && (failure != nil || isDue) || failure == nil && isDue else { return }
        let (fetched, created) = (
            counts.fetched - reported.fetched, counts.created - reported.created
        )
        let (started, mailbox) = (startedAt, mailbox)
        lastFailure = failure
        lastReport = now
        reported = counts
        startedAt = now
        let stores = desk.settings.stores.filter { $0.mailbox == mailbox }.map(\.id)
        try await desk.act(service: .mailIn) { transaction in
            try transaction.putSyncLog(
                stores.map { store in
                    SyncLogLine(
                        at: started, store: store, operation: failure?.operation ?? "mailbox",
                        errorClass: failure?.errorClass,
                        milliseconds: max(0, (now - started).wholeMilliseconds),
                        // Which one: stores may share a mailbox, and a desk has several.
                        message: failure.map { "\(mailbox): \($0.message)" }
                            ?? "\(mailbox): +\(fetched)")
                })
            for store in stores {
                try transaction.record(
                    .syncReported(
                        SyncReport(
                            store: store, kind: .messages, startedAt: started, finishedAt: now,
                            fetched: fetched, created: created, failure: failure,
                            // What came before this stretch began has been handed over by now.
                            seenThrough: failure == nil ? started : nil)))
            }
        }
    }
}
