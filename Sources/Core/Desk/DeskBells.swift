import HelpDesk

/// One bell for each service that sleeps until something is due.
final class DeskBells: Sendable {
    let record = RecordBell()
    let timers = Signal()
    let routing = Signal()
    let credentials = Signal()
    let clocks = Signal()
    private let outbox: [MailboxName: Signal]
    private let orders: [StoreID: Signal]
    private let accounts: [StoreID: Signal]

    init(mailboxes: [MailboxName], stores: [StoreID], accounts: [StoreID]) {
        self.accounts = Dictionary(uniqueKeysWithValues: accounts.map { ($0, Signal()) })
        outbox = Dictionary(uniqueKeysWithValues: mailboxes.map { ($0, Signal()) })
        orders = Dictionary(uniqueKeysWithValues: stores.map { ($0, Signal()) })
    }

    func outbox(_ mailbox: MailboxName) -> Signal? { outbox[mailbox] }
    func orders(_ store: StoreID) -> Signal? { orders[store] }

    func account(_ store: StoreID) -> Signal? { accounts[store] }

    func ringOutbox() {
        for bell in outbox.values { bell.ring() }
    }

    func ringAll() {
        timers.ring()
        clocks.ring()
        routing.ring()
        ringOutbox()
        for bell in orders.values { bell.ring() }
        for bell in accounts.values { bell.ring() }
    }

    /// Wakes the services for which a commit holds work.
    func note(_ records: [EventRecord]) {
        record.note(records.count)
        for record in records {
            switch record.event {
            case .outboxAdded: ringOutbox()
            case .outboxMoved(let move) where move.to == .queued: ringOutbox()
            case .jobAdded(let job) where job.state == .ready: ring(job)
            case .jobMoved(let move) where move.to == .ready: timers.ring()
            case .account(.taskMoved(let task)) where task.nextRun <= record.at:
                account(task.store)?.ring()
            case .clock(let event) where event.setsThreshold: clocks.ring()
            // Whoever is new may end an orphan alarm.
            case .personSaved: clocks.ring()
            default: break
            }
            if Self.isRoutingNews(record.event) { routing.ring() }
        }
    }

    /// Whether somebody may have to get, or lose, a ticket.
    private static func isRoutingNews(_ event: DeskEvent) -> Bool {
        switch event {
        case .ticketOpened, .debtCreated, .ticketStateChanged, .personSaved: true
        case .ticketAssigned(let assignment): assignment.to == nil
        case .routing(.groupSaved), .routing(.rulesSaved), .routing(.profileSaved): true
        default: false
        }
    }

    private func ring(_ job: JobRecord) {
        guard let kind = JobKind(rawValue: job.kind) else { return }
        switch kind {
        case .orderRefresh: JobKind.store(ofRefresh: job.key).flatMap(orders)?.ring()
        case .holdReview, .wake, .noteDue, .silence, .archive, .bounceWindow, .excuseExpiry,
            .acceptTimer:
            timers.ring()
        case .dispatch: break
        case .orderQuarantine: break
        }
    }
}
